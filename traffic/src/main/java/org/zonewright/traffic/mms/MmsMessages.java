package org.zonewright.traffic.mms;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.ber.Ber;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads MMS out of ISO transport data: session (ISO 8327-1), presentation (ISO 8823-1), then the MMS PDU.
///
/// Keeps the upper 32 bits of the flow's state: the service and the invoke id asked for last, because a confirmed
/// error names only the invoke id. One thread; the caller owns the lower 32 bits.
public final class MmsMessages {
    /// The protocol, with its confirmed services.
    public static final Protocol MMS = Protocol.define("mms", MmsFunctions::describe);

    private static final int CONNECT = 0x0d;
    private static final int ACCEPT = 0x0e;
    /// Session SPDUs Give Tokens and Data Transfer, both without parameters.
    private static final int DATA_TRANSFER = 0x01000100;

    private static final int USER_DATA = 0x61; // fully-encoded-data of the presentation layer
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int INTEGER = 0x02;
    private static final int SINGLE_TYPE = 0xa0;
    /// The abstract syntax 1.0.9506.2.1, mms-abstract-syntax-version1.
    private static final byte[] ABSTRACT_SYNTAX = {OBJECT_IDENTIFIER, 5, 0x28, (byte) 0xca, 0x22, 0x02, 0x01};

    private static final int CONFIRMED_REQUEST = 0xa0;
    private static final int CONFIRMED_RESPONSE = 0xa1;
    private static final int CONFIRMED_ERROR = 0xa2;
    private static final int UNCONFIRMED = 0xa3;
    private static final int INITIATE_REQUEST = 0xa8;
    private static final int INITIATE_RESPONSE = 0xa9;
    private static final int CONCLUDE_REQUEST = 0x8b;
    private static final int CONCLUDE_RESPONSE = 0x8c;
    private static final int FAILURE = 0x80; // of one variable in the answer to Write

    private static final int INVOKE_ID = 32; // bits 32 to 47
    private static final int SERVICE = 48; // bits 48 to 56: the function's code
    private static final int CODE = 0x1ff;
    private static final long DOMAINS = 1L << 57; // names of domains were asked for
    private static final int INFORMATION_REPORT = 0xa0;
    private static final long PENDING = 1L << 63;
    private static final long LOWER = 0xffff_ffffL;

    private final Ber ber = new Ber();
    private final ObjectNames names = new ObjectNames();

    /// A reader of transport data for one thread.
    public MmsMessages() {}

    /// True if transport data begins as a session of ISO applications does.
    public static boolean isSession(ByteSlice data) {
        if (data.has(0, 5) && data.i32(0) == DATA_TRANSFER) {
            return data.u8(4) == USER_DATA;
        }
        return data.has(0, 10) && (data.u8(0) == CONNECT || data.u8(0) == ACCEPT) && isAbstractSyntaxIn(data);
    }

    private static boolean isAbstractSyntaxIn(ByteSlice data) {
        int last = data.length() - ABSTRACT_SYNTAX.length;
        for (int at = data.indexOf(OBJECT_IDENTIFIER, 0); at >= 0 && at <= last; ) {
            int same = 1;
            while (same < ABSTRACT_SYNTAX.length && (byte) data.u8(at + same) == ABSTRACT_SYNTAX[same]) {
                same++;
            }
            if (same == ABSTRACT_SYNTAX.length) {
                return true;
            }
            at = data.indexOf(OBJECT_IDENTIFIER, at + 1);
        }
        return false;
    }

    /// Reads session data that [#isSession] accepts; false if it carries another application than MMS.
    public boolean read(ByteSlice data, Observer observer) {
        if (data.u8(0) != 1) {
            return true;
        }
        ber.wrap(data);
        int limit = data.length();
        if (!ber.read(4, limit) || !ber.read(ber.content(), limit) || ber.tag() != SEQUENCE) {
            return false;
        }
        limit = ber.end();
        int at = ber.content();
        for (int i = 0; i < 3 && ber.read(at, limit); i++) {
            if (ber.tag() == SINGLE_TYPE) {
                return ber.read(ber.content(), ber.end()) && pdu(data, observer);
            }
            at = ber.end();
        }
        return false;
    }

