package org.zonewright.traffic.dnp3;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
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

/// The application functions of DNP3 (IEEE 1815, 4.2.2.5) with the class each belongs to.
///
/// A function's code here is the function, with the group of the first object above it where a write is not one to
/// the process: setting the clock and clearing internal indications. The text is the same.
final class Dnp3Functions {
    static final int CONFIRM = 0;
    static final int WRITE_OBJECTS = 2;
    static final int SELECT = 3;
    static final int DIRECT_OPERATE = 5;
    static final int AUTHENTICATION_REQUEST = 32;
    static final int AUTHENTICATION_ERROR = 33;
    static final int RESPONSE = 129;
    static final int UNSOLICITED_RESPONSE = 130;
    static final int AUTHENTICATION_RESPONSE = 131;

    static final int TIME_GROUP = 50;
    static final int INDICATIONS_GROUP = 80;
    static final int AUTHENTICATION_GROUP = 120;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(CONFIRM, new Meaning("Confirm", SESSION)),
            Map.entry(1, new Meaning("Read", READ)),
            Map.entry(WRITE_OBJECTS, new Meaning("Write", WRITE)),
            Map.entry(written(TIME_GROUP), new Meaning("Write Time", TIME)),
            Map.entry(written(INDICATIONS_GROUP), new Meaning("Write Internal Indications", SESSION)),
            Map.entry(SELECT, new Meaning("Select", OPERATE)),
            Map.entry(4, new Meaning("Operate", OPERATE)),
            Map.entry(DIRECT_OPERATE, new Meaning("Direct Operate", OPERATE)),
            Map.entry(6, new Meaning("Direct Operate, no answer", OPERATE)),
            Map.entry(7, new Meaning("Immediate Freeze", OPERATE)),
            Map.entry(8, new Meaning("Immediate Freeze, no answer", OPERATE)),
            Map.entry(9, new Meaning("Freeze and Clear", OPERATE)),
            Map.entry(10, new Meaning("Freeze and Clear, no answer", OPERATE)),
            Map.entry(11, new Meaning("Freeze at Time", OPERATE)),
            Map.entry(12, new Meaning("Freeze at Time, no answer", OPERATE)),
            Map.entry(13, new Meaning("Cold Restart", OPERATE)),
            Map.entry(14, new Meaning("Warm Restart", OPERATE)),
            Map.entry(15, new Meaning("Initialize Data", CONFIGURE)),
            Map.entry(16, new Meaning("Initialize Application", PROGRAM)),
            Map.entry(17, new Meaning("Start Application", PROGRAM)),
            Map.entry(18, new Meaning("Stop Application", PROGRAM)),
            Map.entry(19, new Meaning("Save Configuration", CONFIGURE)),
            Map.entry(20, new Meaning("Enable Unsolicited Responses", CONFIGURE)),
            Map.entry(21, new Meaning("Disable Unsolicited Responses", CONFIGURE)),
            Map.entry(22, new Meaning("Assign Class", CONFIGURE)),
            Map.entry(23, new Meaning("Delay Measurement", TIME)),
            Map.entry(24, new Meaning("Record Current Time", TIME)),
            Map.entry(25, new Meaning("Open File", TRANSFER)),
            Map.entry(26, new Meaning("Close File", TRANSFER)),
            Map.entry(27, new Meaning("Delete File", TRANSFER)),
            Map.entry(28, new Meaning("Get File Information", TRANSFER)),
            Map.entry(29, new Meaning("Authenticate File", TRANSFER)),
            Map.entry(30, new Meaning("Abort File Transfer", TRANSFER)),
            Map.entry(31, new Meaning("Activate Configuration", CONFIGURE)),
            Map.entry(AUTHENTICATION_REQUEST, new Meaning("Authentication Request", SESSION)),
            Map.entry(AUTHENTICATION_ERROR, new Meaning("Authentication Error", SESSION)));

    private Dnp3Functions() {}

    /// The code of a write whose first object is of this group.
    static int written(int group) {
        return group == TIME_GROUP || group == INDICATIONS_GROUP ? (group << 8) | WRITE_OBJECTS : WRITE_OBJECTS;
    }

    /// The function with this code; codes without a public meaning are data.
    static Function describe(int code) {
        String text = Integer.toString(code & 0xff);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("dnp3", text, meaning);
    }
}
