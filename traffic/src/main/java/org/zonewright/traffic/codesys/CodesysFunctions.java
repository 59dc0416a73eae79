package org.zonewright.traffic.codesys;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.UNKNOWN;

import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The functions of CODESYS 3: services of datagrams, written `dg/3`, and services of a channel, written as group and
/// number, `0x02/0x05`.
final class CodesysFunctions {
    static final int NAME_REQUEST = 3;
    static final int NAME_ANSWER = 4;
    static final int CHANNEL = 0x40;

    private static final Map<Integer, Meaning> GROUPS = Map.ofEntries(
            Map.entry(0x01, new Meaning("Device", SESSION)),
            Map.entry(0x02, new Meaning("Application", PROGRAM)),
            Map.entry(0x04, new Meaning("Visualisation", READ)),
            Map.entry(0x05, new Meaning("Log", DIAGNOSE)),
            Map.entry(0x06, new Meaning("Settings", CONFIGURE)),
            Map.entry(0x07, new Meaning("Ethernet Settings", CONFIGURE)),
            Map.entry(0x08, new Meaning("File Transfer", TRANSFER)),
            Map.entry(0x09, new Meaning("Variable Access", UNKNOWN)),
            Map.entry(0x0b, new Meaning("Inputs and Outputs", UNKNOWN)),
            Map.entry(0x0c, new Meaning("User Management", CONFIGURE)),
            Map.entry(0x0f, new Meaning("Trace", DIAGNOSE)),
            Map.entry(0x11, new Meaning("Shell", CONFIGURE)),
            Map.entry(0x12, new Meaning("Breakpoints", PROGRAM)),
            Map.entry(0x13, new Meaning("Forced Values", OPERATE)),
            Map.entry(0x18, new Meaning("Alarms", ALARM)),
            Map.entry(0x1b, new Meaning("Monitoring", READ)),
            Map.entry(0x1d, new Meaning("Licences", CONFIGURE)),
            Map.entry(0x1f, new Meaning("Core Dumps", TRANSFER)),
            Map.entry(0x22, new Meaning("Certificates", CONFIGURE)));

    private CodesysFunctions() {}

    /// The code of a service within a channel; the codes of datagrams are below.
    static int inChannel(int group, int service) {
        return (group << 8) | (service & 0xff);
    }

    static Function describe(int code) {
        int group = code >>> 8;
        if (group == 0) {
            return ofDatagram(code);
        }
        String text = String.format(Locale.ROOT, "0x%02x/0x%02x", group, code & 0xff);
        Meaning meaning = GROUPS.get(group);
        return Meaning.of("codesys", text, meaning);
    }

    private static Function ofDatagram(int code) {
        String text = "dg/" + code;
        return switch (code) {
            case 1 -> new Function("codesys", text, "Address Service", DISCOVER);
            case NAME_REQUEST -> new Function("codesys", text, "Name Service", DISCOVER);
            case CHANNEL -> new Function("codesys", text, "Open Channel", SESSION);
            default -> Function.unknown("codesys", text);
        };
    }
}
