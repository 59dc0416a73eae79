package org.zonewright.traffic.bsap;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads BSAP/IP datagrams, little endian.
///
///     0 header's length 14   2 messages   4 kind   6 sequence   10 last one received   14 messages
///
/// A message: u32 length with itself, u8 header's length 12, u32 sequence, then in a request u8 application, u8 node
/// status, u8 function; in a response u8 status, u8 count of elements. Both ends use the same port, so the kind says
/// who asks; a response names no function, so the flow's state keeps the last one.
public final class BsapDissector extends Dissector {
    private static final Protocol BSAP = Protocol.define("bsap", BsapFunctions::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(1234), new Binding.UdpPort(1235));
    private static final int HEADER = 14; // bytes
    private static final int MESSAGES = 2; // u16
    private static final int KIND = 4; // u16

    private static final int POLL = 0;
    private static final int RESPONSE_COUNT = 1;
    private static final int RESPONSE = 5;
    private static final int REQUEST = 6;
    private static final int REQUEST_1 = 0x84;
    private static final int REQUEST_2 = 0x86;

    private static final int APPLICATION = 9; // u8, from a message's start
    private static final int FUNCTION = 11; // u8, or u16 of the extension
    private static final int STATUS = 9; // u8
    private static final int SMALLEST_REQUEST = 12; // bytes
    private static final int SMALLEST_RESPONSE = 10; // bytes
    private static final int MAX_MESSAGES = 64;
    private static final long ASKED = 1L << 16;

    /// A dissector for one reader.
    public BsapDissector() {}

    @Override
    public Protocol protocol() {
        return BSAP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                BSAP,
                "BSAP",
                "Emerson (Bristol) D4052; the IP header as captures show it",
                "polls, remote database and other application functions, answers",
                "names and values of signals, serial frames carried over IP"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isMessage(bytes) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isMessage(ByteSlice bytes) {
        if (bytes.length() < HEADER || bytes.u16le(0) != HEADER || bytes.u16le(MESSAGES) > MAX_MESSAGES) {
            return false;
        }
        return switch (bytes.u16le(KIND)) {
            case POLL, RESPONSE_COUNT, RESPONSE, REQUEST, REQUEST_1, REQUEST_2 -> true;
            default -> false;
        };
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int kind = bytes.u16le(KIND);
        int messages = bytes.u16le(MESSAGES);
        if (kind == POLL) {
            observer.request(BSAP, BsapFunctions.POLL);
        }
        int at = HEADER;
        for (int i = 0; i < messages && bytes.has(at, 4); i++) {
            long length = bytes.u32le(at);
            if (length < SMALLEST_RESPONSE || length > bytes.length() - at) {
                observer.weird("length", at);
                break;
            }
            if (kind >= REQUEST && length >= SMALLEST_REQUEST) {
                request(bytes, at, observer);
            } else if (kind == RESPONSE) {
                response(bytes, at, observer);
            }
            at += (int) length;
        }
        return bytes.length();
    }

    private static void request(ByteSlice bytes, int at, Observer observer) {
        int application = bytes.u8(at + APPLICATION);
        int code =
                switch (application) {
                    case BsapFunctions.DATABASE -> bytes.u8(at + FUNCTION);
                    case BsapFunctions.EXTENSION ->
                        bytes.has(at + FUNCTION, 2)
                                ? BsapFunctions.extended(bytes.u16le(at + FUNCTION))
                                : BsapFunctions.application(application);
                    default -> BsapFunctions.application(application);
                };
        observer.request(BSAP, code);
        observer.flowState(ASKED | code);
    }

    private static void response(ByteSlice bytes, int at, Observer observer) {
        long state = observer.flowState();
        if ((state & ASKED) != 0) {
            observer.answer(BSAP, (int) state & 0xffff, (bytes.u8(at + STATUS) & 0x80) != 0);
            observer.flowState(0);
        }
    }
}
