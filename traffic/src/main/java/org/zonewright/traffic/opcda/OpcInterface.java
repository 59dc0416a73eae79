package org.zonewright.traffic.opcda;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.List;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;

/// The interfaces of OPC Classic with their methods, the first of which has number 3 (those of IUnknown are called
/// elsewhere). An interface's id is known by its first four and its last eight bytes.
enum OpcInterface {
    SERVER(
            "IOPCServer",
            0x39c13a4d,
            "AddGroup GetErrorString GetGroupByName GetStatus RemoveGroup CreateGroupEnumerator"),
    BROWSE(
            "IOPCBrowseServerAddressSpace",
            0x39c13a4f,
            "QueryOrganization ChangeBrowsePosition BrowseOPCItemIDs GetItemID BrowseAccessPaths"),
    GROUP_STATE("IOPCGroupStateMgt", 0x39c13a50, "GetState SetState SetName CloneGroup"),
    SYNC_IO("IOPCSyncIO", 0x39c13a52, "Read Write"),
    ASYNC_IO("IOPCAsyncIO", 0x39c13a53, "Read Write Refresh Cancel"),
    ITEMS(
            "IOPCItemMgt",
            0x39c13a54,
            "AddItems ValidateItems RemoveItems SetActiveState SetClientHandles SetDatatypes CreateEnumerator"),
    CALLBACK("IOPCDataCallback", 0x39c13a70, "OnDataChange OnReadComplete OnWriteComplete OnCancelComplete"),
    ASYNC_IO_2("IOPCAsyncIO2", 0x39c13a71, "Read Write Refresh2 Cancel2 SetEnable GetEnable"),
    PROPERTIES("IOPCItemProperties", 0x39c13a72, "QueryAvailableProperties GetItemProperties LookupItemIDs"),
    SYNC_IO_2("IOPCSyncIO2", 0x730f5f0f, "Read Write ReadMaxAge WriteVQT"),
    ITEM_IO("IOPCItemIO", 0x85c0b427, "Read WriteVQT"),
    COMMON("IOPCCommon", 0xf31dfde2, "SetLocaleID GetLocaleID QueryAvailableLocaleIDs GetErrorString SetClientName"),
    SERVER_LIST("IOPCServerList", 0x13486d50, "EnumClassesOfCategories GetClassDetails CLSIDFromProgID"),
    EVENTS("OPC Alarms and Events", 0, ""),
    HISTORY("OPC Historical Data Access", 0, "");

    private static final long DATA_ACCESS_NODE = 0x9675_0020_afd8_adb3L;
    private static final long EVENTS_NODE = 0x84a0_0060_8cb8_a7e9L;
    private static final long HISTORY_NODE = 0xa5e5_0000_8633_9399L;
    private static final long SYNC_IO_2_NODE = 0x9e18_ff8a_0904_e1faL;
    private static final long ITEM_IO_NODE = 0xbd78_e5fc_5146_f08fL;
    private static final long COMMON_NODE = 0xb2d8_0060_083b_a1fbL;
    private static final long SERVER_LIST_NODE = 0xa494_3cb3_06c1_0000L;
    private static final int FIRST_METHOD = 3;
    private static final List<OpcInterface> ALL = List.of(values());

    private final String title;
    private final int first;
    private final String methods; // names with blanks between them

    OpcInterface(String title, int first, String methods) {
        this.title = title;
        this.first = first;
        this.methods = methods;
    }

    /// The number of the interface with this id, 1 to 15, or 0 if it is none of OPC.
    static int number(int first, long node) {
        if (node == EVENTS_NODE) {
            return ALL.indexOf(EVENTS) + 1;
        }
        if (node == HISTORY_NODE) {
            return ALL.indexOf(HISTORY) + 1;
        }
        boolean known = node == DATA_ACCESS_NODE
                || node == SYNC_IO_2_NODE
                || node == ITEM_IO_NODE
                || node == COMMON_NODE
                || node == SERVER_LIST_NODE;
        for (int i = 0; known && i < ALL.size(); i++) {
            if (ALL.get(i).first == first) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The method of a code: the interface's number in the upper byte, the method's in the lower.
    static Function describe(int code) {
        int number = code >>> 8;
        if (number < 1 || number > ALL.size()) {
            return Function.unknown("opc-da", Integer.toString(code));
        }
        OpcInterface of = ALL.get(number - 1);
        int method = (code & 0xff) - FIRST_METHOD;
        String text = of.title + "/" + (code & 0xff);
        List<String> names = of.methods.isEmpty() ? List.of() : List.of(of.methods.split(" ", -1));
        if (method >= 0 && method < names.size()) {
            String name = names.get(method);
            return new Function("opc-da", text, of.title + "." + name, of.classOf(name));
        }
        return of == EVENTS
                ? new Function("opc-da", text, of.title, ALARM)
                : of == HISTORY ? new Function("opc-da", text, of.title, READ) : Function.unknown("opc-da", text);
    }

    private FunctionClass classOf(String method) {
        return switch (this) {
            case SERVER -> method.equals("GetStatus") || method.equals("GetErrorString") ? DIAGNOSE : SESSION;
            case BROWSE, PROPERTIES, SERVER_LIST -> DISCOVER;
            case SYNC_IO, SYNC_IO_2, ASYNC_IO, ASYNC_IO_2, ITEM_IO -> method.startsWith("Write") ? WRITE : READ;
            case CALLBACK -> READ;
            case GROUP_STATE, ITEMS, COMMON -> SESSION;
            case EVENTS -> ALARM;
            case HISTORY -> READ;
        };
    }
}
