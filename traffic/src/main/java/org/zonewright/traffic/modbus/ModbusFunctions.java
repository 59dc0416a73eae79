package org.zonewright.traffic.modbus;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The function codes of Modbus (Modbus Application Protocol V1.1b3, section 6) with the class each belongs to.
final class ModbusFunctions {
    static final int READ_WRITE_REGISTERS = 23;
    static final int ENCAPSULATED = 43;
    static final int UMAS = 90;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(1, new Meaning("Read Coils", READ)),
            Map.entry(2, new Meaning("Read Discrete Inputs", READ)),
            Map.entry(3, new Meaning("Read Holding Registers", READ)),
            Map.entry(4, new Meaning("Read Input Registers", READ)),
            Map.entry(5, new Meaning("Write Single Coil", WRITE)),
            Map.entry(6, new Meaning("Write Single Register", WRITE)),
            Map.entry(7, new Meaning("Read Exception Status", DIAGNOSE)),
            Map.entry(8, new Meaning("Diagnostics", DIAGNOSE)),
            Map.entry(11, new Meaning("Get Comm Event Counter", DIAGNOSE)),
            Map.entry(12, new Meaning("Get Comm Event Log", DIAGNOSE)),
            Map.entry(15, new Meaning("Write Multiple Coils", WRITE)),
            Map.entry(16, new Meaning("Write Multiple Registers", WRITE)),
            Map.entry(17, new Meaning("Report Server ID", DIAGNOSE)),
            Map.entry(20, new Meaning("Read File Record", TRANSFER)),
            Map.entry(21, new Meaning("Write File Record", TRANSFER)),
            Map.entry(22, new Meaning("Mask Write Register", WRITE)),
            Map.entry(READ_WRITE_REGISTERS, new Meaning("Read/Write Multiple Registers", WRITE)),
            Map.entry(24, new Meaning("Read FIFO Queue", READ)),
            Map.entry(ENCAPSULATED, new Meaning("Encapsulated Interface Transport", DIAGNOSE)),
            Map.entry(UMAS, new Meaning("Schneider UMAS", PROGRAM)));

    private ModbusFunctions() {}

    /// The function with this code; codes without a public meaning are data.
    static Function describe(int code) {
        Meaning meaning = MEANINGS.get(code);
        String text = Integer.toString(code);
        return Meaning.of("modbus", text, meaning);
    }
}
