package org.zonewright.traffic.melsec;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;

/// The commands of SLMP (SH-080956, 5.1) with the class each belongs to.
final class MelsecFunctions {
    private record Meaning(String name, FunctionClass functionClass) {}

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x0101, new Meaning("Read CPU Model", DIAGNOSE)),
            Map.entry(0x0401, new Meaning("Batch Read", READ)),
            Map.entry(0x0403, new Meaning("Random Read", READ)),
            Map.entry(0x0406, new Meaning("Block Read", READ)),
            Map.entry(0x0601, new Meaning("Extended Unit Read", READ)),
            Map.entry(0x0613, new Meaning("Buffer Memory Read", READ)),
            Map.entry(0x0619, new Meaning("Self Test", DIAGNOSE)),
            Map.entry(0x0801, new Meaning("Monitor Registration", READ)),
            Map.entry(0x0802, new Meaning("Monitor", READ)),
            Map.entry(0x1001, new Meaning("Remote Run", PROGRAM)),
            Map.entry(0x1002, new Meaning("Remote Stop", PROGRAM)),
            Map.entry(0x1003, new Meaning("Remote Pause", PROGRAM)),
            Map.entry(0x1005, new Meaning("Remote Latch Clear", PROGRAM)),
            Map.entry(0x1006, new Meaning("Remote Reset", PROGRAM)),
            Map.entry(0x1401, new Meaning("Batch Write", WRITE)),
            Map.entry(0x1402, new Meaning("Random Write", WRITE)),
            Map.entry(0x1406, new Meaning("Block Write", WRITE)),
            Map.entry(0x1601, new Meaning("Extended Unit Write", WRITE)),
            Map.entry(0x1613, new Meaning("Buffer Memory Write", WRITE)),
            Map.entry(0x1617, new Meaning("Clear Error", ALARM)),
            Map.entry(0x1630, new Meaning("Remote Password Unlock", SESSION)),
            Map.entry(0x1631, new Meaning("Remote Password Lock", SESSION)),
            Map.entry(0x1810, new Meaning("Read Directory", TRANSFER)),
            Map.entry(0x1811, new Meaning("Search Directory", TRANSFER)),
            Map.entry(0x1820, new Meaning("New File", TRANSFER)),
            Map.entry(0x1822, new Meaning("Delete File", TRANSFER)),
            Map.entry(0x1824, new Meaning("Copy File", TRANSFER)),
            Map.entry(0x1825, new Meaning("Change File Attributes", TRANSFER)),
            Map.entry(0x1826, new Meaning("Change File Date", TRANSFER)),
            Map.entry(0x1827, new Meaning("Open File", TRANSFER)),
            Map.entry(0x1828, new Meaning("Read File", TRANSFER)),
            Map.entry(0x1829, new Meaning("Write File", TRANSFER)),
            Map.entry(0x182a, new Meaning("Close File", TRANSFER)));

    private MelsecFunctions() {}

    static Function describe(int code) {
        String text = String.format(Locale.ROOT, "0x%04x", code);
        Meaning meaning = MEANINGS.get(code);
        return meaning == null
                ? Function.unknown("melsec", text)
                : new Function("melsec", text, meaning.name(), meaning.functionClass());
    }
}
