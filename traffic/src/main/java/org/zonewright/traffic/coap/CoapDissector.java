package org.zonewright.traffic.coap;

import java.util.List;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads CoAP messages (RFC 7252, 3): 2 bits version 1, 2 bits type, 4 bits length of the token; code; u16 id; token;
/// options. Of the flow's state the lower 17 bits keep the last id asked with, the next 16 what was asked.
public final class CoapDissector extends Dissector {
    private static final Protocol COAP = Protocol.define("coap", CoapDissector::describe);

    private static final int HEADER = 4; // bytes
    private static final int LONGEST_TOKEN = 8;
    private static final int ACKNOWLEDGES = 2;
    private static final int PING = 0;
    private static final int GET = 1;
    private static final int LAST_METHOD = 7;
    private static final int SEARCH = 0x100 | GET;

    private static final int URI_PATH = 11;
    private static final int MAX_OPTIONS = 16;
    private static final int PAYLOAD = 0xff;
    private static final long ASKED = 1L << 16;

    /// A dissector for one reader.
    public CoapDissector() {}

    private static Function describe(int code) {
        return switch (code) {
            case PING -> new Function("coap", "0.00", "Ping", FunctionClass.SESSION);
            case GET -> new Function("coap", "0.01", "GET", FunctionClass.READ);
            case 2 -> new Function("coap", "0.02", "POST", FunctionClass.WRITE);
            case 3 -> new Function("coap", "0.03", "PUT", FunctionClass.WRITE);
            case 4 -> new Function("coap", "0.04", "DELETE", FunctionClass.WRITE);
            case 5 -> new Function("coap", "0.05", "FETCH", FunctionClass.READ);
            case 6 -> new Function("coap", "0.06", "PATCH", FunctionClass.WRITE);
            case LAST_METHOD -> new Function("coap", "0.07", "iPATCH", FunctionClass.WRITE);
            case SEARCH -> new Function("coap", "0.01", "GET /.well-known/core", FunctionClass.DISCOVER);
            default -> Function.unknown("coap", (code >>> 5) + "." + (code & 31));
        };
    }

    @Override
    public Protocol protocol() {
        return COAP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                COAP,
                "CoAP",
                "RFC 7252, RFC 8132",
                "methods as functions, a search for resources apart, refusals that come with the acknowledgement",
                "paths and payloads, answers that come later on their own, CoAP over TCP"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(5683));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isMessage(bytes) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isMessage(ByteSlice bytes) {
        int token = bytes.u8(0) & 0x0f;
        if (bytes.u8(0) >>> 6 != 1 || token > LONGEST_TOKEN || !bytes.has(0, HEADER + token)) {
            return false;
        }
        int code = bytes.u8(1);
        int group = code >>> 5;
        return code <= LAST_METHOD || group == 2 || group == 4 || group == 5;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int type = (bytes.u8(0) >>> 4) & 3;
        int code = bytes.u8(1);
        int id = bytes.u16(2);
        if (code <= LAST_METHOD && type < ACKNOWLEDGES) {
            int asked = code == GET && isSearch(bytes) ? SEARCH : code;
            observer.request(COAP, asked);
            observer.flowState(ASKED | id | ((long) asked << 17));
        } else if (type >= ACKNOWLEDGES) {
            long state = observer.flowState();
            if ((state & (ASKED | 0xffff)) == (ASKED | id) && (code >>> 5 != 0 || state >>> 17 == PING)) {
                observer.answer(COAP, (int) (state >>> 17) & 0xffff, code >>> 5 >= 4);
            }
        }
        return bytes.length();
    }

    /// True if the first part of the path is `.well-known`. An option is 4 bits of difference to the one before, 4
    /// bits of length; 13 and 14 mean that one or two bytes more follow.
    private static boolean isSearch(ByteSlice bytes) {
        int at = HEADER + (bytes.u8(0) & 0x0f);
        int option = 0;
        for (int i = 0; i < MAX_OPTIONS && bytes.has(at, 1) && bytes.u8(at) != PAYLOAD; i++) {
            int difference = bytes.u8(at) >>> 4;
            int length = bytes.u8(at) & 0x0f;
            at++;
            if (difference >= 13 || length >= 13) {
                return false;
            }
            option += difference;
            if (option >= URI_PATH) {
                return option == URI_PATH && length == 11 && bytes.startsWith(at, ".well-known");
            }
            at += length;
        }
        return false;
    }
}