    /// Reads the MMS PDU on which `ber` stands.
    private boolean pdu(ByteSlice data, Observer observer) {
        return switch (ber.tag()) {
            case CONFIRMED_REQUEST, CONFIRMED_RESPONSE -> confirmed(ber.tag(), data, observer);
            case CONFIRMED_ERROR -> confirmedError(data, observer);
            case UNCONFIRMED -> {
                int limit = ber.end();
                if (ber.read(ber.content(), limit) && ber.tag() == INFORMATION_REPORT) {
                    names.report(data, ber.content(), ber.end(), observer);
                }
                yield true;
            }
            case INITIATE_REQUEST, INITIATE_RESPONSE, CONCLUDE_REQUEST, CONCLUDE_RESPONSE -> true;
            default -> false;
        };
    }

    private boolean confirmed(int kind, ByteSlice data, Observer observer) {
        int limit = ber.end();
        if (!ber.read(ber.content(), limit) || ber.tag() != INTEGER) {
            return false;
        }
        int invokeId = lowBits(data);
        if (!ber.read(ber.end(), limit) || (ber.tag() == SEQUENCE && !ber.read(ber.end(), limit)) || !ber.isContext()) {
            return false;
        }
        int service = ber.number();
        if (kind == CONFIRMED_REQUEST) {
            int code = service;
            long domains = 0;
            if (service == MmsFunctions.WRITE_VARIABLE) {
                code |= names.written(data, ber.content(), ber.end());
            } else if (service == MmsFunctions.GET_NAME_LIST) {
                domains = names.classAsked(data, ber.content(), ber.end()) == ObjectNames.DOMAIN ? DOMAINS : 0;
            }
            observer.request(MMS, code);
            long asked = PENDING | domains | ((long) code << SERVICE) | ((long) invokeId << INVOKE_ID);
            observer.flowState((observer.flowState() & LOWER) | asked);
        } else {
            long state = observer.flowState();
            boolean pending = (state & PENDING) != 0 && ((state >>> INVOKE_ID) & 0xffff) == invokeId;
            int code = pending && ((state >>> SERVICE) & 0x7f) == service ? (int) (state >>> SERVICE) & CODE : service;
            boolean refused = service == MmsFunctions.WRITE_VARIABLE
                    && data.has(ber.content(), 1)
                    && data.u8(ber.content()) == FAILURE;
            observer.answer(MMS, code, refused);
            if (service == MmsFunctions.IDENTIFY) {
                identify(data, observer);
            } else if (service == MmsFunctions.GET_NAME_LIST && pending && (state & DOMAINS) != 0) {
                names.domains(data, ber.content(), ber.end(), observer);
            }
        }
        return true;
    }

    /// The lowest 16 bits of the integer on which `ber` stands.
    private int lowBits(ByteSlice data) {
        return switch (ber.length()) {
            case 0 -> 0;
            case 1 -> data.u8(ber.content());
            default -> data.u16(ber.end() - 2);
        };
    }

    private boolean confirmedError(ByteSlice data, Observer observer) {
        if (!ber.read(ber.content(), ber.end()) || !ber.isContext() || ber.number() != 0) {
            return false;
        }
        long state = observer.flowState();
        if ((state & PENDING) != 0 && ((state >>> INVOKE_ID) & 0xffff) == lowBits(data)) {
            observer.answer(MMS, (int) (state >>> SERVICE) & CODE, true);
            observer.flowState(state & LOWER);
        }
        return true;
    }

    /// The answer to Identify: vendor, model, revision, each a text.
    private void identify(ByteSlice data, Observer observer) {
        int limit = ber.end();
        int at = ber.content();
        for (int i = 0; i < 4 && ber.read(at, limit); i++) {
            Attribute attribute =
                    switch (ber.tag()) {
                        case 0x80 -> Attribute.VENDOR;
                        case 0x81 -> Attribute.MODEL;
                        case 0x82 -> Attribute.FIRMWARE;
                        default -> null;
                    };
            if (attribute != null) {
                String text = data.utf8(ber.content(), ber.length());
                observer.identity(Party.SENDER, attribute, text, Confidence.HIGH);
            }
            at = ber.end();
        }
    }
}
