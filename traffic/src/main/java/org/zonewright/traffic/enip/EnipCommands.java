package org.zonewright.traffic.enip;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.SESSION;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The commands of the EtherNet/IP encapsulation (The CIP Networks Library, volume 2, 2-3.2).
final class EnipCommands {
    static final int LIST_SERVICES = 0x0004;
    static final int LIST_IDENTITY = 0x0063;
    static final int LIST_INTERFACES = 0x0064;
    static final int REGISTER_SESSION = 0x0065;
    static final int SEND_RR_DATA = 0x006f;
    static final int SEND_UNIT_DATA = 0x0070;

    private static final Map<Integer, Meaning> MEANINGS = Map.of(
            0x0000,
            new Meaning("No Operation", SESSION),
            LIST_SERVICES,
            new Meaning("List Services", DISCOVER),
            LIST_IDENTITY,
            new Meaning("List Identity", DISCOVER),
            LIST_INTERFACES,
            new Meaning("List Interfaces", DISCOVER),
            REGISTER_SESSION,
            new Meaning("Register Session", SESSION),
            0x0066,
            new Meaning("Unregister Session", SESSION),
            SEND_RR_DATA,
            new Meaning("Send RR Data", SESSION),
            SEND_UNIT_DATA,
            new Meaning("Send Unit Data", SESSION),
            0x0072,
            new Meaning("Indicate Status", DIAGNOSE),
            0x00c8,
            new Meaning("Start DTLS", SESSION));

    private EnipCommands() {}

    /// The command with this code; others are data.
    static Function describe(int code) {
        String text = String.format("0x%04x", code);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("enip", text, meaning);
    }
}
