package org.zonewright.traffic.fins;

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

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The commands of FINS (Omron W342, section 5) with the class each belongs to.
final class FinsCommands {
    static final int CONTROLLER_DATA_READ = 0x0501;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x0101, new Meaning("Memory Area Read", READ)),
            Map.entry(0x0102, new Meaning("Memory Area Write", WRITE)),
            Map.entry(0x0103, new Meaning("Memory Area Fill", WRITE)),
            Map.entry(0x0104, new Meaning("Multiple Memory Area Read", READ)),
            Map.entry(0x0105, new Meaning("Memory Area Transfer", WRITE)),
            Map.entry(0x0201, new Meaning("Parameter Area Read", READ)),
            Map.entry(0x0202, new Meaning("Parameter Area Write", CONFIGURE)),
            Map.entry(0x0203, new Meaning("Parameter Area Clear", CONFIGURE)),
            Map.entry(0x0220, new Meaning("Data Link Table Read", READ)),
            Map.entry(0x0221, new Meaning("Data Link Table Write", CONFIGURE)),
            Map.entry(0x0304, new Meaning("Program Area Protect", PROGRAM)),
            Map.entry(0x0305, new Meaning("Program Area Protect Clear", PROGRAM)),
            Map.entry(0x0306, new Meaning("Program Area Read", TRANSFER)),
            Map.entry(0x0307, new Meaning("Program Area Write", PROGRAM)),
            Map.entry(0x0308, new Meaning("Program Area Clear", PROGRAM)),
            Map.entry(0x0401, new Meaning("Run", PROGRAM)),
            Map.entry(0x0402, new Meaning("Stop", PROGRAM)),
            Map.entry(0x0403, new Meaning("Reset", PROGRAM)),
            Map.entry(CONTROLLER_DATA_READ, new Meaning("Controller Data Read", DIAGNOSE)),
            Map.entry(0x0502, new Meaning("Connection Data Read", DIAGNOSE)),
            Map.entry(0x0601, new Meaning("Controller Status Read", DIAGNOSE)),
            Map.entry(0x0602, new Meaning("Network Status Read", DIAGNOSE)),
            Map.entry(0x0603, new Meaning("Data Link Status Read", DIAGNOSE)),
            Map.entry(0x0620, new Meaning("Cycle Time Read", DIAGNOSE)),
            Map.entry(0x0701, new Meaning("Clock Read", TIME)),
            Map.entry(0x0702, new Meaning("Clock Write", TIME)),
            Map.entry(0x0801, new Meaning("Loopback Test", DIAGNOSE)),
            Map.entry(0x0802, new Meaning("Broadcast Test Results Read", DIAGNOSE)),
            Map.entry(0x0803, new Meaning("Broadcast Test Data Send", DIAGNOSE)),
            Map.entry(0x0920, new Meaning("Message Read or Clear", ALARM)),
            Map.entry(0x0c01, new Meaning("Access Right Acquire", SESSION)),
            Map.entry(0x0c02, new Meaning("Access Right Forced Acquire", SESSION)),
            Map.entry(0x0c03, new Meaning("Access Right Release", SESSION)),
            Map.entry(0x2101, new Meaning("Error Clear", ALARM)),
            Map.entry(0x2102, new Meaning("Error Log Read", DIAGNOSE)),
            Map.entry(0x2103, new Meaning("Error Log Clear", ALARM)),
            Map.entry(0x2201, new Meaning("File Name Read", TRANSFER)),
            Map.entry(0x2202, new Meaning("Single File Read", TRANSFER)),
            Map.entry(0x2203, new Meaning("Single File Write", TRANSFER)),
            Map.entry(0x2204, new Meaning("Memory Card Format", CONFIGURE)),
            Map.entry(0x2205, new Meaning("File Delete", TRANSFER)),
            Map.entry(0x2206, new Meaning("Volume Label Create or Delete", CONFIGURE)),
            Map.entry(0x2207, new Meaning("File Copy", TRANSFER)),
            Map.entry(0x2208, new Meaning("File Name Change", TRANSFER)),
            Map.entry(0x2209, new Meaning("File Data Check", DIAGNOSE)),
            Map.entry(0x220a, new Meaning("Memory Area File Transfer", TRANSFER)),
            Map.entry(0x220b, new Meaning("Parameter Area File Transfer", CONFIGURE)),
            Map.entry(0x220c, new Meaning("Program Area File Transfer", PROGRAM)),
            Map.entry(0x220f, new Meaning("File Memory Index Read", TRANSFER)),
            Map.entry(0x2210, new Meaning("File Memory Read", TRANSFER)),
            Map.entry(0x2211, new Meaning("File Memory Write", TRANSFER)),
            Map.entry(0x2301, new Meaning("Forced Set or Reset", OPERATE)),
            Map.entry(0x2302, new Meaning("Forced Set or Reset Cancel", OPERATE)),
            Map.entry(0x230a, new Meaning("Forced Status Read", READ)),
            Map.entry(0x2601, new Meaning("Name Set", CONFIGURE)),
            Map.entry(0x2602, new Meaning("Name Delete", CONFIGURE)),
            Map.entry(0x2603, new Meaning("Name Read", READ)));

    private FinsCommands() {}

    static boolean isKnown(int command) {
        return MEANINGS.containsKey(command);
    }

    /// The command with this code; others are data.
    static Function describe(int code) {
        Meaning meaning = MEANINGS.get(code);
        String text = String.format("0x%04x", code);
        return Meaning.of("fins", text, meaning);
    }
}
