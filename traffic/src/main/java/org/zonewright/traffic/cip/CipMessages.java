package org.zonewright.traffic.cip;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads CIP messages (The CIP Networks Library, volume 1, 2-4) and those inside them: a Multiple Service Packet
/// holds several, an Unconnected Send one. A message's first bit says whether it asks or answers.
///
///     request   0 service   1 path length in words   2 path, then data
///     answer    0 service + 0x80   2 general status   3 words of additional status   4 additional status, then data
///
/// An answer does not name the object it is from nor the way it came, so the flow's state ([CipState]) remembers what
/// was asked: what a device at the end of a route says of itself is not said of the station in front. One thread.
public final class CipMessages {
    /// The protocol, with its services.
    public static final Protocol CIP = Protocol.define("cip", CipServices::describe);

    private static final int ANSWER = 0x80;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_SERVICES = 512;
    private static final int EMBEDDED_ERROR = 0x1e; // an inner service failed: its own answer says so
    private static final int PARTIAL = 0x06; // the data is good, and more can be asked for
    private static final int FORWARD_CLOSE_ANSWER = 10; // bytes, in success and failure

    /// Offsets in the data of a Forward Open, and how much longer those of a large one are.
    private static final int CONNECTION_PATH_SIZE = 35;

    private static final int LARGE = 4;
    private static final Attribute ASKED_CLASS = new Attribute("cip.asked-class");

    private final CipPath path = new CipPath();
    private final CipRoute route = new CipRoute();

    /// A reader of messages for one thread.
    public CipMessages() {}

    /// True if the message answers.
    public static boolean isAnswer(ByteSlice bytes, int at) {
        return (bytes.u8(at) & ANSWER) != 0;
    }

    /// Reads the message from `at` to `end`; `connected` if it came on a connection.
    public void read(ByteSlice bytes, int at, int end, boolean connected, Observer observer) {
        if (isAnswer(bytes, at)) {
            int from = connected ? CipState.connected(observer) : unconnectedAnswer(bytes, at, observer);
            answer(bytes, at, end, connected, from, 0, observer);
        } else {
            request(bytes, at, end, 0, observer);
        }
    }

    private void request(ByteSlice bytes, int at, int end, int depth, Observer observer) {
        int service = bytes.u8(at);
        int data = at + 2 + 2 * bytes.u8(at + 1);
        if (data > end) {
            observer.request(CIP, service);
            observer.weird("path-length", at + 1);
            return;
        }
        path.read(bytes, at + 2, data);
        int kind = CipServices.kind(path.classId());
        observer.request(CIP, (kind << CipServices.KIND) | service);
        CipState.kind(kind == CipServices.CONNECTION_MANAGER_KIND ? 0 : kind, observer);
        if (path.classId() >= 0) {
            observer.number(Party.RECEIVER, ASKED_CLASS, path.classId(), Confidence.MEDIUM);
        }
        if (path.classId() == CipPath.IDENTITY && path.instance() == 1) {
            if (service == CipServices.GET_ATTRIBUTES_ALL) {
                CipState.identityAsked(observer);
            } else if (service == CipServices.GET_ATTRIBUTE_SINGLE) {
                CipState.attributeAsked(path.attribute(), observer);
            }
        }
        if (depth >= MAX_DEPTH) {
            return;
        }
        if (service == CipServices.MULTIPLE_SERVICE_PACKET) {
            services(bytes, data, end, depth, false, 0, observer);
        } else if (kind == CipServices.CONNECTION_MANAGER_KIND) {
            switch (service) {
                case CipServices.UNCONNECTED_SEND -> unconnectedSend(bytes, data, end, depth, observer);
                case CipServices.FORWARD_OPEN -> forwardOpen(bytes, data + CONNECTION_PATH_SIZE, end, observer);
                case CipServices.LARGE_FORWARD_OPEN ->
                    forwardOpen(bytes, data + CONNECTION_PATH_SIZE + LARGE, end, observer);
                default -> {
                    // Closing and asking for connections names no route that is not known.
                }
            }
        }
    }

    /// Behind tick time, time-out and length follow the message, padded, then the size of the route in words and the
    /// route.
    private void unconnectedSend(ByteSlice bytes, int data, int end, int depth, Observer observer) {
        int length = bytes.u16le(data + 2);
        int inner = data + 4;
        int size = inner + length + (length & 1);
        if (length >= 2 && size + 2 <= end) {
            route(bytes, size + 2, Math.min(end, size + 2 + 2 * bytes.u8(size)), observer);
        } else {
            route.read(bytes, end, end, false);
        }
        CipState.sent(route.mark(), observer);
        if (inner + length <= end && length >= 2) {
            request(bytes, inner, inner + length, depth + 1, observer);
        } else {
            observer.weird("embedded-length", data + 2);
        }
    }

    private void forwardOpen(ByteSlice bytes, int size, int end, Observer observer) {
        if (size < end) {
            route(bytes, size + 1, Math.min(end, size + 1 + 2 * bytes.u8(size)), observer);
            CipState.opening(route.mark(), observer);
        }
    }

