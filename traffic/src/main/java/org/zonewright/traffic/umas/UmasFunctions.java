package org.zonewright.traffic.umas;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The functions of UMAS with the class each belongs to. Public descriptions disagree on which way `upload` goes; here
/// the names say it: to or from the controller.
final class UmasFunctions {
    static final int READ_ID = 0x02;
    static final int READ_PROJECT = 0x03;
    static final int TAKE_RESERVATION = 0x10;
    static final int REFUSED = 0xfd;
    static final int DONE = 0xfe;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x01, new Meaning("Initialise Communication", SESSION)),
            Map.entry(READ_ID, new Meaning("Read Controller Id", DIAGNOSE)),
            Map.entry(READ_PROJECT, new Meaning("Read Project Information", DIAGNOSE)),
            Map.entry(0x04, new Meaning("Read Controller Status", DIAGNOSE)),
            Map.entry(0x05, new Meaning("Read Loader Information", DIAGNOSE)),
            Map.entry(0x06, new Meaning("Read Memory Card Information", DIAGNOSE)),
            Map.entry(0x07, new Meaning("Read Block Information", DIAGNOSE)),
            Map.entry(0x0a, new Meaning("Repeat", DIAGNOSE)),
            Map.entry(TAKE_RESERVATION, new Meaning("Take Reservation", SESSION)),
            Map.entry(0x11, new Meaning("Release Reservation", SESSION)),
            Map.entry(0x12, new Meaning("Keep Alive", SESSION)),
            Map.entry(0x20, new Meaning("Read Memory Block", READ)),
            Map.entry(0x21, new Meaning("Write Memory Block", WRITE)),
            Map.entry(0x22, new Meaning("Read Variables", READ)),
            Map.entry(0x23, new Meaning("Write Variables", WRITE)),
            Map.entry(0x24, new Meaning("Read Coils and Registers", READ)),
            Map.entry(0x25, new Meaning("Write Coils and Registers", WRITE)),
            Map.entry(0x26, new Meaning("Read Data Dictionary", READ)),
            Map.entry(0x27, new Meaning("Preload Data Dictionary", READ)),
            Map.entry(0x28, new Meaning("Read Physical Address", READ)),
            Map.entry(0x29, new Meaning("Write Physical Address", WRITE)),
            Map.entry(0x2a, new Meaning("Browse Events", DIAGNOSE)),
            Map.entry(0x30, new Meaning("Begin Program Transfer to Controller", PROGRAM)),
            Map.entry(0x31, new Meaning("Program Block to Controller", PROGRAM)),
            Map.entry(0x32, new Meaning("End Program Transfer to Controller", PROGRAM)),
            Map.entry(0x33, new Meaning("Begin Program Transfer from Controller", PROGRAM)),
            Map.entry(0x34, new Meaning("Program Block from Controller", PROGRAM)),
            Map.entry(0x35, new Meaning("End Program Transfer from Controller", PROGRAM)),
            Map.entry(0x36, new Meaning("Back Up or Restore Program", PROGRAM)),
            Map.entry(0x37, new Meaning("Preload Program Blocks", PROGRAM)),
            Map.entry(0x39, new Meaning("Read Ethernet Master Data", READ)),
            Map.entry(0x40, new Meaning("Start Controller", PROGRAM)),
            Map.entry(0x41, new Meaning("Stop Controller", PROGRAM)),
            Map.entry(0x42, new Meaning("Initialise Controller", PROGRAM)),
            Map.entry(0x43, new Meaning("Swap Redundant Controllers", PROGRAM)),
            Map.entry(0x50, new Meaning("Monitor Controller", READ)),
            Map.entry(0x51, new Meaning("Read Automatic Modifications", DIAGNOSE)),
            Map.entry(0x52, new Meaning("Read Forced Bits", READ)),
            Map.entry(0x53, new Meaning("Read Selected Blocks", TRANSFER)),
            Map.entry(0x58, new Meaning("Check Controller", DIAGNOSE)),
            Map.entry(0x60, new Meaning("Set Breakpoint", PROGRAM)),
            Map.entry(0x61, new Meaning("Clear Breakpoint", PROGRAM)),
            Map.entry(0x62, new Meaning("Step Over", PROGRAM)),
            Map.entry(0x63, new Meaning("Step In", PROGRAM)),
            Map.entry(0x64, new Meaning("Step Out", PROGRAM)),
            Map.entry(0x65, new Meaning("Read Call Stack", DIAGNOSE)),
            Map.entry(0x66, new Meaning("Check Debugging Allowed", DIAGNOSE)),
            Map.entry(0x6e, new Meaning("Manage Reservation", SESSION)),
            Map.entry(0x70, new Meaning("Read Input or Output Object", READ)),
            Map.entry(0x71, new Meaning("Write Input or Output Object", CONFIGURE)),
            Map.entry(0x72, new Meaning("Read Rack", DIAGNOSE)),
            Map.entry(0x73, new Meaning("Read Module Status", DIAGNOSE)),
            Map.entry(0x74, new Meaning("Read Device Data", DIAGNOSE)));

    private UmasFunctions() {}

    /// The function with this code; others are data.
    static Function describe(int code) {
        Meaning meaning = MEANINGS.get(code);
        String text = String.format(Locale.ROOT, "0x%02x", code);
        return Meaning.of("umas", text, meaning);
    }
}
