package org.zonewright.traffic.bsap;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// The application functions of BSAP with the class each belongs to.
///
/// Written as the application's code, `0x78`; the remote database's functions with theirs behind, `0xa0/0x84`, the
/// extended ones likewise, `0xa1/0x0101`; the acknowledgement that asks for more as `poll`.
final class BsapFunctions {
    static final int POLL = 0x8000;
    static final int DATABASE = 0xa0;
    static final int EXTENSION = 0xa1;

    private static final int APPLICATION = 0x0100;
    private static final int EXTENDED = 0x1000;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        database();
        applications();
    }

    private BsapFunctions() {}

    private static void database() {
        put(POLL, "Poll", SESSION);
        put(0x00, "Read Signal by Address", READ);
        put(0x02, "Read Logical by Address", READ);
        put(0x04, "Read Signal by Name", READ);
        put(0x06, "Read Logical by Name", READ);
        put(0x0c, "Read Signal by List, start", READ);
        put(0x0d, "Read Signal by List, continue", READ);
        put(0x0e, "Read Logical by List, start", READ);
        put(0x0f, "Read Logical by List, continue", READ);
        put(0x80, "Write Signal by Address", WRITE);
        put(0x84, "Write Signal by Name", WRITE);
        put(0x8c, "Write Signal by List, start", WRITE);
        put(0x8d, "Write Signal by List, continue", WRITE);
        put(EXTENDED | 0x101, "Reset System", OPERATE);
        put(EXTENDED | 0x102, "Reset Diagnostics", DIAGNOSE);
        put(EXTENDED | 0x201, "Read Date and Time", TIME);
        put(EXTENDED | 0x202, "Read Date", TIME);
        put(EXTENDED | 0x203, "Read Time", TIME);
        put(EXTENDED | 0x281, "Write Date and Time", TIME);
        put(EXTENDED | 0x400, "Change Node Address", CONFIGURE);
    }

    private static void applications() {
        put(APPLICATION | 0x48, "Diagnostics", DIAGNOSE);
        put(APPLICATION | 0x68, "Flash Download", PROGRAM);
        put(APPLICATION | 0x6a, "Flash Configuration", CONFIGURE);
        put(APPLICATION | 0x78, "Download Request", PROGRAM);
        put(APPLICATION | 0x88, "Time Synchronisation and Node Routing", TIME);
        put(APPLICATION | 0x89, "Request Time and Node Routing", TIME);
        put(APPLICATION | DATABASE, "Remote Database", READ);
        put(APPLICATION | EXTENSION, "Remote Database Extension", CONFIGURE);
        put(APPLICATION | 0xa2, "Report by Exception", READ);
        put(APPLICATION | 0xa3, "Report by Exception Manager", READ);
        put(APPLICATION | 0xa8, "Alarm Acknowledge", ALARM);
        put(APPLICATION | 0xa9, "Alarm Initialize", ALARM);
        put(APPLICATION | 0xaa, "Alarm Report", ALARM);
        put(APPLICATION | 0xb0, "Peer to Peer Master", TRANSFER);
        put(APPLICATION | 0xb1, "Peer to Peer Slave", TRANSFER);
    }

    private static void put(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    /// The code of an application function.
    static int application(int code) {
        return APPLICATION | code;
    }

    /// The code of an extended function, or of the extension as such where it is not known.
    static int extended(int function) {
        return function <= 0xfff && MEANINGS.containsKey(EXTENDED | function)
                ? EXTENDED | function
                : application(EXTENSION);
    }

    /// The function with this code; codes without a public meaning are data.
    static Function describe(int code) {
        String text = text(code);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("bsap", text, meaning);
    }

    private static String text(int code) {
        if (code == POLL) {
            return "poll";
        }
        if ((code & EXTENDED) != 0) {
            return String.format(Locale.ROOT, "0xa1/0x%04x", code & 0xfff);
        }
        return (code & APPLICATION) != 0
                ? String.format(Locale.ROOT, "0x%02x", code & 0xff)
                : String.format(Locale.ROOT, "0xa0/0x%02x", code);
    }
}
