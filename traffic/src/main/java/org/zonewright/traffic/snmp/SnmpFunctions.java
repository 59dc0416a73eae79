package org.zonewright.traffic.snmp;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.READ;

import org.zonewright.facts.Function;

/// The operations of SNMP with the class each belongs to; the code is the number of the PDU's tag.
final class SnmpFunctions {
    private SnmpFunctions() {}

    static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case 0 -> new Function("snmp", text, "Get", READ);
            case 1 -> new Function("snmp", text, "Get Next", READ);
            case 3 -> new Function("snmp", text, "Set", CONFIGURE);
            case 4 -> new Function("snmp", text, "Trap", ALARM);
            case 5 -> new Function("snmp", text, "Get Bulk", READ);
            case 6 -> new Function("snmp", text, "Inform", ALARM);
            case 7 -> new Function("snmp", text, "Trap 2", ALARM);
            case 8 -> new Function("snmp", text, "Report", DIAGNOSE);
            default -> Function.unknown("snmp", text);
        };
    }
}
