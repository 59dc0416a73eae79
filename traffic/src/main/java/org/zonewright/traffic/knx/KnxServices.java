package org.zonewright.traffic.knx;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// The services of KNXnet/IP with the class each belongs to, written in four hex digits, `0x0201`; services of the
/// application layer behind `apci/`, device management behind `cemi/`.
final class KnxServices {
    static final int SEARCH_RESPONSE = 0x0202;
    static final int DESCRIPTION_RESPONSE = 0x0204;
    static final int SEARCH_RESPONSE_EXTENDED = 0x020c;
    static final int DEVICE_CONFIGURATION = 0x0310;
    static final int TUNNELING = 0x0420;
    static final int ROUTING = 0x0530;

    private static final int APPLICATION = 0x8000;
    private static final int MANAGEMENT = 0x4000;

    /// Application services below this carry data in their lower six bits.
    private static final int USER_MESSAGES = 0x2c0;

    private static final int ESCAPE = 0x3c0;
    private static final int SHORT_DATA = 0x3f;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        services();
        application();
        management();
    }

    private KnxServices() {}

    private static void services() {
        put(0x0201, "Search", DISCOVER);
        put(0x0203, "Description", DISCOVER);
        put(0x0205, "Connect", SESSION);
        put(0x0207, "Connection State", SESSION);
        put(0x0209, "Disconnect", SESSION);
        put(0x020b, "Search, extended", DISCOVER);
        put(DEVICE_CONFIGURATION, "Device Configuration", SESSION);
        put(TUNNELING, "Tunneling", SESSION);
        put(0x0422, "Tunneling Feature Get", READ);
        put(0x0424, "Tunneling Feature Set", CONFIGURE);
        put(0x0425, "Tunneling Feature Info", READ);
        put(ROUTING, "Routing Indication", SESSION);
        put(0x0531, "Routing Lost Message", DIAGNOSE);
        put(0x0532, "Routing Busy", DIAGNOSE);
        put(0x0533, "Routing System Broadcast", SESSION);
        put(0x0740, "Remote Diagnostic", DIAGNOSE);
        put(0x0742, "Remote Basic Configuration", CONFIGURE);
        put(0x0743, "Remote Reset", OPERATE);
        put(0x0950, "Secure Wrapper", SESSION);
        put(0x0951, "Secure Session", SESSION);
        put(0x0953, "Secure Session Authenticate", SESSION);
        put(0x0955, "Secure Timer", SESSION);
    }

    private static void application() {
        put(APPLICATION, "Group Value Read", READ);
        put(APPLICATION | 0x040, "Group Value Response", READ);
        put(APPLICATION | 0x080, "Group Value Write", OPERATE);
        put(APPLICATION | 0x0c0, "Individual Address Write", CONFIGURE);
        put(APPLICATION | 0x100, "Individual Address Read", DISCOVER);
        put(APPLICATION | 0x180, "ADC Read", READ);
        put(APPLICATION | 0x200, "Memory Read", READ);
        put(APPLICATION | 0x280, "Memory Write", PROGRAM);
        put(APPLICATION | 0x300, "Device Descriptor Read", DIAGNOSE);
        put(APPLICATION | 0x380, "Restart", OPERATE);
        put(APPLICATION | 0x2c0, "User Memory Read", READ);
        put(APPLICATION | 0x2c2, "User Memory Write", PROGRAM);
        put(APPLICATION | 0x3d1, "Authorize", SESSION);
        put(APPLICATION | 0x3d3, "Key Write", CONFIGURE);
        put(APPLICATION | 0x3d5, "Property Value Read", READ);
        put(APPLICATION | 0x3d7, "Property Value Write", CONFIGURE);
        put(APPLICATION | 0x3d8, "Property Description Read", READ);
        put(APPLICATION | 0x3dc, "Serial Number Read", DISCOVER);
        put(APPLICATION | 0x3de, "Serial Number Write", CONFIGURE);
        put(APPLICATION | 0x3e1, "Domain Address Read", DISCOVER);
        put(APPLICATION | 0x3e0, "Domain Address Write", CONFIGURE);
        put(APPLICATION | 0x3f1, "Secure Service", SESSION);
    }

    private static void management() {
        put(MANAGEMENT | 0xfc, "Property Read", READ);
        put(MANAGEMENT | 0xf6, "Property Write", CONFIGURE);
        put(MANAGEMENT | 0xf8, "Function Property Command", CONFIGURE);
        put(MANAGEMENT | 0xf9, "Function Property State Read", READ);
        put(MANAGEMENT | 0xf1, "Reset", OPERATE);
    }

    private static void put(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    /// True for a service that asks or reports; the others answer or acknowledge.
    static boolean isRequest(int service) {
        return service < MANAGEMENT && MEANINGS.containsKey(service);
    }

    /// The service that this one answers, or 0.
    static int asked(int service) {
        return switch (service) {
            case SEARCH_RESPONSE, DESCRIPTION_RESPONSE, 0x0206, 0x0208, 0x020a, SEARCH_RESPONSE_EXTENDED -> service - 1;
            case 0x0311, 0x0421, 0x0423, 0x0741, 0x0952, 0x0954 -> service - 1;
            default -> 0;
        };
    }

    /// The code of an application service of ten bits, data in it left out.
    static int applicationCode(int apci) {
        boolean isShort = (apci & ESCAPE) != USER_MESSAGES && (apci & ESCAPE) != ESCAPE;
        return APPLICATION | (isShort ? apci & ~SHORT_DATA : apci);
    }

    static int managementCode(int message) {
        return MANAGEMENT | message;
    }

    /// The function with this code; services without a public meaning are data.
    static Function describe(int code) {
        String text;
        if ((code & APPLICATION) != 0) {
            text = String.format(Locale.ROOT, "apci/0x%03x", code & 0x3ff);
        } else if ((code & MANAGEMENT) != 0) {
            text = String.format(Locale.ROOT, "cemi/0x%02x", code & 0xff);
        } else {
            text = String.format(Locale.ROOT, "0x%04x", code);
        }
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("knx", text, meaning);
    }
}
