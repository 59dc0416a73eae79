package org.zonewright.traffic.powerlink;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.HashMap;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// Message types, services and commands (EPSG DS 301, 4.6, 6.3.2.4 and 7.3) with the class each belongs to.
///
/// A function is written as its message type, `3`; asynchronous messages and invitations with their service behind,
/// `6/1`, `5/2`; NMT and SDO commands with the command behind that, `6/4/33`, `6/5/2`.
final class PowerlinkFunctions {
    static final int START_OF_ASYNCHRONOUS = 5;
    static final int ASYNCHRONOUS_SEND = 6;

    static final int IDENT = 1;
    static final int NMT_COMMAND = 4;
    static final int SDO = 5;

    /// Codes: the message type in bits 12 to 15, the service in bits 0 to 7. Types 14 and 15 do not exist on the wire
    /// and stand for the two kinds of commands.
    private static final int TYPE_SHIFT = 12;

    private static final int NMT = 14 << TYPE_SHIFT;
    private static final int SDO_COMMANDS = 15 << TYPE_SHIFT;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        messages();
        nmt();
        sdo();
    }

    private PowerlinkFunctions() {}

    private static void messages() {
        put(message(1, 0), "Start of Cycle", TIME);
        put(message(3, 0), "Poll Request", WRITE);
        put(message(4, 0), "Poll Response", READ);
        put(message(START_OF_ASYNCHRONOUS, 0), "Start of Asynchronous", SESSION);
        put(message(START_OF_ASYNCHRONOUS, IDENT), "Ident Request", DISCOVER);
        put(message(START_OF_ASYNCHRONOUS, 2), "Status Request", DIAGNOSE);
        put(message(START_OF_ASYNCHRONOUS, 3), "NMT Request Invite", SESSION);
        put(message(START_OF_ASYNCHRONOUS, 6), "Sync Request", TIME);
        put(message(START_OF_ASYNCHRONOUS, 255), "Unspecified Invite", SESSION);
        put(message(ASYNCHRONOUS_SEND, IDENT), "Ident Response", DISCOVER);
        put(message(ASYNCHRONOUS_SEND, 2), "Status Response", DIAGNOSE);
        put(message(ASYNCHRONOUS_SEND, 3), "NMT Request", SESSION);
        put(message(ASYNCHRONOUS_SEND, 6), "Sync Response", TIME);
        put(message(7, 0), "Active Managing Node Indication", DISCOVER);
        put(message(13, 0), "Asynchronous Invite", SESSION);
    }

    /// The states of nodes: those that start and stop the exchange of process data operate.
    private static void nmt() {
        for (int group = 0; group <= 0x20; group += 0x20) {
            String suffix = group == 0 ? "" : ", several";
            put(NMT | (33 + group), "NMT Start Node" + suffix, OPERATE);
            put(NMT | (34 + group), "NMT Stop Node" + suffix, OPERATE);
            put(NMT | (35 + group), "NMT Enter Pre-Operational 2" + suffix, OPERATE);
            put(NMT | (36 + group), "NMT Enable Ready to Operate" + suffix, SESSION);
            put(NMT | (40 + group), "NMT Reset Node" + suffix, OPERATE);
            put(NMT | (41 + group), "NMT Reset Communication" + suffix, OPERATE);
            put(NMT | (42 + group), "NMT Reset Configuration" + suffix, CONFIGURE);
            put(NMT | (43 + group), "NMT Software Reset" + suffix, OPERATE);
        }
        put(NMT | 98, "NMT Set Host Name", CONFIGURE);
        put(NMT | 99, "NMT Flush ARP Entry", SESSION);
        put(NMT | 128, "NMT Publish Configured Nodes", DISCOVER);
        put(NMT | 144, "NMT Publish Active Nodes", DISCOVER);
        put(NMT | 176, "NMT Publish Time", TIME);
        put(NMT | 255, "NMT Invalid Service", SESSION);
    }

    private static void sdo() {
        put(SDO_COMMANDS, "SDO Sequence", SESSION);
        put(SDO_COMMANDS | 1, "SDO Write by Index", WRITE);
        put(SDO_COMMANDS | 2, "SDO Read by Index", READ);
        put(SDO_COMMANDS | 3, "SDO Write All by Index", WRITE);
        put(SDO_COMMANDS | 4, "SDO Read All by Index", READ);
        put(SDO_COMMANDS | 5, "SDO Write by Name", WRITE);
        put(SDO_COMMANDS | 6, "SDO Read by Name", READ);
        put(SDO_COMMANDS | 32, "SDO File Write", TRANSFER);
        put(SDO_COMMANDS | 33, "SDO File Read", TRANSFER);
        put(SDO_COMMANDS | 49, "SDO Write Multiple by Index", WRITE);
        put(SDO_COMMANDS | 50, "SDO Read Multiple by Index", READ);
        put(SDO_COMMANDS | 112, "SDO Maximum Segment Size", SESSION);
    }

    private static void put(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    static int message(int type, int service) {
        return (type << TYPE_SHIFT) | service;
    }

    static int nmtCommand(int command) {
        return NMT | command;
    }

    static int sdoCommand(int command) {
        return SDO_COMMANDS | command;
    }

    /// The function with this code; codes without a public meaning are data.
    static Function describe(int code) {
        int low = code & 0xfff;
        String text =
                switch (code & (15 << TYPE_SHIFT)) {
                    case NMT -> "6/4/" + low;
                    case SDO_COMMANDS -> "6/5/" + low;
                    default -> (code >>> TYPE_SHIFT) + (low == 0 ? "" : "/" + low);
                };
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("powerlink", text, meaning);
    }
}
