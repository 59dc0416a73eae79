package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Commands of a FortiGate's command line: address ranges, their groups, services, and policies between any
/// interfaces with numbers from 9001 on. One policy a flow and family.
final class FortigateWriter {
    /// Names of policies are shorter than those of other objects.
    private static final int POLICY_NAME = 35;

    private static final int NAME = 60;
    private static final int COMMENT = 200;
    private static final int FIRST_POLICY = 9_001;

    private final Order order;
    private final StringBuilder addresses4 = new StringBuilder();
    private final StringBuilder addresses6 = new StringBuilder();
    private final StringBuilder groups4 = new StringBuilder();
    private final StringBuilder groups6 = new StringBuilder();
    private final Map<String, String> services = new LinkedHashMap<>();
    private final StringBuilder policies = new StringBuilder();
    private final List<String> defined = new ArrayList<>();
    private int count;

    private FortigateWriter(Order order) {
        this.order = order;
    }

    static String write(Order order) {
        return new FortigateWriter(order).text();
    }

    private String text() {
        order.policy().accepted().forEach(this::permit);
        if (order.policy().scope().everything()) {
            for (boolean six : List.of(false, true)) {
                unapproved(six, "all", "all", "default");
            }
        }
        int number = 0;
        for (Scope.Crossing pair : order.policy().scope().crossings()) {
            number++;
            for (boolean six : List.of(false, true)) {
                AddressSet from = of(six, pair.source());
                AddressSet to = of(six, pair.destination());
                if (!from.isEmpty() && !to.isEmpty()) {
                    String name = "crossing-" + number;
                    unapproved(
                            six,
                            group(six, "from-" + name, from),
                            group(six, "to-" + name, to),
                            pair.conduit() + " " + pair.from() + " to " + pair.to());
                }
            }
        }
        StringBuilder text = new StringBuilder(order.header("# "));
        block("firewall address", addresses4, text);
        block("firewall address6", addresses6, text);
        block("firewall addrgrp", groups4, text);
        block("firewall addrgrp6", groups6, text);
        block("firewall service custom", new StringBuilder(String.join("", services.values())), text);
        block("firewall policy", policies, text);
        return text.toString();
    }

    private static void block(String name, StringBuilder body, StringBuilder text) {
        if (!body.isEmpty()) {
            text.append("config ").append(name).append('\n').append(body).append("end\n");
        }
    }

    private static AddressSet of(boolean six, AddressSet set) {
        return six ? AddressMath.six(set) : AddressMath.four(set);
    }

    private void permit(Permit permit) {
        for (boolean six : List.of(false, true)) {
            AddressSet from = of(six, permit.from());
            AddressSet to = of(six, permit.to());
            if (!from.isEmpty() && !to.isEmpty()) {
                policy(
                        six,
                        group(six, "from-" + permit.id(), from),
                        group(six, "to-" + permit.id(), to),
                        service(permit.service()),
                        true,
                        permit.id());
            }
        }
    }

    /// A group of ranges, defined once.
    private String group(boolean six, String id, AddressSet set) {
        if (set.isAny()) {
            return "all";
        }
        String name = "zw" + (six ? "6-" : "4-") + Plain.name(id, "-_.", NAME);
        if (defined.contains(name)) {
            return name;
        }
        defined.add(name);
        List<String> members = new ArrayList<>();
        for (AddressSet.Range range : set.ranges()) {
            String member = name + "-" + (members.size() + 1);
            members.add(quoted(member));
            (six ? addresses6 : addresses4)
                    .append("    edit ")
                    .append(quoted(member))
                    .append("\n        set type iprange\n        set start-ip ")
                    .append(range.first())
                    .append("\n        set end-ip ")
                    .append(range.last())
                    .append("\n    next\n");
        }
        (six ? groups6 : groups4)
                .append("    edit ")
                .append(quoted(name))
                .append("\n        set member ")
                .append(String.join(" ", members))
                .append("\n    next\n");
        return name;
    }

    private String service(Service service) {
        if (service.isAny()) {
            return "ALL";
        }
        int number = service.protocol().getAsInt();
        String transport = new Transport(number).id();
        boolean ports = new Transport(number).hasPorts();
        String ranges = service.destination().isAny()
                ? "0-65535"
                : service.destination().list().stream()
                        .map(PortSet.Range::toString)
                        .collect(Collectors.joining(" "));
        String name = "zw-" + Plain.name(ports ? transport + "-" + ranges : "ip-" + number, "-_.", NAME);
        String body = ports
                ? "        set protocol TCP/UDP/SCTP\n        set " + transport + "-portrange " + ranges + "\n"
                : "        set protocol IP\n        set protocol-number " + number + "\n";
        services.put(name, "    edit " + quoted(name) + "\n" + body + "    next\n");
        return name;
    }

    private void unapproved(boolean six, String from, String to, String about) {
        policy(six, from, to, "ALL", !order.drops(), order.logPrefix() + about);
    }

    private void policy(boolean six, String from, String to, String service, boolean accepts, String about) {
        String end = six ? "6" : "";
        int id = FIRST_POLICY + count;
        count++;
        policies.append("    edit ").append(id).append('\n');
        set("name", quoted(Plain.comment("zw-" + id + " " + about, POLICY_NAME)));
        set("srcintf", quoted("any"));
        set("dstintf", quoted("any"));
        set("srcaddr" + end, quoted(from));
        set("dstaddr" + end, quoted(to));
        set("action", accepts ? "accept" : "deny");
        set("schedule", quoted("always"));
        set("service", quoted(service));
        set("logtraffic", "all");
        set("comments", quoted(Plain.comment(about, COMMENT)));
        policies.append("    next\n");
    }

    private void set(String key, String value) {
        policies.append("        set ").append(key).append(' ').append(value).append('\n');
    }

    private static String quoted(String plain) {
        return "\"" + plain + "\"";
    }
}
