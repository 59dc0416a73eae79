package org.zonewright.traffic.gesrtp;

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

import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The service requests of GE-SRTP with the class each belongs to. A store goes to the controller, a load comes from
/// it; public descriptions do not agree on that, so both are of the class program.
final class GeSrtpServices {
    static final int RETURN_CONTROLLER_TYPE = 0x43;

    /// Opens the connection; it has no service.
    static final int CONNECT = 0x100;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x00, new Meaning("Short Status", DIAGNOSE)),
            Map.entry(0x01, new Meaning("Long Status", DIAGNOSE)),
            Map.entry(0x02, new Meaning("Memory Usage", DIAGNOSE)),
            Map.entry(0x03, new Meaning("Return Control Program Names", DIAGNOSE)),
            Map.entry(0x04, new Meaning("Read System Memory", READ)),
            Map.entry(0x05, new Meaning("Read Task Memory", READ)),
            Map.entry(0x06, new Meaning("Read Program Block Memory", READ)),
            Map.entry(0x07, new Meaning("Write System Memory", WRITE)),
            Map.entry(0x08, new Meaning("Write Task Memory", WRITE)),
            Map.entry(0x09, new Meaning("Write Program Block Memory", WRITE)),
            Map.entry(0x0c, new Meaning("Read System Memory by Symbol", READ)),
            Map.entry(0x0d, new Meaning("Read Task Memory by Symbol", READ)),
            Map.entry(0x0e, new Meaning("Read Program Block Memory by Symbol", READ)),
            Map.entry(0x0f, new Meaning("Write System Memory by Symbol", WRITE)),
            Map.entry(0x10, new Meaning("Write Task Memory by Symbol", WRITE)),
            Map.entry(0x11, new Meaning("Write Program Block Memory by Symbol", WRITE)),
            Map.entry(0x12, new Meaning("Resolve System Memory Name", READ)),
            Map.entry(0x13, new Meaning("Resolve Task Memory Name", READ)),
            Map.entry(0x14, new Meaning("Resolve Program Block Memory Name", READ)),
            Map.entry(0x15, new Meaning("Establish Datagram", READ)),
            Map.entry(0x16, new Meaning("Update Datagram", READ)),
            Map.entry(0x17, new Meaning("Cancel Datagram", READ)),
            Map.entry(0x18, new Meaning("Format Disk", CONFIGURE)),
            Map.entry(0x19, new Meaning("Open File", TRANSFER)),
            Map.entry(0x1a, new Meaning("Close File", TRANSFER)),
            Map.entry(0x1b, new Meaning("Create File", TRANSFER)),
            Map.entry(0x1c, new Meaning("Delete File", TRANSFER)),
            Map.entry(0x1d, new Meaning("Read File", TRANSFER)),
            Map.entry(0x1e, new Meaning("Write File", TRANSFER)),
            Map.entry(0x1f, new Meaning("Seek File", TRANSFER)),
            Map.entry(0x20, new Meaning("Programmer Logon", SESSION)),
            Map.entry(0x21, new Meaning("Change Privilege Level", SESSION)),
            Map.entry(0x22, new Meaning("Set Controller Id", CONFIGURE)),
            Map.entry(0x23, new Meaning("Set Controller State", PROGRAM)),
            Map.entry(0x24, new Meaning("Set Time and Date", TIME)),
            Map.entry(0x25, new Meaning("Return Time and Date", TIME)),
            Map.entry(0x26, new Meaning("Return Program Block Sizes", DIAGNOSE)),
            Map.entry(0x27, new Meaning("Return Program Block List", DIAGNOSE)),
            Map.entry(0x28, new Meaning("Store Program Block", PROGRAM)),
            Map.entry(0x29, new Meaning("Sequence Control", PROGRAM)),
            Map.entry(0x2a, new Meaning("Program Block Store", PROGRAM)),
            Map.entry(0x2b, new Meaning("Load Program Block", PROGRAM)),
            Map.entry(0x2c, new Meaning("Program Block Load", PROGRAM)),
            Map.entry(0x2d, new Meaning("Verify Program Block", PROGRAM)),
            Map.entry(0x2e, new Meaning("Delete Program Block", PROGRAM)),
            Map.entry(0x2f, new Meaning("Change Program Block Size", PROGRAM)),
            Map.entry(0x30, new Meaning("Declare Interrupt", PROGRAM)),
            Map.entry(0x31, new Meaning("Clear Configuration", CONFIGURE)),
            Map.entry(0x32, new Meaning("Configure Inputs and Outputs", CONFIGURE)),
            Map.entry(0x33, new Meaning("Replace Module", CONFIGURE)),
            Map.entry(0x35, new Meaning("Clear All Memory", PROGRAM)),
            Map.entry(0x36, new Meaning("Clear Reference Memory", WRITE)),
            Map.entry(0x37, new Meaning("Clear Logic Memory", PROGRAM)),
            Map.entry(0x38, new Meaning("Return Fault Table", DIAGNOSE)),
            Map.entry(0x39, new Meaning("Clear Fault Table", ALARM)),
            Map.entry(0x3c, new Meaning("Return Configuration Sizes", DIAGNOSE)),
            Map.entry(0x3d, new Meaning("Store Block", PROGRAM)),
            Map.entry(0x3e, new Meaning("Load Block", PROGRAM)),
            Map.entry(0x3f, new Meaning("Program Store", PROGRAM)),
            Map.entry(0x40, new Meaning("Program Load", PROGRAM)),
            Map.entry(0x41, new Meaning("Program Change", PROGRAM)),
            Map.entry(0x42, new Meaning("Verify Program", PROGRAM)),
            Map.entry(RETURN_CONTROLLER_TYPE, new Meaning("Return Controller Type and Id", DIAGNOSE)),
            Map.entry(0x44, new Meaning("Toggle Force System Memory", OPERATE)),
            Map.entry(0x45, new Meaning("Access EEPROM", PROGRAM)),
            Map.entry(0x46, new Meaning("Manage Block", PROGRAM)),
            Map.entry(0x48, new Meaning("Write Datagram", WRITE)),
            Map.entry(0x4a, new Meaning("Read Configuration Parameter", DIAGNOSE)),
            Map.entry(0x4b, new Meaning("Write Slot Configuration", CONFIGURE)),
            Map.entry(0x4d, new Meaning("Return Functions Supported", DIAGNOSE)),
            Map.entry(0x4f, new Meaning("Session Control", SESSION)),
            Map.entry(0x52, new Meaning("Store Operating System Extension", PROGRAM)),
            Map.entry(0x53, new Meaning("Load Operating System Extension", PROGRAM)),
            Map.entry(0x54, new Meaning("Delete Operating System Extension", PROGRAM)),
            Map.entry(0x57, new Meaning("Toggle Force Program Block Memory", OPERATE)),
            Map.entry(0x5a, new Meaning("Program Store Extended", PROGRAM)),
            Map.entry(0x5b, new Meaning("Program Load Extended", PROGRAM)),
            Map.entry(0x5c, new Meaning("Program Verify Extended", PROGRAM)),
            Map.entry(0x5e, new Meaning("Configuration Change Control", CONFIGURE)),
            Map.entry(0x60, new Meaning("Clear Selected Fault", ALARM)),
            Map.entry(0x61, new Meaning("Return Features Supported", DIAGNOSE)));

    private GeSrtpServices() {}

    /// The service with this code; others are data.
    static Function describe(int code) {
        if (code == CONNECT) {
            return new Function("ge-srtp", "connect", "Connect", SESSION);
        }
        Meaning meaning = MEANINGS.get(code);
        String text = String.format(Locale.ROOT, "0x%02x", code);
        return Meaning.of("ge-srtp", text, meaning);
    }
}