    /// Reads a route. One that is too long to wait for the answer is told at once, as what was asked.
    private void route(ByteSlice bytes, int at, int to, Observer observer) {
        route.read(bytes, at, to, false);
        if (!route.isEmpty() && !route.isShort()) {
            route.read(bytes, at, to, true);
            ChildAddress child = new ChildAddress(CipRoute.SCHEME, route.text());
            observer.behind(Party.RECEIVER, child, CipRoute.SCHEME, child.value(), Confidence.MEDIUM);
        }
    }

    /// The messages of a Multiple Service Packet: their count, then the offset of each from the count.
    private void services(ByteSlice bytes, int at, int end, int depth, boolean answers, int from, Observer observer) {
        int count = bytes.u16le(at);
        if (count > MAX_SERVICES || at + 2 + 2 * count > end) {
            observer.weird("service-count", at);
            return;
        }
        for (int i = 0; i < count; i++) {
            int start = at + bytes.u16le(at + 2 + 2 * i);
            int to = i + 1 < count ? at + bytes.u16le(at + 4 + 2 * i) : end;
            if (start + 2 > to || to > end) {
                observer.weird("service-offset", at + 2 + 2 * i);
                return;
            }
            if (answers != isAnswer(bytes, start)) {
                observer.weird("service-direction", start);
            } else if (answers) {
                answer(bytes, start, to, true, from, depth + 1, observer);
            } else {
                request(bytes, start, to, depth + 1, observer);
            }
        }
    }

    /// The answer to an Unconnected Send is that of the message inside it, unless it could not be delivered. Gives the
    /// route it came by, 0 for none that is known.
    private static int unconnectedAnswer(ByteSlice bytes, int at, Observer observer) {
        if (!CipState.isSent(observer)) {
            return 0;
        }
        int route = CipState.answered(observer);
        boolean undelivered = (bytes.u8(at) & ~ANSWER) == CipServices.UNCONNECTED_SEND && bytes.u8(at + 2) != 0;
        observer.answer(CIP, CipServices.CONNECTION_MANAGER | CipServices.UNCONNECTED_SEND, undelivered);
        if (undelivered) {
            return 0;
        }
        reached(route, observer);
        return route;
    }

    /// Says once that a device answered at the end of a route.
    private static void reached(int route, Observer observer) {
        if (route != 0 && observer.isNew(Party.SENDER, CipRoute.SCHEME, route)) {
            ChildAddress child = CipRoute.child(route);
            if (child != null) {
                observer.behind(Party.SENDER, child, CipRoute.SCHEME, child.value(), Confidence.HIGH);
            }
        }
    }

    /// Reads an answer that came by a route, 0 where none is known.
    private void answer(ByteSlice bytes, int at, int end, boolean connected, int from, int depth, Observer observer) {
        int service = bytes.u8(at) & ~ANSWER;
        int status = bytes.u8(at + 2);
        int data = at + 4 + 2 * bytes.u8(at + 3);
        boolean manager = isConnectionManager(service, connected, end - data);
        boolean failed = status != 0 && status != EMBEDDED_ERROR && status != PARTIAL;
        int kind = manager ? CipServices.CONNECTION_MANAGER_KIND : depth == 0 ? CipState.kind(observer) : 0;
        observer.answer(CIP, (kind << CipServices.KIND) | service, failed);
        if (manager && (service == CipServices.FORWARD_OPEN || service == CipServices.LARGE_FORWARD_OPEN)) {
            int route = CipState.opened(!failed, observer);
            reached(failed ? 0 : route, observer);
        }
        if (failed || data >= end) {
            return;
        }
        switch (service) {
            case CipServices.MULTIPLE_SERVICE_PACKET -> {
                if (depth < MAX_DEPTH) {
                    services(bytes, data, end, depth, true, from, observer);
                }
            }
            case CipServices.GET_ATTRIBUTES_ALL -> {
                if (CipState.isIdentityAsked(observer) && IdentityObject.isPlausible(bytes, data, end)) {
                    new IdentityObject(CipRoute.child(from), Confidence.MEDIUM, observer).read(bytes, data, end);
                }
            }
            case CipServices.GET_ATTRIBUTE_SINGLE -> {
                int attribute = CipState.takeAttribute(observer);
                if (attribute != 0) {
                    new IdentityObject(CipRoute.child(from), Confidence.MEDIUM, observer)
                            .readOne(attribute, bytes, data, end);
                }
            }
            default -> {
                // Values of other objects are not read.
            }
        }
    }

    /// True if an answer's service is one of the Connection Manager: some are its own, Forward Close by its data.
    private static boolean isConnectionManager(int service, boolean connected, int length) {
        return switch (service) {
            case CipServices.FORWARD_OPEN,
                    CipServices.LARGE_FORWARD_OPEN,
                    CipServices.GET_CONNECTION_DATA,
                    CipServices.SEARCH_CONNECTION_DATA,
                    CipServices.GET_CONNECTION_OWNER -> true;
            case CipServices.FORWARD_CLOSE -> !connected && length >= FORWARD_CLOSE_ANSWER;
            default -> false;
        };
    }
}
