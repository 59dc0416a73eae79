package org.zonewright.traffic.s7comm;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads S7comm-plus PDUs out of ISO transport data: functions and refusals, who answers and asks in the messages
/// that open a session, and how it is protected.
///
///     0 protocol id 0x72   1 version   2 length   4 operation   7 function   11 sequence       versions 1 and 2
///     0 protocol id 0x72   1 version   2 length   4 digest, led by its length; then the same   version 3
///     behind the sequence of a request: u32 session, flags, data; of an answer: flags, result
///
/// Since a PDU may go on in the next transport unit without a mark of its own, only what looks like a beginning is
/// read. Newer stations speak TLS in place of PDUs once a session began; its content is unseen.
///
/// Of the flow's state the upper half is used: the mark 63, the variant and sequence of the last request, and what
/// was told of the protection.
public final class S7PlusMessages {
    /// The protocol, with the function codes that are publicly understood.
    public static final Protocol S7COMM_PLUS = Protocol.define("s7comm-plus", S7PlusFunctions::describe);

    private static final int PROTOCOL_ID = 0x72;
    private static final int VERSION = 1; // u8
    private static final int BODY = 4;
    private static final int VERSION_WITH_DIGEST = 3;
    private static final int SYSTEM_EVENT = 0xfe;

    /// Seen from the operation's place.
    private static final int FUNCTION = 3; // u16

    private static final int SEQUENCE = 7; // u16
    private static final int REQUEST_DATA = 14;
    private static final int RESULT = 10;

    private static final int REQUEST = 0x31;
    private static final int RESPONSE = 0x32;
    private static final int OLD_RESPONSE = 0x02; // to panels of V13

    private static final Attribute VERSION_NUMBER = new Attribute("s7comm-plus.version");
    private static final Attribute PROTECTION = new Attribute("s7comm-plus.protection");

    private static final long SEEN = 1L << 63;
    private static final int LAST_SEQUENCE = 47; // bits 47 to 62
    private static final int LAST_VARIANT = 45; // bits 45 and 46: bits 12 and 13 of the code
    private static final long LAST = (0xffffL << LAST_SEQUENCE) | (3L << LAST_VARIANT);
    private static final long LOWER = 0xffff_ffffL;

    /// What was told: three versions from this bit on, then three kinds of protection.
    private static final int TOLD_VERSION = 32;

    private static final long TOLD_NONE = 1L << 36;
    private static final long TOLD_DIGEST = 1L << 37;
    private static final long TOLD_TLS = 1L << 38;

    /// A reader of PDUs.
    public S7PlusMessages() {}

    /// True if transport data begins as S7comm-plus does.
    public static boolean isS7Plus(ByteSlice data) {
        if (!data.has(0, BODY) || data.u8(0) != PROTOCOL_ID) {
            return false;
        }
        int version = data.u8(VERSION);
        return (version >= 1 && version <= VERSION_WITH_DIGEST) || version == SYSTEM_EVENT;
    }

    /// True if transport data is a TLS record of a flow that began as S7comm-plus.
    public static boolean isWrapped(ByteSlice data, Observer observer) {
        return data.has(0, 5)
                && data.u8(0) >= 0x14
                && data.u8(0) <= 0x17
                && data.u8(1) == 3
                && observer.flowState() < 0; // SEEN
    }

    /// Reads data for which [#isWrapped(ByteSlice, Observer)] is true.
    public void readWrapped(Observer observer) {
        protection(observer, TOLD_TLS, "tls", observer.fromClient() ? Party.RECEIVER : Party.SENDER);
    }

    /// Reads the beginning of one PDU.
    public void read(ByteSlice pdu, Observer observer) {
        int version = pdu.u8(VERSION);
        if (version == SYSTEM_EVENT) {
            return;
        }
        int at = version == VERSION_WITH_DIGEST && pdu.has(BODY, 1) ? BODY + 1 + pdu.u8(BODY) : BODY;
        if (!pdu.has(at, FUNCTION + 2)) {
            return;
        }
        if (observer.flowState() >= 0) {
            observer.flowState((observer.flowState() & LOWER) | SEEN);
        }
        int operation = pdu.u8(at);
        int function = pdu.u16(at + FUNCTION);
        if (operation == REQUEST) {
            request(pdu, at, function, observer);
            protection(version, function, observer);
        } else if (operation == RESPONSE || operation == OLD_RESPONSE) {
            answer(pdu, at, function, observer);
            version(version, observer);
        }
    }

    private static void request(ByteSlice pdu, int at, int function, Observer observer) {
        int code = S7PlusFunctions.variant(function, pdu, at + REQUEST_DATA);
        observer.request(S7COMM_PLUS, code);
        if (pdu.has(at + SEQUENCE, 2)) {
            long last = ((long) pdu.u16(at + SEQUENCE) << LAST_SEQUENCE) | ((long) (code >>> 12) << LAST_VARIANT);
            observer.flowState((observer.flowState() & ~LAST) | last);
        }
        if (function == S7PlusFunctions.CREATE_OBJECT && code == function) {
            S7PlusSession.tell(pdu, at, observer);
        }
    }

    private static void answer(ByteSlice pdu, int at, int function, Observer observer) {
        long state = observer.flowState();
        boolean ofLast =
                pdu.has(at + SEQUENCE, 2) && pdu.u16(at + SEQUENCE) == ((int) (state >>> LAST_SEQUENCE) & 0xffff);
        int variant = ofLast ? (int) (state >>> LAST_VARIANT) & 3 : 0;
        observer.answer(S7COMM_PLUS, function | (variant << 12), isRefused(pdu, at + RESULT));
        if (function == S7PlusFunctions.CREATE_OBJECT) {
            S7PlusSession.tell(pdu, at, observer);
        }
    }

    /// A result is a number of at most nine bytes with seven bits each; its lowest 16 bits are below zero for an
    /// error.
    private static boolean isRefused(ByteSlice pdu, int from) {
        int value = 0;
        for (int i = 0; i < 9 && pdu.has(from + i, 1); i++) {
            int next = pdu.u8(from + i);
            boolean isNinth = i == 8;
            value = isNinth ? (value << 8) | next : (value << 7) | (next & 0x7f);
            if (next < 0x80 && !isNinth) {
                break;
            }
        }
        return (short) value < 0;
    }

    /// Says once a flow which versions the server speaks.
    private static void version(int version, Observer observer) {
        long told = 1L << (TOLD_VERSION + version);
        long state = observer.flowState();
        if ((state & told) == 0) {
            observer.flowState(state | told);
            observer.number(Party.SENDER, VERSION_NUMBER, version, Confidence.HIGH);
        }
    }

    /// A session is opened without protection in any version, and its keys are then exchanged by Set Multiple
    /// Variables; so only other functions tell.
    private static void protection(int version, int function, Observer observer) {
        if (version == VERSION_WITH_DIGEST) {
            protection(observer, TOLD_DIGEST, "digest", Party.RECEIVER);
        } else if (function != S7PlusFunctions.CREATE_OBJECT
                && function != S7PlusFunctions.DELETE_OBJECT
                && function != S7PlusFunctions.SET_VARIABLES
                && function != S7PlusFunctions.INIT_TLS) {
            protection(observer, TOLD_NONE, "none", Party.RECEIVER);
        }
    }

    private static void protection(Observer observer, long told, String word, Party server) {
        long state = observer.flowState();
        if ((state & told) == 0) {
            observer.flowState(state | told);
            observer.identity(server, PROTECTION, word, Confidence.HIGH);
        }
    }
}
