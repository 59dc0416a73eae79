package org.zonewright.traffic.s7comm;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
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

/// The functions of S7comm with the class each belongs to. A job's code is its function byte (`0x05`); a user data
/// code holds group and subfunction (`ud4/1`). The protocol is not published by its maker: names are the usual ones.
final class S7Functions {
    static final int READ_VARIABLE = 0x04;
    static final int WRITE_VARIABLE = 0x05;
    static final int SETUP_COMMUNICATION = 0xf0;

    private static final int USER_DATA = 0x8000;
    private static final int CPU = 4;
    static final int READ_SYSTEM_STATUS = userData(CPU, 1);

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        job(0x00, "CPU Services", DIAGNOSE);
        job(READ_VARIABLE, "Read Variable", READ);
        job(WRITE_VARIABLE, "Write Variable", WRITE);
        job(0x1a, "Request Download", PROGRAM);
        job(0x1b, "Download Block", PROGRAM);
        job(0x1c, "Download Ended", PROGRAM);
        job(0x1d, "Start Upload", TRANSFER);
        job(0x1e, "Upload Block", TRANSFER);
        job(0x1f, "End Upload", TRANSFER);
        job(0x28, "PI Service (start, insert or delete blocks)", PROGRAM);
        job(0x29, "Stop PLC", PROGRAM);
        job(SETUP_COMMUNICATION, "Setup Communication", SESSION);
        programmer();
        cyclic();
        cpu();
        user(3, 1, "List Blocks", DIAGNOSE);
        user(3, 2, "List Blocks of Type", DIAGNOSE);
        user(3, 3, "Get Block Info", DIAGNOSE);
        user(5, 1, "Password", SESSION);
        user(7, 1, "Read Clock", TIME);
        user(7, 2, "Set Clock", TIME);
        user(7, 3, "Read Clock (following)", TIME);
        user(7, 4, "Set Clock (following)", TIME);
        user(15, 1, "NC Request Download", PROGRAM);
        user(15, 2, "NC Download Block", PROGRAM);
        user(15, 3, "NC Continue Download", PROGRAM);
        user(15, 4, "NC Download Ended", PROGRAM);
        user(15, 6, "NC Start Upload", TRANSFER);
        user(15, 7, "NC Upload", TRANSFER);
        user(15, 8, "NC Continue Upload", TRANSFER);
    }

    private S7Functions() {}

    private static void programmer() {
        user(1, 1, "Block Status", DIAGNOSE);
        user(1, 2, "Variable Status", READ);
        user(1, 3, "Output ISTACK", DIAGNOSE);
        user(1, 4, "Output BSTACK", DIAGNOSE);
        user(1, 5, "Output LSTACK", DIAGNOSE);
        user(1, 6, "Measure Time", DIAGNOSE);
        user(1, 7, "Select Force", OPERATE);
        user(1, 8, "Modify Variable", WRITE);
        user(1, 9, "Force", OPERATE);
        user(1, 10, "Breakpoint", PROGRAM);
        user(1, 11, "Leave Hold", PROGRAM);
        user(1, 12, "Memory Reset", PROGRAM);
        user(1, 13, "Disable Job", DIAGNOSE);
        user(1, 14, "Enable Job", DIAGNOSE);
        user(1, 15, "Delete Job", DIAGNOSE);
        user(1, 16, "Read Job List", DIAGNOSE);
        user(1, 17, "Read Job", DIAGNOSE);
        user(1, 18, "Replace Job", DIAGNOSE);
        user(1, 19, "Block Status 2", DIAGNOSE);
        user(1, 22, "Flash LED", DIAGNOSE);
    }

    private static void cyclic() {
        user(2, 1, "Cyclic Read", READ);
        user(2, 4, "Cyclic Read Unsubscribe", READ);
        user(2, 5, "Read on Change", READ);
        user(2, 7, "Read on Change Modify", READ);
        user(2, 8, "Read Record", READ);
    }

    private static void cpu() {
        user(CPU, 1, "Read System Status List", DIAGNOSE);
        user(CPU, 2, "Message Service", ALARM);
        user(CPU, 3, "Diagnostic Message", ALARM);
        user(CPU, 7, "Alarm Lock", ALARM);
        user(CPU, 8, "Alarm Unlock", ALARM);
        user(CPU, 11, "Alarm Acknowledge", ALARM);
        user(CPU, 19, "Alarm Query", ALARM);
    }

    private static void job(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    private static void user(int group, int subfunction, String name, FunctionClass functionClass) {
        MEANINGS.put(userData(group, subfunction), new Meaning(name, functionClass));
    }

    /// The code of a user data function: group 0 to 15, subfunction 0 to 255.
    static int userData(int group, int subfunction) {
        return USER_DATA | (group << 8) | subfunction;
    }

    /// The function with this code; codes without a known meaning are data.
    static Function describe(int code) {
        String text = (code & USER_DATA) == 0
                ? String.format("0x%02x", code)
                : "ud" + ((code >>> 8) & 0x0f) + "/" + (code & 0xff);
        Meaning meaning = MEANINGS.get(code);
        if (meaning == null && (code & 0xff00) == userData(6, 0)) {
            meaning = new Meaning("Block Send", WRITE);
        }
        return Meaning.of("s7comm", text, meaning);
    }
}
