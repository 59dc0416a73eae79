package org.zonewright.traffic.melsec;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The commands of SLMP (SH-080956, 5.1) and of frames 1E (SH-080008, 18) with the class each belongs to. The codes
/// of 1E have eight bits and are written `1e:0x13`; those of SLMP begin at 0x0101.
final class MelsecFunctions {
    static final int READ_MODEL = 0x0101;

    private static final int FIRST_OF_SLMP = 0x0100;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(READ_MODEL, new Meaning("Read CPU Model", DIAGNOSE)),
            Map.entry(0x0401, new Meaning("Batch Read", READ)),
            Map.entry(0x0403, new Meaning("Random Read", READ)),
            Map.entry(0x0406, new Meaning("Block Read", READ)),
            Map.entry(0x041a, new Meaning("Array Label Read", READ)),
            Map.entry(0x041c, new Meaning("Label Random Read", READ)),
            Map.entry(0x141a, new Meaning("Array Label Write", WRITE)),
            Map.entry(0x141b, new Meaning("Label Random Write", WRITE)),
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
            Map.entry(0x0e30, new Meaning("Node Search", DISCOVER)),
            Map.entry(0x0e31, new Meaning("IP Address Set", CONFIGURE)),
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

    /// The subheaders of frames 1E.
    private static final Map<Integer, Meaning> OF_1E = Map.ofEntries(
            Map.entry(0x00, new Meaning("Batch Read in Bits", READ)),
            Map.entry(0x01, new Meaning("Batch Read in Words", READ)),
            Map.entry(0x02, new Meaning("Batch Write in Bits", WRITE)),
            Map.entry(0x03, new Meaning("Batch Write in Words", WRITE)),
            Map.entry(0x04, new Meaning("Random Write in Bits", WRITE)),
            Map.entry(0x05, new Meaning("Random Write in Words", WRITE)),
            Map.entry(0x06, new Meaning("Monitor Registration in Bits", READ)),
            Map.entry(0x07, new Meaning("Monitor Registration in Words", READ)),
            Map.entry(0x08, new Meaning("Monitor in Bits", READ)),
            Map.entry(0x09, new Meaning("Monitor in Words", READ)),
            Map.entry(0x0e, new Meaning("Special Module Buffer Read", READ)),
            Map.entry(0x0f, new Meaning("Special Module Buffer Write", WRITE)),
            Map.entry(0x13, new Meaning("Remote Run", PROGRAM)),
            Map.entry(0x14, new Meaning("Remote Stop", PROGRAM)),
            Map.entry(0x15, new Meaning("Read CPU Model", DIAGNOSE)),
            Map.entry(0x16, new Meaning("Loopback Test", DIAGNOSE)),
            Map.entry(0x17, new Meaning("Extension File Register Batch Read", READ)),
            Map.entry(0x18, new Meaning("Extension File Register Batch Write", WRITE)));

    private MelsecFunctions() {}

    static boolean isOf1e(int subheader) {
        return OF_1E.containsKey(subheader);
    }

    static Function describe(int code) {
        boolean of1e = code < FIRST_OF_SLMP;
        String text = String.format(Locale.ROOT, of1e ? "1e:0x%02x" : "0x%04x", code);
        Meaning meaning = of1e ? OF_1E.get(code) : MEANINGS.get(code);
        return Meaning.of("melsec", text, meaning);
    }
}
