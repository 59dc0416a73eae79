package org.zonewright.traffic.smb;

import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// The commands of SMB with the class each belongs to. Commands of version 2 are numbered from 0x100.
final class SmbFunctions {
    static final int VERSION_2 = 0x100;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x00, new Meaning("Create Directory", TRANSFER)),
            Map.entry(0x01, new Meaning("Delete Directory", TRANSFER)),
            Map.entry(0x04, new Meaning("Close", SESSION)),
            Map.entry(0x06, new Meaning("Delete", TRANSFER)),
            Map.entry(0x07, new Meaning("Rename", TRANSFER)),
            Map.entry(0x08, new Meaning("Query Information", READ)),
            Map.entry(0x0a, new Meaning("Read", TRANSFER)),
            Map.entry(0x0b, new Meaning("Write", TRANSFER)),
            Map.entry(0x10, new Meaning("Check Directory", READ)),
            Map.entry(0x25, new Meaning("Transaction", FunctionClass.UNKNOWN)),
            Map.entry(0x2b, new Meaning("Echo", SESSION)),
            Map.entry(0x2d, new Meaning("Open AndX", TRANSFER)),
            Map.entry(0x2e, new Meaning("Read AndX", TRANSFER)),
            Map.entry(0x2f, new Meaning("Write AndX", TRANSFER)),
            Map.entry(0x32, new Meaning("Transaction 2", FunctionClass.UNKNOWN)),
            Map.entry(0x71, new Meaning("Tree Disconnect", SESSION)),
            Map.entry(0x72, new Meaning("Negotiate", SESSION)),
            Map.entry(0x73, new Meaning("Session Setup AndX", SESSION)),
            Map.entry(0x74, new Meaning("Logoff AndX", SESSION)),
            Map.entry(0x75, new Meaning("Tree Connect AndX", SESSION)),
            Map.entry(0xa0, new Meaning("NT Transact", FunctionClass.UNKNOWN)),
            Map.entry(0xa2, new Meaning("NT Create AndX", TRANSFER)),
            Map.entry(0x100, new Meaning("Negotiate", SESSION)),
            Map.entry(0x101, new Meaning("Session Setup", SESSION)),
            Map.entry(0x102, new Meaning("Logoff", SESSION)),
            Map.entry(0x103, new Meaning("Tree Connect", SESSION)),
            Map.entry(0x104, new Meaning("Tree Disconnect", SESSION)),
            Map.entry(0x105, new Meaning("Create", TRANSFER)),
            Map.entry(0x106, new Meaning("Close", SESSION)),
            Map.entry(0x107, new Meaning("Flush", TRANSFER)),
            Map.entry(0x108, new Meaning("Read", TRANSFER)),
            Map.entry(0x109, new Meaning("Write", TRANSFER)),
            Map.entry(0x10a, new Meaning("Lock", SESSION)),
            Map.entry(0x10b, new Meaning("Ioctl", FunctionClass.UNKNOWN)),
            Map.entry(0x10c, new Meaning("Cancel", SESSION)),
            Map.entry(0x10d, new Meaning("Echo", SESSION)),
            Map.entry(0x10e, new Meaning("Query Directory", READ)),
            Map.entry(0x10f, new Meaning("Change Notify", READ)),
            Map.entry(0x110, new Meaning("Query Info", READ)),
            Map.entry(0x111, new Meaning("Set Info", TRANSFER)));

    private SmbFunctions() {}

    static Function describe(int code) {
        String text = code < VERSION_2 ? "1:" + code : "2:" + (code - VERSION_2);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("smb", text, meaning);
    }
}
