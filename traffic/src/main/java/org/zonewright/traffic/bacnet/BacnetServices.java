package org.zonewright.traffic.bacnet;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.UNKNOWN;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.HashMap;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// The services of BACnet (ASHRAE 135, clause 21) with the class each belongs to: confirmed ones have the code of
/// their choice (`c12`), unconfirmed ones [#UNCONFIRMED] added (`u8`).
final class BacnetServices {
    static final int UNCONFIRMED = 0x100;
    static final int I_AM = UNCONFIRMED;
    static final int I_HAVE = UNCONFIRMED | 1;
    static final int READ_PROPERTY = 12;
    static final int READ_PROPERTY_MULTIPLE = 14;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        confirmed();
        unconfirmed();
    }

    private BacnetServices() {}

    private static void confirmed() {
        service(0, "Acknowledge Alarm", ALARM);
        service(1, "Confirmed COV Notification", READ);
        service(2, "Confirmed Event Notification", ALARM);
        service(3, "Get Alarm Summary", ALARM);
        service(4, "Get Enrollment Summary", ALARM);
        service(5, "Subscribe COV", READ);
        service(6, "Atomic Read File", TRANSFER);
        service(7, "Atomic Write File", TRANSFER);
        service(8, "Add List Element", WRITE);
        service(9, "Remove List Element", WRITE);
        service(10, "Create Object", CONFIGURE);
        service(11, "Delete Object", CONFIGURE);
        service(READ_PROPERTY, "Read Property", READ);
        service(13, "Read Property Conditional", READ);
        service(READ_PROPERTY_MULTIPLE, "Read Property Multiple", READ);
        service(15, "Write Property", WRITE);
        service(16, "Write Property Multiple", WRITE);
        service(17, "Device Communication Control", CONFIGURE);
        service(18, "Confirmed Private Transfer", UNKNOWN);
        service(19, "Confirmed Text Message", ALARM);
        service(20, "Reinitialize Device", OPERATE);
        service(21, "VT Open", SESSION);
        service(22, "VT Close", SESSION);
        service(23, "VT Data", SESSION);
        service(24, "Authenticate", SESSION);
        service(25, "Request Key", SESSION);
        service(26, "Read Range", READ);
        service(27, "Life Safety Operation", OPERATE);
        service(28, "Subscribe COV Property", READ);
        service(29, "Get Event Information", ALARM);
        service(30, "Subscribe COV Property Multiple", READ);
        service(31, "Confirmed COV Notification Multiple", READ);
    }

    private static void unconfirmed() {
        service(I_AM, "I-Am", DISCOVER);
        service(I_HAVE, "I-Have", DISCOVER);
        service(UNCONFIRMED | 2, "COV Notification", READ);
        service(UNCONFIRMED | 3, "Event Notification", ALARM);
        service(UNCONFIRMED | 4, "Private Transfer", UNKNOWN);
        service(UNCONFIRMED | 5, "Text Message", ALARM);
        service(UNCONFIRMED | 6, "Time Synchronization", TIME);
        service(UNCONFIRMED | 7, "Who-Has", DISCOVER);
        service(UNCONFIRMED | 8, "Who-Is", DISCOVER);
        service(UNCONFIRMED | 9, "UTC Time Synchronization", TIME);
        service(UNCONFIRMED | 10, "Write Group", WRITE);
        service(UNCONFIRMED | 11, "COV Notification Multiple", READ);
        service(UNCONFIRMED | 13, "Who-Am-I", DISCOVER);
        service(UNCONFIRMED | 14, "You-Are", CONFIGURE);
    }

    private static void service(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    /// The service with this code; choices without a public meaning are data.
    static Function describe(int code) {
        String text = ((code & UNCONFIRMED) == 0 ? "c" : "u") + (code & 0xff);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("bacnet", text, meaning);
    }
}
