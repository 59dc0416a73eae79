package org.zonewright.traffic.saia;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.HashMap;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// The commands of S-Bus with the class each belongs to.
final class SaiaCommands {
    static final int READ_FIRMWARE = 32;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        media();
        programs();
        processors();
        blocks();
    }

    private SaiaCommands() {}

    private static void media() {
        put(0, "Read Counters", READ);
        put(1, "Read Display Register", READ);
        put(2, "Read Flags", READ);
        put(3, "Read Inputs", READ);
        put(4, "Read Real-Time Clock", TIME);
        put(5, "Read Outputs", READ);
        put(6, "Read Registers", READ);
        put(7, "Read Timers", READ);
        put(10, "Write Counters", WRITE);
        put(11, "Write Flags", WRITE);
        put(12, "Write Real-Time Clock", TIME);
        put(13, "Write Outputs", WRITE);
        put(14, "Write Registers", WRITE);
        put(15, "Write Timers", WRITE);
        put(19, "Read and Write Media", WRITE);
        put(29, "Read Station Number", DISCOVER);
        put(READ_FIRMWARE, "Read Firmware Version", DIAGNOSE);
        put(71, "Read Byte", READ);
        put(73, "Read Index Register", READ);
        put(81, "Write Byte", WRITE);
        put(82, "Write Index Register", WRITE);
        put(90, "Clear All", WRITE);
        put(91, "Clear Flags", WRITE);
        put(92, "Clear Outputs", WRITE);
        put(93, "Clear Registers", WRITE);
        put(94, "Clear Timers", WRITE);
        put(145, "Read Hang-up Timeout", READ);
        put(150, "Read Data Block", READ);
        put(151, "Write Data Block", WRITE);
        put(159, "Read Data Block Element", READ);
        put(161, "Read EEPROM Register", READ);
        put(163, "Write EEPROM Register", CONFIGURE);
        put(167, "Write System Buffer", CONFIGURE);
        put(168, "Read System Buffer", READ);
        put(171, "Read System Information", DIAGNOSE);
        put(175, "Web Server", TRANSFER);
    }

    private static void programs() {
        put(30, "Read User Memory", TRANSFER);
        put(31, "Read Program Line", TRANSFER);
        put(33, "Read Text", READ);
        put(34, "Read Active Transition", DIAGNOSE);
        put(35, "Write User Memory", PROGRAM);
        put(36, "Write Program Line", PROGRAM);
        put(37, "Write Text", PROGRAM);
        put(70, "Read Arithmetic Status", DIAGNOSE);
        put(72, "Read Halt Failure Register", DIAGNOSE);
        put(74, "Read Instruction Pointer", DIAGNOSE);
        put(75, "Find History", DIAGNOSE);
        put(80, "Write Arithmetic Status", PROGRAM);
        put(83, "Write Instruction Pointer", PROGRAM);
        put(110, "Change Block", PROGRAM);
        put(111, "Clear History Failure", DIAGNOSE);
        put(112, "Delete Program Line", PROGRAM);
        put(113, "Go Conditional", PROGRAM);
        put(114, "Insert Program Line", PROGRAM);
        put(115, "Local Cycles", PROGRAM);
        put(116, "All Cycles", PROGRAM);
        put(117, "Make Text", PROGRAM);
        put(118, "Execute Single Instruction", PROGRAM);
        put(119, "Single Step", PROGRAM);
    }

    /// Seven processors a command, then the own one or all of them.
    private static void processors() {
        for (int i = 0; i <= 7; i++) {
            put(20 + i, "Read Status", DIAGNOSE);
        }
        for (int i = 0; i <= 8; i++) {
            put(40 + i, "Run", PROGRAM);
            put(60 + i, "Stop", PROGRAM);
        }
        for (int i = 0; i <= 7; i++) {
            put(50 + i, "Restart Cold", PROGRAM);
            put(100 + i, "Restart Warm", PROGRAM);
        }
        put(130, "Interrupt 17", OPERATE);
        put(131, "Interrupt 18", OPERATE);
        put(132, "Interrupt 19", OPERATE);
    }

    private static void blocks() {
        put(152, "Make Data Block", PROGRAM);
        put(153, "Clear Data Block", PROGRAM);
        put(154, "Clear Text", PROGRAM);
        put(155, "Read Block Address", DIAGNOSE);
        put(156, "Read Block Sizes", DIAGNOSE);
        put(157, "Read Current Block", DIAGNOSE);
        put(158, "Read Call Stack", DIAGNOSE);
        put(165, "Erase Flash", PROGRAM);
        put(166, "Restart Cold Flag", PROGRAM);
        put(169, "Read or Write Block Data", PROGRAM);
        put(170, "Get Diagnostic", DIAGNOSE);
        put(172, "Change Blocks on Run", PROGRAM);
        put(173, "Flash Card", TRANSFER);
        put(174, "Download Firmware", PROGRAM);
    }

    private static void put(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    /// The function with this code; commands without a public meaning are data.
    static Function describe(int code) {
        String text = Integer.toString(code);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("saia", text, meaning);
    }
}
