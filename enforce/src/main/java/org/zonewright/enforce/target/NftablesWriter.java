package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Rules of nftables (nft(8)): one table of its own, which a load replaces as a whole, with a set for each end, a
/// counter and the flow's id at each rule. Loading needs nftables 0.9.3 or later.
final class NftablesWriter {
    /// The kernel keeps 128 bytes of a comment.
    private static final int COMMENT = 120;

    private static final int NAME = 60;

    private final Order order;
    private final Map<String, AddressSet> sets = new LinkedHashMap<>();
    private final List<String> rules = new ArrayList<>();

    private NftablesWriter(Order order) {
        this.order = order;
    }

    static String write(Order order) {
        return new NftablesWriter(order).text();
    }

    private String text() {
        rules.add("ct state established,related counter accept comment \"established\"");
        order.policy().accepted().forEach(this::permit);
        boolean everything = order.policy().scope().everything();
        if (everything) {
            unapproved("", "default");
        }
        int number = 0;
        for (Scope.Crossing crossing : order.policy().scope().crossings()) {
            number++;
            for (String ends : ends("crossing-" + number, crossing.source(), crossing.destination())) {
                unapproved(ends, crossing.conduit().value() + " " + crossing.from() + " to " + crossing.to());
            }
        }
        String table = "inet " + order.policy().name();
        String verdict = everything && order.drops() ? "drop" : "accept";
        StringBuilder text = new StringBuilder(order.header("# "));
        text.append("table ").append(table).append("\n");
        text.append("delete table ").append(table).append("\n");
        text.append("table ").append(table).append(" {\n");
        sets.forEach((name, set) -> set(name, set, text));
        text.append("\tchain forward {\n");
        text.append("\t\ttype filter hook forward priority filter; policy ")
                .append(verdict)
                .append(";\n");
        rules.forEach(rule -> text.append("\t\t").append(rule).append('\n'));
        return text.append("\t}\n}\n").toString();
    }

    private void permit(Permit permit) {
        String comment = " ct state new counter accept comment \"" + Order.id(permit, COMMENT) + "\"";
        for (String ends : ends(permit.id(), permit.from(), permit.to())) {
            rules.add(ends + service(permit.service()).map(words -> " " + words).orElse("") + comment);
        }
    }

    /// Logs are limited, so that a flood fills no disk; the counter and the verdict stand apart and are not.
    private void unapproved(String ends, String comment) {
        String before = ends.isEmpty() ? "" : ends + " ";
        String about = " comment \"" + Plain.comment(comment, COMMENT) + "\"";
        rules.add(before + "limit rate 10/second burst 20 packets log prefix \"" + order.logPrefix() + "\"");
        rules.add(before + "counter" + (order.drops() ? " drop" : "") + about);
    }

    /// The conditions on both ends, one for each family that both have addresses of.
    private List<String> ends(String name, AddressSet from, AddressSet to) {
        List<String> all = new ArrayList<>();
        ends(name, "4", AddressMath.four(from), AddressMath.four(to)).ifPresent(all::add);
        ends(name, "6", AddressMath.six(from), AddressMath.six(to)).ifPresent(all::add);
        return all;
    }

    private Optional<String> ends(String name, String family, AddressSet from, AddressSet to) {
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        String ip = family.equals("4") ? "ip" : "ip6";
        List<String> conditions = new ArrayList<>();
        if (!from.isAny()) {
            conditions.add(ip + " saddr @" + named("from" + family, name, from));
        }
        if (!to.isAny()) {
            conditions.add(ip + " daddr @" + named("to" + family, name, to));
        }
        return Optional.of(conditions.isEmpty() ? "meta nfproto ipv" + family : String.join(" ", conditions));
    }

    private String named(String end, String id, AddressSet set) {
        String name = end + "." + Plain.name(id, "_-.", NAME);
        sets.put(name, set);
        return name;
    }

    private static void set(String name, AddressSet set, StringBuilder text) {
        String type = AddressMath.six(set).isEmpty() ? "ipv4_addr" : "ipv6_addr";
        text.append("\tset ").append(name).append(" {\n");
        text.append("\t\ttype ").append(type).append("\n\t\tflags interval\n");
        String elements =
                set.ranges().stream().map(NftablesWriter::element).collect(Collectors.joining(",\n\t\t             "));
        text.append("\t\telements = { ").append(elements).append(" }\n\t}\n");
    }

    private static String element(AddressSet.Range range) {
        List<AddressMath.Prefix> prefixes = AddressMath.prefixes(AddressSet.range(range.first(), range.last()));
        if (prefixes.size() > 1) {
            return range.toString();
        }
        AddressMath.Prefix prefix = prefixes.getFirst();
        return prefix.isSingle() ? prefix.address().toString() : prefix.toString();
    }

    private static Optional<String> service(Service service) {
        if (service.isAny()) {
            return Optional.empty();
        }
        int number = service.protocol().getAsInt();
        if (!new Transport(number).hasPorts() || service.destination().isAny()) {
            return Optional.of("meta l4proto " + number);
        }
        List<String> ports = service.destination().list().stream()
                .map(PortSet.Range::toString)
                .toList();
        String list = ports.size() == 1 ? ports.getFirst() : "{ " + String.join(", ", ports) + " }";
        return Optional.of(new Transport(number).id() + " dport " + list);
    }
}
