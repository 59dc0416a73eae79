package org.zonewright.traffic.roc;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The opcodes of ROC Plus with the class each belongs to.
final class RocOpcodes {
    static final int LOGIN = 17;
    static final int STORE_AND_FORWARD = 24;
    static final int ALARM_SIGNAL = 224;
    static final int ERROR = 255;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(6, new Meaning("System Configuration", DIAGNOSE)),
            Map.entry(7, new Meaning("Read Real-Time Clock", TIME)),
            Map.entry(8, new Meaning("Set Real-Time Clock", TIME)),
            Map.entry(10, new Meaning("Read Configurable Opcode Point Data", READ)),
            Map.entry(11, new Meaning("Write Configurable Opcode Point Data", WRITE)),
            Map.entry(LOGIN, new Meaning("Login", SESSION)),
            Map.entry(STORE_AND_FORWARD, new Meaning("Store and Forward", SESSION)),
            Map.entry(50, new Meaning("Request I/O Point Position", READ)),
            Map.entry(100, new Meaning("Access User-Defined Information", READ)),
            Map.entry(105, new Meaning("Request Minimum and Maximum Values", READ)),
            Map.entry(108, new Meaning("Request History Tag and Periodic Index", READ)),
            Map.entry(118, new Meaning("Request Alarm Data", ALARM)),
            Map.entry(119, new Meaning("Request Event Data", ALARM)),
            Map.entry(135, new Meaning("Request Single History Point", READ)),
            Map.entry(136, new Meaning("Request Multiple History Points", READ)),
            Map.entry(137, new Meaning("Request History Index", READ)),
            Map.entry(138, new Meaning("Request Daily and Periodic History", READ)),
            Map.entry(139, new Meaning("History Information", READ)),
            Map.entry(166, new Meaning("Set Single Point Parameters", WRITE)),
            Map.entry(167, new Meaning("Request Single Point Parameters", READ)),
            Map.entry(180, new Meaning("Request Parameters", READ)),
            Map.entry(181, new Meaning("Write Parameters", WRITE)),
            Map.entry(203, new Meaning("General File Transfer", TRANSFER)),
            Map.entry(205, new Meaning("Peer-to-Peer Network Message", TRANSFER)),
            Map.entry(206, new Meaning("Read Transaction History", READ)),
            Map.entry(ALARM_SIGNAL, new Meaning("Report Alarm by Exception", ALARM)),
            Map.entry(225, new Meaning("Acknowledge Report by Exception", ALARM)));

    private RocOpcodes() {}

    /// The function with this code; opcodes without a public meaning are data.
    static Function describe(int code) {
        String text = Integer.toString(code);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("roc", text, meaning);
    }
}
