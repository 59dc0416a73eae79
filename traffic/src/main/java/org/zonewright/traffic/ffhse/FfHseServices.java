package org.zonewright.traffic.ffhse;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
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

/// The services of FF-HSE with the class each belongs to, written as protocol and service, `3/2`; unconfirmed ones with
/// a `u`, `2/u16`. Protocols: 1 sessions, 2 system management, 3 fieldbus messages, 4 LAN redundancy.
final class FfHseServices {
    static final int SYSTEM_MANAGEMENT = 2;
    static final int CONFIRMED = 0x80;
    static final int IDENTIFY = CONFIRMED | 3;
    static final int ANNUNCIATION = 16;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        management();
        messages();
        domains();
    }

    private FfHseServices() {}

    private static void management() {
        put(1, CONFIRMED | 1, "Open Session", SESSION);
        put(1, CONFIRMED | 3, "Idle", SESSION);
        put(2, 1, "Find Tag Query", DISCOVER);
        put(2, 2, "Find Tag Reply", DISCOVER);
        put(2, IDENTIFY, "Identify", DISCOVER);
        put(2, CONFIRMED | 12, "Clear Address", CONFIGURE);
        put(2, CONFIRMED | 14, "Set Assignment Information", CONFIGURE);
        put(2, CONFIRMED | 15, "Clear Assignment Information", CONFIGURE);
        put(2, ANNUNCIATION, "Device Annunciation", DISCOVER);
        put(4, CONFIRMED | 1, "Get Redundancy Information", READ);
        put(4, CONFIRMED | 2, "Put Redundancy Information", CONFIGURE);
        put(4, CONFIRMED | 3, "Get Redundancy Statistics", DIAGNOSE);
        put(4, 1, "Redundancy Diagnostic Message", DIAGNOSE);
    }

    private static void messages() {
        put(3, CONFIRMED, "Status", DIAGNOSE);
        put(3, CONFIRMED | 1, "Identify", DIAGNOSE);
        put(3, CONFIRMED | 2, "Read", READ);
        put(3, CONFIRMED | 3, "Write", WRITE);
        put(3, CONFIRMED | 4, "Get Object Dictionary", READ);
        put(3, CONFIRMED | 7, "Define Variable List", CONFIGURE);
        put(3, CONFIRMED | 8, "Delete Variable List", CONFIGURE);
        put(3, CONFIRMED | 24, "Alter Event Condition Monitoring", CONFIGURE);
        put(3, CONFIRMED | 25, "Acknowledge Event Notification", ALARM);
        put(3, CONFIRMED | 28, "Initiate Put Object Dictionary", CONFIGURE);
        put(3, CONFIRMED | 29, "Put Object Dictionary", CONFIGURE);
        put(3, CONFIRMED | 30, "Terminate Put Object Dictionary", CONFIGURE);
        put(3, CONFIRMED | 82, "Read with Subindex", READ);
        put(3, CONFIRMED | 83, "Write with Subindex", WRITE);
        put(3, CONFIRMED | 96, "Initiate", SESSION);
        put(3, 0, "Information Report", READ);
        put(3, 1, "Unsolicited Status", DIAGNOSE);
        put(3, 2, "Event Notification", ALARM);
        put(3, 16, "Information Report with Subindex", READ);
        put(3, 17, "Information Report on Change", READ);
        put(3, 18, "Information Report on Change with Subindex", READ);
        put(3, 112, "Abort", SESSION);
    }

    private static void domains() {
        put(3, CONFIRMED | 9, "Initiate Download", PROGRAM);
        put(3, CONFIRMED | 10, "Download Segment", PROGRAM);
        put(3, CONFIRMED | 11, "Terminate Download", PROGRAM);
        put(3, CONFIRMED | 12, "Initiate Upload", TRANSFER);
        put(3, CONFIRMED | 13, "Upload Segment", TRANSFER);
        put(3, CONFIRMED | 14, "Terminate Upload", TRANSFER);
        put(3, CONFIRMED | 15, "Request Domain Download", PROGRAM);
        put(3, CONFIRMED | 16, "Request Domain Upload", TRANSFER);
        put(3, CONFIRMED | 17, "Create Program Invocation", PROGRAM);
        put(3, CONFIRMED | 18, "Delete Program Invocation", PROGRAM);
        put(3, CONFIRMED | 19, "Start", PROGRAM);
        put(3, CONFIRMED | 20, "Stop", PROGRAM);
        put(3, CONFIRMED | 21, "Resume", PROGRAM);
        put(3, CONFIRMED | 22, "Reset", OPERATE);
        put(3, CONFIRMED | 23, "Kill", PROGRAM);
        put(3, CONFIRMED | 31, "Initiate Generic Download", PROGRAM);
        put(3, CONFIRMED | 32, "Generic Download Segment", PROGRAM);
        put(3, CONFIRMED | 33, "Terminate Generic Download", PROGRAM);
    }

    private static void put(int protocol, int service, String name, FunctionClass functionClass) {
        MEANINGS.put(code(protocol, service), new Meaning(name, functionClass));
    }

    static int code(int protocol, int service) {
        return (protocol << 8) | service;
    }

    /// The function with this code; services without a public meaning are data.
    static Function describe(int code) {
        int service = code & 0xff;
        String text = (code >>> 8) + ((service & CONFIRMED) == 0 ? "/u" : "/") + (service & ~CONFIRMED);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("ff-hse", text, meaning);
    }
}
