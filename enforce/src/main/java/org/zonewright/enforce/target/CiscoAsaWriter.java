package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.policy.AddressSet;

/// An extended access list of a Cisco ASA (9.0 or later: one list for both families) with object groups. An ASA keeps
/// connections, so answers need no rule. It counts what each line matches; `log` tells of it. Where the device
/// carries other conduits, the lines are a part of a list, to stand above the rest: they are bound to no interface.
final class CiscoAsaWriter {
    private final Order order;
    private final String list;
    private final CiscoObjects objects = new CiscoObjects("network-object ");
    private final List<String> lines = new ArrayList<>();

    private CiscoAsaWriter(Order order) {
        this.order = order;
        this.list = "access-list " + order.policy().name();
    }

    static String write(Order order) {
        return new CiscoAsaWriter(order).text();
    }

    private String text() {
        order.policy().accepted().forEach(this::permit);
        String verdict = order.drops() ? "deny" : "permit";
        Scope scope = order.policy().scope();
        if (scope.everything()) {
            lines.add(" remark " + CiscoObjects.remark(order.logPrefix() + "default"));
            lines.add(" extended " + verdict + " ip any any log");
        }
        int number = 0;
        for (Scope.Crossing pair : scope.crossings()) {
            number++;
            lines.add(" remark "
                    + CiscoObjects.remark(order.logPrefix() + pair.conduit() + " " + pair.from() + " to " + pair.to()));
            for (boolean six : List.of(false, true)) {
                AddressSet from = of(six, pair.source());
                AddressSet to = of(six, pair.destination());
                if (!from.isEmpty() && !to.isEmpty()) {
                    lines.add(" extended " + verdict + " ip " + end(six, "from-crossing-" + number, from) + " "
                            + end(six, "to-crossing-" + number, to) + " log");
                }
            }
        }
        StringBuilder text = new StringBuilder(order.header("! "));
        text.append(objects.text());
        lines.forEach(line -> text.append(list).append(line).append('\n'));
        if (scope.everything()) {
            text.append("access-group ").append(order.policy().name()).append(" global\n");
        }
        return text.toString();
    }

    private static AddressSet of(boolean six, AddressSet set) {
        return six ? AddressMath.six(set) : AddressMath.four(set);
    }

    private String end(boolean six, String id, AddressSet set) {
        if (set.isAny()) {
            return six ? "any6" : "any4";
        }
        return "object-group " + objects.group(id + (six ? "-6" : "-4"), set);
    }

    private void permit(Permit permit) {
        lines.add(" remark " + CiscoObjects.remark(permit.id()));
        for (boolean six : List.of(false, true)) {
            AddressSet from = of(six, permit.from());
            AddressSet to = of(six, permit.to());
            if (!from.isEmpty() && !to.isEmpty()) {
                for (String port : CiscoObjects.ports(permit.service())) {
                    lines.add(" extended permit " + CiscoObjects.protocol(permit.service()) + " "
                            + end(six, "from-" + permit.id(), from) + " " + end(six, "to-" + permit.id(), to) + port);
                }
            }
        }
    }
}
