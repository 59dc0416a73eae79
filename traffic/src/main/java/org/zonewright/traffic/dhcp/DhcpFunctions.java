package org.zonewright.traffic.dhcp;

import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.SESSION;

import java.util.Map;
import org.zonewright.facts.Function;

/// The message types of DHCP with the class each belongs to, as clients send them.
final class DhcpFunctions {
    private static final Map<Integer, String> NAMES = Map.of(
            1, "Discover",
            3, "Request",
            4, "Decline",
            7, "Release",
            8, "Inform",
            10, "Lease Query");

    private DhcpFunctions() {}

    static Function describe(int code) {
        String text = Integer.toString(code);
        String name = NAMES.get(code);
        return name == null
                ? Function.unknown("dhcp", text)
                : new Function("dhcp", text, name, code == 1 || code == 8 ? DISCOVER : SESSION);
    }
}
