package org.zonewright.traffic.cip;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.UNKNOWN;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The services of CIP (The CIP Networks Library, volume 1, appendix A) with the class each belongs to.
///
/// Codes up to 0x1c mean the same for every object, those from 0x4b on what the object says. A function's code here
/// is the service, with the kind of object above it where it is one of those that give the codes of the tag services of
/// Logix controllers another meaning (Connection Manager, File, PCCC); the text is the same. An object of a
/// controller's
/// program may give a tag service's code yet another meaning: the name then says what is usual.
final class CipServices {
    /// Kinds of objects whose services from 0x4b on are known, above the service in a function's code; 0 for others.
    static final int KIND = 8;

    static final int CONNECTION_MANAGER_KIND = 1;
    static final int FILE_KIND = 2;
    static final int PCCC_KIND = 3;

    static final int CONNECTION_MANAGER = CONNECTION_MANAGER_KIND << KIND;
    private static final int FILE = FILE_KIND << KIND;
    private static final int PCCC = PCCC_KIND << KIND;
    private static final int FILE_CLASS = 0x37;
    private static final int PCCC_CLASS = 0x67;

    static final int GET_ATTRIBUTES_ALL = 0x01;
    static final int MULTIPLE_SERVICE_PACKET = 0x0a;
    static final int GET_ATTRIBUTE_SINGLE = 0x0e;
    static final int FORWARD_CLOSE = 0x4e;
    static final int UNCONNECTED_SEND = 0x52;
    static final int FORWARD_OPEN = 0x54;
    static final int GET_CONNECTION_DATA = 0x56;
    static final int SEARCH_CONNECTION_DATA = 0x57;
    static final int GET_CONNECTION_OWNER = 0x5a;
    static final int LARGE_FORWARD_OPEN = 0x5b;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(GET_ATTRIBUTES_ALL, new Meaning("Get Attributes All", READ)),
            Map.entry(0x02, new Meaning("Set Attributes All", WRITE)),
            Map.entry(0x03, new Meaning("Get Attribute List", READ)),
            Map.entry(0x04, new Meaning("Set Attribute List", WRITE)),
            Map.entry(0x05, new Meaning("Reset", OPERATE)),
            Map.entry(0x06, new Meaning("Start", PROGRAM)),
            Map.entry(0x07, new Meaning("Stop", PROGRAM)),
            Map.entry(0x08, new Meaning("Create", PROGRAM)),
            Map.entry(0x09, new Meaning("Delete", PROGRAM)),
            Map.entry(MULTIPLE_SERVICE_PACKET, new Meaning("Multiple Service Packet", SESSION)),
            Map.entry(0x0d, new Meaning("Apply Attributes", CONFIGURE)),
            Map.entry(GET_ATTRIBUTE_SINGLE, new Meaning("Get Attribute Single", READ)),
            Map.entry(0x10, new Meaning("Set Attribute Single", WRITE)),
            Map.entry(0x11, new Meaning("Find Next Object Instance", READ)),
            Map.entry(0x15, new Meaning("Restore", CONFIGURE)),
            Map.entry(0x16, new Meaning("Save", CONFIGURE)),
            Map.entry(0x17, new Meaning("No Operation", SESSION)),
            Map.entry(0x18, new Meaning("Get Member", READ)),
            Map.entry(0x19, new Meaning("Set Member", WRITE)),
            Map.entry(0x1a, new Meaning("Insert Member", CONFIGURE)),
            Map.entry(0x1b, new Meaning("Remove Member", CONFIGURE)),
            Map.entry(0x1c, new Meaning("Group Sync", TIME)),
            Map.entry(0x4b, new Meaning("Execute PCCC, or a service of the object", UNKNOWN)),
            Map.entry(0x4c, new Meaning("Read Tag, or a service of the object", READ)),
            Map.entry(0x4d, new Meaning("Write Tag, or a service of the object", WRITE)),
            Map.entry(0x4e, new Meaning("Read Modify Write Tag, or a service of the object", WRITE)),
            Map.entry(0x52, new Meaning("Read Tag Fragmented, or a service of the object", READ)),
            Map.entry(0x53, new Meaning("Write Tag Fragmented, or a service of the object", WRITE)),
            Map.entry(0x55, new Meaning("Get Instance Attribute List, or a service of the object", READ)),
            Map.entry(CONNECTION_MANAGER | FORWARD_CLOSE, new Meaning("Forward Close", SESSION)),
            Map.entry(CONNECTION_MANAGER | UNCONNECTED_SEND, new Meaning("Unconnected Send", SESSION)),
            Map.entry(CONNECTION_MANAGER | FORWARD_OPEN, new Meaning("Forward Open", SESSION)),
            Map.entry(CONNECTION_MANAGER | GET_CONNECTION_DATA, new Meaning("Get Connection Data", DIAGNOSE)),
            Map.entry(CONNECTION_MANAGER | SEARCH_CONNECTION_DATA, new Meaning("Search Connection Data", DIAGNOSE)),
            Map.entry(CONNECTION_MANAGER | GET_CONNECTION_OWNER, new Meaning("Get Connection Owner", DIAGNOSE)),
            Map.entry(FILE | 0x4b, new Meaning("Initiate Upload", TRANSFER)),
            Map.entry(FILE | 0x4c, new Meaning("Initiate Download", TRANSFER)),
            Map.entry(FILE | 0x4d, new Meaning("Initiate Partial Read", TRANSFER)),
            Map.entry(FILE | 0x4e, new Meaning("Initiate Partial Write", TRANSFER)),
            Map.entry(FILE | 0x4f, new Meaning("Upload Transfer", TRANSFER)),
            Map.entry(FILE | 0x50, new Meaning("Download Transfer", TRANSFER)),
            Map.entry(FILE | 0x51, new Meaning("Clear File", TRANSFER)),
            Map.entry(PCCC | 0x4b, new Meaning("Execute PCCC", UNKNOWN)),
            Map.entry(CONNECTION_MANAGER | LARGE_FORWARD_OPEN, new Meaning("Large Forward Open", SESSION)));

    private CipServices() {}

    /// The kind of the object with this class.
    static int kind(int classId) {
        return switch (classId) {
            case CipPath.CONNECTION_MANAGER -> CONNECTION_MANAGER_KIND;
            case FILE_CLASS -> FILE_KIND;
            case PCCC_CLASS -> PCCC_KIND;
            default -> 0;
        };
    }

    /// The function with this code; services without a public meaning are data.
    static Function describe(int code) {
        String text = String.format("0x%02x", code & 0xff);
        Meaning meaning = MEANINGS.get(code);
        if (meaning == null) {
            meaning = MEANINGS.get(code & 0xff);
        }
        return Meaning.of("cip", text, meaning);
    }
}
