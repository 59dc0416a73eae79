package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Service;

/// An extended access list of Cisco IOS with object groups, for IPv4, and one without groups for IPv6. These lists
/// keep no connections: what answers a flow has a line of its own, by port, and over TCP only where a connection is
/// open already.
final class CiscoIosWriter {
    private final Order order;
    private final CiscoObjects objects = new CiscoObjects("");
    private final List<String> four = new ArrayList<>();
    private final List<String> six = new ArrayList<>();

    private CiscoIosWriter(Order order) {
        this.order = order;
    }

    static String write(Order order) {
        return new CiscoIosWriter(order).text();
    }

    private String text() {
        order.policy().accepted().forEach(this::permit);
        String verdict = order.drops() ? "deny" : "permit";
        Scope scope = order.policy().scope();
        int number = 0;
        for (Scope.Crossing pair : scope.crossings()) {
            number++;
            remark(order.logPrefix() + pair.conduit() + " " + pair.from() + " to " + pair.to());
            for (String from : ends4("from-crossing-" + number, pair.source())) {
                for (String to : ends4("to-crossing-" + number, pair.destination())) {
                    four.add(verdict + " ip " + from + " " + to + " log");
                }
            }
            for (String from : ends6(pair.source())) {
                for (String to : ends6(pair.destination())) {
                    six.add(verdict + " ipv6 " + from + " " + to + " log");
                }
            }
        }
        if (scope.everything()) {
            remark(order.logPrefix() + "default");
            four.add(verdict + " ip any any log");
            six.add(verdict + " ipv6 any any log");
        }
        String name = order.policy().name();
        return order.header("! ") + objects.text() + "ip access-list extended " + name + "\n" + indented(four)
                + "ipv6 access-list " + name + "-6\n" + indented(six);
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> " " + line + "\n").collect(Collectors.joining());
    }

    private void remark(String text) {
        four.add("remark " + CiscoObjects.remark(text));
        six.add("remark " + CiscoObjects.remark(text));
    }

    private List<String> ends4(String id, AddressSet set) {
        AddressSet mine = AddressMath.four(set);
        if (mine.isEmpty()) {
            return List.of();
        }
        return List.of(mine.isAny() ? "any" : "object-group " + objects.group(id, mine));
    }

    private static List<String> ends6(AddressSet set) {
        return AddressMath.prefixes(AddressMath.six(set)).stream()
                .map(prefix -> prefix.length() == 0
                        ? "any"
                        : prefix.isSingle() ? "host " + prefix.address() : prefix.toString())
                .toList();
    }

    private void permit(Permit permit) {
        remark(permit.id());
        pairs(ends4("from-" + permit.id(), permit.from()), ends4("to-" + permit.id(), permit.to()), "ip", permit, four);
        pairs(ends6(permit.from()), ends6(permit.to()), "ipv6", permit, six);
    }

    private static void pairs(
            List<String> sources, List<String> destinations, String any, Permit permit, List<String> into) {
        Service service = permit.service();
        String protocol = service.isAny() ? any : CiscoObjects.protocol(service);
        String open = protocol.equals("tcp") ? " established" : "";
        for (String from : sources) {
            for (String to : destinations) {
                for (String port : CiscoObjects.ports(service)) {
                    into.add("permit " + protocol + " " + from + " " + to + port);
                    into.add("permit " + protocol + " " + to + port + " " + from + open);
                }
            }
        }
    }
}
