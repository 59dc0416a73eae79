package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Family;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Rules as `iptables-save` and `ip6tables-save` print them (iptables-extensions(8)), one file a family. A load
/// replaces the table `filter`. A chain a flow, so that many sources and many destinations do not multiply.
final class IptablesWriter {
    /// The kernel keeps 255 characters of a comment.
    private static final int COMMENT = 200;

    /// The module `multiport` takes 15 ports, a range as two.
    private static final int MULTIPORT = 7;

    private final Order order;
    private final Family family;
    private final List<String> chains = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    private IptablesWriter(Order order, Family family) {
        this.order = order;
        this.family = family;
    }

    static List<RuleFile> write(Order order) {
        String name = order.policy().name();
        return List.of(
                new RuleFile(
                        name + ".iptables", new IptablesWriter(order, Family.IPV4).text(), Optional.of(Family.IPV4)),
                new RuleFile(
                        name + ".ip6tables", new IptablesWriter(order, Family.IPV6).text(), Optional.of(Family.IPV6)));
    }

    private String text() {
        rules.add("-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
        order.policy().accepted().forEach(this::permit);
        Scope scope = order.policy().scope();
        if (scope.everything()) {
            rules.add("-A FORWARD -j zw-unapproved");
        }
        for (Scope.Crossing crossing : scope.crossings()) {
            String chain = chain();
            AddressSet to = mine(crossing.destination());
            sources(mine(crossing.source()), to, chain);
            for (AddressMath.Prefix prefix : AddressMath.prefixes(to)) {
                rules.add("-A " + chain + " -d " + prefix
                        + comment(crossing.conduit().value()) + " -j zw-unapproved");
            }
        }
        rules.add("-A zw-unapproved -m limit --limit 10/sec --limit-burst 20 -j LOG --log-prefix \"" + order.logPrefix()
                + "\"");
        rules.add("-A zw-unapproved" + comment("no flow approves it") + (order.drops() ? " -j DROP" : ""));
        String policy = scope.everything() && order.drops() ? "DROP" : "ACCEPT";
        StringBuilder text = new StringBuilder("# ");
        text.append(family == Family.IPV4 ? "iptables" : "ip6tables").append("-restore\n");
        text.append(order.header("# "));
        text.append("*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ").append(policy).append(" [0:0]\n:OUTPUT ACCEPT [0:0]\n");
        chains.forEach(chain -> text.append(':').append(chain).append(" - [0:0]\n"));
        text.append(":zw-unapproved - [0:0]\n");
        rules.forEach(rule -> text.append(rule).append('\n'));
        return text.append("COMMIT\n").toString();
    }

    private AddressSet mine(AddressSet set) {
        return family == Family.IPV4 ? AddressMath.four(set) : AddressMath.six(set);
    }

    private String chain() {
        String name = "zw-" + (chains.size() + 1);
        chains.add(name);
        return name;
    }

    private void sources(AddressSet from, AddressSet to, String chain) {
        if (!to.isEmpty()) {
            for (AddressMath.Prefix prefix : AddressMath.prefixes(from)) {
                rules.add("-A FORWARD -s " + prefix + " -j " + chain);
            }
        }
    }

    private void permit(Permit permit) {
        AddressSet from = mine(permit.from());
        AddressSet to = mine(permit.to());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        String chain = chain();
        sources(from, to, chain);
        for (AddressMath.Prefix prefix : AddressMath.prefixes(to)) {
            for (String service : services(permit.service())) {
                rules.add("-A " + chain + " -d " + prefix + service + " -m conntrack --ctstate NEW"
                        + comment(Order.id(permit, COMMENT)) + " -j ACCEPT");
            }
        }
    }

    private static String comment(String text) {
        return " -m comment --comment \"" + Plain.comment(text, COMMENT) + "\"";
    }

    private static List<String> services(Service service) {
        if (service.isAny()) {
            return List.of("");
        }
        int number = service.protocol().getAsInt();
        String protocol = " -p " + (new Transport(number).hasPorts() ? new Transport(number).id() : "" + number);
        if (!new Transport(number).hasPorts() || service.destination().isAny()) {
            return List.of(protocol);
        }
        List<PortSet.Range> ports = service.destination().list();
        if (ports.size() == 1) {
            return List.of(protocol + " -m " + new Transport(number).id() + " --dport " + text(ports.getFirst()));
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < ports.size(); i += MULTIPORT) {
            String some = ports.subList(i, Math.min(ports.size(), i + MULTIPORT)).stream()
                    .map(IptablesWriter::text)
                    .collect(Collectors.joining(","));
            all.add(protocol + " -m multiport --dports " + some);
        }
        return all;
    }

    private static String text(PortSet.Range range) {
        return range.first() == range.last() ? "" + range.first() : range.first() + ":" + range.last();
    }
}
