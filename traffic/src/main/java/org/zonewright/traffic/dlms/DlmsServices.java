package org.zonewright.traffic.dlms;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// The services of xDLMS and ACSE by the tag of their APDU (IEC 62056-5-3, clause 8), with the class each belongs to.
///
/// What a write or an action does depends on the class of its object (IEC 62056-6-2): the object's class stands above
/// the tag in a code, and behind it in the text, `0xc3/70`. Opening and closing an HDLC link are `snrm` and `disc`.
final class DlmsServices {
    static final int AARQ = 0x60;
    static final int AARE = 0x61;
    static final int RLRQ = 0x62;
    static final int GET = 0xc0;
    static final int SET = 0xc1;
    static final int ACTION = 0xc3;
    static final int GET_RESPONSE = 0xc4;
    static final int SET_RESPONSE = 0xc5;
    static final int ACTION_RESPONSE = 0xc7;
    static final int FIRST_CIPHERED = 0xc8;
    static final int EXCEPTION = 0xd8;
    static final int SERVICE_ERROR = 0x0e;

    /// Codes of HDLC commands: no tag is as high with a class of its own.
    static final int SNRM = 0xff83;

    static final int DISC = 0xff43;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        put(AARQ, "Associate", SESSION);
        put(RLRQ, "Release", SESSION);
        put(0x05, "Read, short name", READ);
        put(0x06, "Write, short name", WRITE);
        put(0x16, "Unconfirmed Write, short name", WRITE);
        put(0x18, "Information Report", READ);
        put(0x0f, "Data Notification", READ);
        put(GET, "Get", READ);
        put(SET, "Set", WRITE);
        put(0xc2, "Event Notification", ALARM);
        put(ACTION, "Action", OPERATE);
        put(0x25, "Read, short name, ciphered", READ);
        put(0x26, "Write, short name, ciphered", WRITE);
        put(0xc8, "Get, global ciphering", READ);
        put(0xc9, "Set, global ciphering", WRITE);
        put(0xca, "Event Notification, global ciphering", ALARM);
        put(0xcb, "Action, global ciphering", OPERATE);
        put(0xd0, "Get, dedicated ciphering", READ);
        put(0xd1, "Set, dedicated ciphering", WRITE);
        put(0xd2, "Event Notification, dedicated ciphering", ALARM);
        put(0xd3, "Action, dedicated ciphering", OPERATE);
    }

    private DlmsServices() {}

    private static void put(int code, String name, FunctionClass functionClass) {
        MEANINGS.put(code, new Meaning(name, functionClass));
    }

    /// The code of a service on an object of this class, 0 to 65535: the tag alone where the class makes no
    /// difference.
    static int on(int tag, int objectClass) {
        return ObjectClasses.matters(tag, objectClass) ? (objectClass << 8) | tag : tag;
    }

    static boolean isRequest(int tag) {
        return MEANINGS.containsKey(tag);
    }

    /// True if the service is sent by a server of its own accord.
    static boolean isNotification(int tag) {
        return tag == 0xc2 || tag == 0x0f || tag == 0x18 || tag == 0xca || tag == 0xd2;
    }

    /// True for an APDU that answers the last request, whatever it was.
    static boolean isResponse(int tag) {
        return switch (tag) {
            case AARE, 0x63, 0x0c, 0x0d, SERVICE_ERROR, EXCEPTION, GET_RESPONSE, SET_RESPONSE, ACTION_RESPONSE -> true;
            case 0x2c, 0x2d, 0xcc, 0xcd, 0xcf, 0xd4, 0xd5, 0xd7 -> true;
            default -> false;
        };
    }

    /// True for services that are ciphered, or may be: general ciphering hides which service it is.
    static boolean isCiphered(int tag) {
        return (tag >= FIRST_CIPHERED && tag <= 0xd7) || (tag >= 0xdb && tag <= 0xdd) || tag == 0x25 || tag == 0x26;
    }

    /// True for the general APDUs, which carry a service in either direction and do not show which.
    static boolean isGeneral(int tag) {
        return (tag >= 0xdb && tag <= 0xdd) || tag == 0xdf || tag == 0xe0;
    }

    /// The function with this code; tags without a public meaning are data.
    static Function describe(int code) {
        if (code == SNRM) {
            return new Function("dlms", "snrm", "Open HDLC Link", SESSION);
        }
        if (code == DISC) {
            return new Function("dlms", "disc", "Close HDLC Link", SESSION);
        }
        int tag = code & 0xff;
        int objectClass = code >>> 8;
        String text = String.format(Locale.ROOT, "0x%02x", tag) + (objectClass == 0 ? "" : "/" + objectClass);
        Meaning meaning = MEANINGS.get(tag);
        if (meaning == null || (objectClass != 0 && !ObjectClasses.matters(tag, objectClass))) {
            return Function.unknown("dlms", text);
        }
        return new Function(
                "dlms",
                text,
                meaning.name() + ObjectClasses.suffix(objectClass),
                ObjectClasses.functionClass(tag, objectClass, meaning.functionClass()));
    }

    /// The classes of objects that make a difference.
    private static final class ObjectClasses {
        private static final int REGISTER = 3;
        private static final int PROFILE = 7;
        private static final int CLOCK = 8;
        private static final int SCRIPTS = 9;
        private static final int ASSOCIATION_SN = 12;
        private static final int ASSOCIATION_LN = 15;
        private static final int IMAGE_TRANSFER = 18;
        private static final int CALENDAR = 20;
        private static final int SECURITY_SETUP = 64;
        private static final int DISCONNECT = 70;

        private ObjectClasses() {}

        /// True if a service on this class is another function than on any object.
        static boolean matters(int tag, int objectClass) {
            boolean named = !suffix(objectClass).isEmpty();
            return switch (tag) {
                case GET -> objectClass == CLOCK;
                case SET -> named || isSetting(objectClass);
                case ACTION -> named;
                default -> false;
            };
        }

        /// Set-ups of ports, modems and networks.
        private static boolean isSetting(int objectClass) {
            return (objectClass >= 19 && objectClass <= 29) || (objectClass >= 40 && objectClass <= 48);
        }

        static String suffix(int objectClass) {
            return switch (objectClass) {
                case 1 -> " Data";
                case REGISTER, 4, 5 -> " Register";
                case PROFILE -> " Profile";
                case CLOCK -> " Clock";
                case SCRIPTS -> " Scripts";
                case ASSOCIATION_SN, ASSOCIATION_LN -> " Association";
                case IMAGE_TRANSFER -> " Image Transfer";
                case CALENDAR -> " Activity Calendar";
                case SECURITY_SETUP -> " Security Setup";
                case DISCONNECT -> " Disconnect Control";
                default -> isSetting(objectClass) ? " Setup" : "";
            };
        }

        static FunctionClass functionClass(int tag, int objectClass, FunctionClass otherwise) {
            if (objectClass == CLOCK) {
                return TIME;
            }
            if (tag == SET) {
                boolean settings = objectClass == ASSOCIATION_SN
                        || objectClass == ASSOCIATION_LN
                        || objectClass == SECURITY_SETUP
                        || objectClass == CALENDAR
                        || isSetting(objectClass);
                return objectClass == IMAGE_TRANSFER ? PROGRAM : settings ? CONFIGURE : otherwise;
            }
            if (tag == ACTION) {
                return switch (objectClass) {
                    case IMAGE_TRANSFER -> PROGRAM;
                    case ASSOCIATION_SN, ASSOCIATION_LN -> SESSION;
                    case SECURITY_SETUP, CALENDAR -> CONFIGURE;
                    case 1, REGISTER, 4, 5, PROFILE -> WRITE;
                    default -> otherwise;
                };
            }
            return otherwise;
        }
    }
}
