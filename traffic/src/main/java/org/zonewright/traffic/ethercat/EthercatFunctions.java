package org.zonewright.traffic.ethercat;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.HashMap;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// What a master asks of its slaves, with the class each belongs to.
///
/// Commands are written as their number, `5`; a state asked for as `al/8`; mailbox services as `coe/2`, SDO requests
/// with their command specifier, `coe/2/1`; file services as `foe/2`; the setting of a slave's
/// address as `address`.
final class EthercatFunctions {
    static final int STATE = 0x100;
    static final int COE = 0x200;
    static final int SDO = 0x300;
    static final int FOE = 0x400;
    static final int STATION_ADDRESS = 0x500;
    private static final int KIND = 0xff00;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        commands();
        mailboxes();
    }

    private EthercatFunctions() {}

    private static void commands() {
        put(0, "NOP", SESSION);
        put(1, "APRD", READ);
        put(2, "APWR", WRITE);
        put(3, "APRW", WRITE);
        put(4, "FPRD", READ);
        put(5, "FPWR", WRITE);
        put(6, "FPRW", WRITE);
        put(7, "BRD", READ);
        put(8, "BWR", WRITE);
        put(9, "BRW", WRITE);
        put(10, "LRD", READ);
        put(11, "LWR", WRITE);
        put(12, "LRW", WRITE);
        put(13, "ARMW", WRITE);
        put(14, "FRMW", WRITE);
        put(STATE | 1, "Init", OPERATE);
        put(STATE | 2, "Pre-Operational", OPERATE);
        put(STATE | 3, "Bootstrap", PROGRAM);
        put(STATE | 4, "Safe-Operational", OPERATE);
        put(STATE | 8, "Operational", OPERATE);
        put(STATION_ADDRESS, "Set Station Address", CONFIGURE);
    }

    private static void mailboxes() {
        put(COE | 1, "CoE Emergency", ALARM);
        put(COE | 4, "CoE Transmitted Process Data", READ);
        put(COE | 5, "CoE Received Process Data", WRITE);
        put(COE | 6, "CoE Transmitted Process Data, remote request", READ);
        put(COE | 7, "CoE Received Process Data, remote request", READ);
        put(COE | 8, "CoE SDO Information", DISCOVER);
        put(SDO, "CoE SDO Download Segment", WRITE);
        put(SDO | 1, "CoE SDO Download", WRITE);
        put(SDO | 2, "CoE SDO Upload", READ);
        put(SDO | 3, "CoE SDO Upload Segment", READ);
        put(SDO | 4, "CoE SDO Abort", SESSION);
        put(FOE | 1, "FoE Read", TRANSFER);
        put(FOE | 2, "FoE Write", PROGRAM);
        put(FOE | 3, "FoE Data", PROGRAM);
        put(FOE | 4, "FoE Acknowledge", TRANSFER);
        put(FOE | 5, "FoE Error", TRANSFER);
        put(FOE | 6, "FoE Busy", TRANSFER);
    }

    private static void put(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    /// The function with this code; codes without a public meaning are data.
    static Function describe(int code) {
        int low = code & 0xff;
        String text =
                switch (code & KIND) {
                    case STATE -> "al/" + low;
                    case COE -> "coe/" + low;
                    case SDO -> "coe/2/" + low;
                    case FOE -> "foe/" + low;
                    case STATION_ADDRESS -> "address";
                    default -> Integer.toString(code);
                };
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("ethercat", text, meaning);
    }
}
