package org.zonewright.traffic.dns;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;

import org.zonewright.facts.Function;

/// The operations of a name server with the class each belongs to (IANA, DNS OpCodes).
final class DnsFunctions {
    private DnsFunctions() {}

    static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case 0 -> new Function("dns", text, "Query", DISCOVER);
            case 1 -> new Function("dns", text, "Inverse Query", DISCOVER);
            case 2 -> new Function("dns", text, "Status", DIAGNOSE);
            case 4 -> new Function("dns", text, "Notify", DISCOVER);
            case 5 -> new Function("dns", text, "Update", CONFIGURE);
            default -> Function.unknown("dns", text);
        };
    }
}
