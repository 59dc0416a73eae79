package org.zonewright.traffic.cip;

import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Protocol;

/// Reads CIP messages (The CIP Networks Library, volume 1, 2-4) and those inside them: a Multiple Service Packet
/// holds several, an Unconnected Send one. A message's first bit says whether it asks or answers.
///
///     request   0 service   1 path length in words   2 path, then data
///     answer    0 service + 0x80   2 general status   3 words of additional status   4 additional status, then data
///
/// An answer does not name the object it is from, so the lowest bits of the flow's state remember what was asked of
/// the Identity object. One thread; the whole state of the flow belongs to this class.
public final class CipMessages {
    /// The protocol, with its services.
    public static final Protocol CIP = Protocol.define("cip", CipServices::describe);

    private static final int ANSWER = 0x80;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_SERVICES = 512;
    private static final int EMBEDDED_ERROR = 0x1e; // an inner service failed: its own answer says so
    private static final int PARTIAL = 0x06; // the data is good, and more can be asked for
    private static final int FORWARD_CLOSE_ANSWER = 10; // bytes, in success and failure

    private static final long PENDING_ATTRIBUTE = 0xff; // of the Identity object, by Get Attribute Single
    private static final long IDENTITY_ASKED = 1 << 8; // by Get Attributes All, once or more often
    private static final long UNCONNECTED_PENDING = 1 << 9; // an Unconnected Send, until its answer

    private final CipPath path = new CipPath();

    /// A reader of messages for one thread.
    public CipMessages() {}

    /// True if the message answers.
    public static boolean isAnswer(ByteSlice bytes, int at) {
        return (bytes.u8(at) & ANSWER) != 0;
    }

    /// Reads the message from `at` to `end`; `connected` if it came on a connection.
    public void read(ByteSlice bytes, int at, int end, boolean connected, Observer observer) {
        if (isAnswer(bytes, at)) {
            if (!connected) {
                unconnectedAnswer(bytes, at, observer);
            }
            answer(bytes, at, end, connected, 0, observer);
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
        boolean manager = path.classId() == CipPath.CONNECTION_MANAGER;
        observer.request(CIP, manager ? CipServices.CONNECTION_MANAGER | service : service);
        if (path.classId() == CipPath.IDENTITY && path.instance() == 1) {
            identityAsked(service, path.attribute(), observer);
        }
        if (depth >= MAX_DEPTH) {
            return;
        }
        if (service == CipServices.MULTIPLE_SERVICE_PACKET) {
            services(bytes, data, end, depth, false, observer);
        } else if (manager && service == CipServices.UNCONNECTED_SEND) {
            observer.flowState(observer.flowState() | UNCONNECTED_PENDING);
            int inner = data + 4; // behind tick time, time-out and length
            if (inner + bytes.u16le(data + 2) <= end && bytes.u16le(data + 2) >= 2) {
                request(bytes, inner, inner + bytes.u16le(data + 2), depth + 1, observer);
            } else {
                observer.weird("embedded-length", data + 2);
            }
        }
    }

    private static void identityAsked(int service, int attribute, Observer observer) {
        long state = observer.flowState();
        if (service == CipServices.GET_ATTRIBUTES_ALL) {
            observer.flowState(state | IDENTITY_ASKED);
        } else if (service == CipServices.GET_ATTRIBUTE_SINGLE && attribute > 0 && attribute <= PENDING_ATTRIBUTE) {
            observer.flowState((state & ~PENDING_ATTRIBUTE) | attribute);
        }
    }

    /// The messages of a Multiple Service Packet: their count, then the offset of each from the count.
    private void services(ByteSlice bytes, int at, int end, int depth, boolean answers, Observer observer) {
        int count = bytes.u16le(at);
        if (count > MAX_SERVICES || at + 2 + 2 * count > end) {
            observer.weird("service-count", at);
            return;
        }
        for (int i = 0; i < count; i++) {
            int from = at + bytes.u16le(at + 2 + 2 * i);
            int to = i + 1 < count ? at + bytes.u16le(at + 4 + 2 * i) : end;
            if (from + 2 > to || to > end) {
                observer.weird("service-offset", at + 2 + 2 * i);
                return;
            }
            if (answers != isAnswer(bytes, from)) {
                observer.weird("service-direction", from);
            } else if (answers) {
                answer(bytes, from, to, true, depth + 1, observer);
            } else {
                request(bytes, from, to, depth + 1, observer);
            }
        }
    }

    /// The answer to an Unconnected Send is that of the message inside it, unless it could not be delivered.
    private static void unconnectedAnswer(ByteSlice bytes, int at, Observer observer) {
        long state = observer.flowState();
        if ((state & UNCONNECTED_PENDING) != 0) {
            observer.flowState(state & ~UNCONNECTED_PENDING);
            boolean undelivered = (bytes.u8(at) & ~ANSWER) == CipServices.UNCONNECTED_SEND && bytes.u8(at + 2) != 0;
            int code = CipServices.CONNECTION_MANAGER | CipServices.UNCONNECTED_SEND;
            observer.answer(CIP, code, undelivered);
        }
    }

    private void answer(ByteSlice bytes, int at, int end, boolean connected, int depth, Observer observer) {
        int service = bytes.u8(at) & ~ANSWER;
        int status = bytes.u8(at + 2);
        int data = at + 4 + 2 * bytes.u8(at + 3);
        boolean manager = isConnectionManager(service, connected, end - data);
        boolean failed = status != 0 && status != EMBEDDED_ERROR && status != PARTIAL;
        observer.answer(CIP, manager ? CipServices.CONNECTION_MANAGER | service : service, failed);
        if (failed || data >= end) {
            return;
        }
        switch (service) {
            case CipServices.MULTIPLE_SERVICE_PACKET -> {
                if (depth < MAX_DEPTH) {
                    services(bytes, data, end, depth, true, observer);
                }
            }
            case CipServices.GET_ATTRIBUTES_ALL -> {
                if ((observer.flowState() & IDENTITY_ASKED) != 0 && IdentityObject.isPlausible(bytes, data, end)) {
                    IdentityObject.read(bytes, data, end, Confidence.MEDIUM, observer);
                }
            }
            case CipServices.GET_ATTRIBUTE_SINGLE -> {
                long state = observer.flowState();
                observer.flowState(state & ~PENDING_ATTRIBUTE);
                IdentityObject.readOne((int) (state & PENDING_ATTRIBUTE), bytes, data, end, observer);
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
