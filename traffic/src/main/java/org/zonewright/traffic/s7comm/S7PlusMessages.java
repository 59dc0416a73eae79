package org.zonewright.traffic.s7comm;

import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.List;
import java.util.Map;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads S7comm-plus PDUs out of ISO transport data: the functions of requests, and who answers the first one.
///
///     0 protocol id 0x72   1 version   2 length   4 operation   7 function    versions 1 and 2
///     0 protocol id 0x72   1 version   2 length   4 digest, led by its length; then the operation    version 3
///
/// Since a PDU may go on in the next transport unit without a mark of its own, only what looks like a beginning is
/// read. Whether an answer refuses is not told apart.
public final class S7PlusMessages {
    /// The protocol, with the function codes that are publicly understood.
    public static final Protocol S7COMM_PLUS = Protocol.define("s7comm-plus", S7PlusMessages::describe);

    private static final int PROTOCOL_ID = 0x72;
    private static final int VERSION = 1; // u8
    private static final int BODY = 4;
    private static final int VERSION_WITH_DIGEST = 3;
    private static final int SYSTEM_EVENT = 0xfe;
    private static final int REQUEST = 0x31;
    private static final int RESPONSE = 0x32;
    private static final int CREATE_OBJECT = 0x04ca;

    /// Attribute 319 of a session object, no flags, type text: `1;6ES7 211-1BE31-0XB0 ;V3.0`.
    private static final int PRODUCT_TEXT = 0x823f_0015;

    private record Meaning(String name, FunctionClass functionClass) {}

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x04bb, new Meaning("Explore", READ)),
            Map.entry(CREATE_OBJECT, new Meaning("Create Object", SESSION)),
            Map.entry(0x04d4, new Meaning("Delete Object", SESSION)),
            Map.entry(0x04f2, new Meaning("Set Variable", WRITE)),
            Map.entry(0x0524, new Meaning("Get Link", READ)),
            Map.entry(0x0542, new Meaning("Set Multiple Variables", WRITE)),
            Map.entry(0x054c, new Meaning("Get Multiple Variables", READ)),
            Map.entry(0x0556, new Meaning("Begin Sequence", PROGRAM)),
            Map.entry(0x0560, new Meaning("End Sequence", PROGRAM)),
            Map.entry(0x056b, new Meaning("Invoke", PROGRAM)),
            Map.entry(0x0586, new Meaning("Get Variable in Parts", READ)));

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

    /// Reads the beginning of one PDU.
    public void read(ByteSlice pdu, Observer observer) {
        int version = pdu.u8(VERSION);
        if (version == SYSTEM_EVENT) {
            return;
        }
        int at = version == VERSION_WITH_DIGEST && pdu.has(BODY, 1) ? BODY + 1 + pdu.u8(BODY) : BODY;
        if (!pdu.has(at, 5)) {
            return;
        }
        int function = pdu.u16(at + 3);
        if (pdu.u8(at) == REQUEST) {
            observer.request(S7COMM_PLUS, function);
        } else if (pdu.u8(at) == RESPONSE) {
            observer.answer(S7COMM_PLUS, function, false);
            if (function == CREATE_OBJECT) {
                product(pdu, at, observer);
            }
        }
    }

    private static void product(ByteSlice pdu, int from, Observer observer) {
        for (int at = from; pdu.has(at, 5); at++) {
            if (pdu.i32(at) == PRODUCT_TEXT && pdu.has(at + 5, pdu.u8(at + 4))) {
                List<String> parts = List.of(pdu.latin1(at + 5, pdu.u8(at + 4)).split(";", 4));
                if (parts.size() >= 3) {
                    observer.identity(
                            Party.SENDER, Attribute.MODEL, parts.get(1).strip(), Confidence.HIGH);
                    observer.identity(
                            Party.SENDER, Attribute.FIRMWARE, parts.get(2).strip(), Confidence.HIGH);
                }
                return;
            }
        }
    }

    private static Function describe(int code) {
        Meaning meaning = MEANINGS.get(code);
        String text = String.format("0x%04x", code);
        return meaning == null
                ? Function.unknown("s7comm-plus", text)
                : new Function("s7comm-plus", text, meaning.name(), meaning.functionClass());
    }
}
