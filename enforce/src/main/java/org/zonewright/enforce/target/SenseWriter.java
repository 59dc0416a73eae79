package org.zonewright.enforce.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Aliases and floating rules of pfSense and OPNsense, as the parts of `config.xml` that their restore takes: both
/// keep rules as `filter/rule`; OPNsense keeps aliases with its newer models. Rules are `quick`, so the first that
/// matches decides. An alias holds networks, a flow's ends one each.
final class SenseWriter {
    /// Both refuse longer names of aliases.
    private static final int ALIAS = 25;

    private static final int COMMENT = 200;
    private static final long FIRST_TRACKER = 1_700_000_000L;

    /// The two products.
    enum Kind {
        PFSENSE,
        OPNSENSE
    }

    private record Alias(String name, String type, List<String> entries, String about) {}

    private final Order order;
    private final Kind kind;
    private final Map<String, Alias> aliases = new LinkedHashMap<>();
    private final StringBuilder rules = new StringBuilder();
    private int count;

    private SenseWriter(Order order, Kind kind) {
        this.order = order;
        this.kind = kind;
    }

    static String write(Order order, Kind kind) {
        return new SenseWriter(order, kind).text();
    }

    private String text() {
        order.policy().accepted().forEach(this::permit);
        if (order.policy().scope().everything()) {
            unapproved("inet46", "<any/>", "<any/>", "default");
        }
        int crossing = 0;
        for (Scope.Crossing pair : order.policy().scope().crossings()) {
            crossing++;
            for (Family family : Family.values()) {
                AddressSet from = family.of(pair.source());
                AddressSet to = family.of(pair.destination());
                if (!from.isEmpty() && !to.isEmpty()) {
                    String about = pair.conduit() + " " + pair.from() + " to " + pair.to();
                    String name = "crossing_" + crossing;
                    unapproved(
                            family.id,
                            end("from" + family.mark + "_" + name, from, about),
                            end("to" + family.mark + "_" + name, to, about),
                            about);
                }
            }
        }
        String root = kind == Kind.PFSENSE ? "pfsense" : "opnsense";
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<");
        text.append(root).append(">\n<!--\n");
        order.header()
                .forEach(line ->
                        text.append("  ").append(line.replace("--", "- -")).append('\n'));
        text.append("-->\n").append(aliases());
        text.append("  <filter>\n")
                .append(rules)
                .append("  </filter>\n</")
                .append(root)
                .append(">\n");
        return text.toString();
    }

    private enum Family {
        FOUR("inet", "4"),
        SIX("inet6", "6");

        private final String id;
        private final String mark;

        Family(String id, String mark) {
            this.id = id;
            this.mark = mark;
        }

        private AddressSet of(AddressSet set) {
            return this == FOUR ? AddressMath.four(set) : AddressMath.six(set);
        }
    }

    private void permit(Permit permit) {
        for (Family family : Family.values()) {
            AddressSet from = family.of(permit.from());
            AddressSet to = family.of(permit.to());
            if (!from.isEmpty() && !to.isEmpty()) {
                String source = end("from" + family.mark + "_" + permit.id(), from, permit.id());
                String destination = end("to" + family.mark + "_" + permit.id(), to, permit.id());
                rule("pass", family.id, permit.service(), source, destination, permit.id(), false);
            }
        }
    }

    private String end(String id, AddressSet set, String about) {
        if (set.isAny()) {
            return "<any/>";
        }
        List<String> entries = AddressMath.prefixes(set).stream()
                .map(prefix -> prefix.isSingle() ? prefix.address().toString() : prefix.toString())
                .toList();
        return "<address>" + alias(id, "network", entries, about) + "</address>";
    }

    private String alias(String id, String type, List<String> entries, String about) {
        String name = "zw_" + Plain.name(id, "_", ALIAS);
        aliases.put(name, new Alias(name, type, entries, Plain.comment(about, COMMENT)));
        return name;
    }

    private void unapproved(String family, String source, String destination, String about) {
        rule(
                order.drops() ? "block" : "pass",
                family,
                Service.any(),
                source,
                destination,
                order.logPrefix() + about,
                true);
    }

    private void rule(
            String type, String family, Service service, String source, String destination, String about, boolean log) {
        count++;
        long tracker = FIRST_TRACKER + count;
        rules.append("    <rule>\n");
        line("tracker", "" + tracker);
        line("type", type);
        line("floating", "yes");
        line("quick", kind == Kind.PFSENSE ? "yes" : "1");
        line("direction", "in");
        line("interface", "");
        line("ipprotocol", family);
        line("statetype", "keep state");
        String ports = "";
        if (!service.isAny()) {
            int number = service.protocol().getAsInt();
            line("protocol", new Transport(number).id().replace("ip-proto-", ""));
            if (new Transport(number).hasPorts() && !service.destination().isAny()) {
                ports = "<port>" + ports(service.destination(), about) + "</port>";
            }
        }
        rules.append("      <source>").append(source).append("</source>\n");
        rules.append("      <destination>").append(destination).append(ports).append("</destination>\n");
        if (log) {
            line("log", kind == Kind.PFSENSE ? "" : "1");
        }
        line("descr", Plain.comment(about, COMMENT));
        rules.append("    </rule>\n");
    }

    private String ports(PortSet ports, String about) {
        List<PortSet.Range> ranges = ports.list();
        if (ranges.size() > 1) {
            List<String> entries = ranges.stream()
                    .map(range ->
                            range.first() == range.last() ? "" + range.first() : range.first() + ":" + range.last())
                    .toList();
            return alias("ports_" + about, "port", entries, about);
        }
        return ranges.getFirst().toString();
    }

    private void line(String tag, String value) {
        rules.append("      <").append(tag);
        rules.append(value.isEmpty() ? "/>\n" : ">" + escaped(value) + "</" + tag + ">\n");
    }

    /// What [Plain] lets through needs no escape; this is for whatever is written beside it.
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String aliases() {
        Stream<String> all = aliases.values().stream().map(kind == Kind.PFSENSE ? this::pfsense : this::opnsense);
        String list = all.collect(Collectors.joining());
        return kind == Kind.PFSENSE
                ? "  <aliases>\n" + list + "  </aliases>\n"
                : "  <OPNsense>\n    <Firewall>\n      <Alias>\n        <aliases>\n" + list
                        + "        </aliases>\n      </Alias>\n    </Firewall>\n  </OPNsense>\n";
    }

    private String pfsense(Alias alias) {
        List<String> about = new ArrayList<>();
        alias.entries().forEach(_ -> about.add(alias.about()));
        return "    <alias>\n      <name>" + alias.name() + "</name>\n      <type>" + alias.type()
                + "</type>\n      <address>" + String.join(" ", alias.entries()) + "</address>\n      <descr>"
                + escaped(alias.about()) + "</descr>\n      <detail>" + escaped(String.join("||", about))
                + "</detail>\n    </alias>\n";
    }

    private String opnsense(Alias alias) {
        UUID uuid = UUID.nameUUIDFromBytes(alias.name().getBytes(StandardCharsets.UTF_8));
        return "          <alias uuid=\"" + uuid + "\">\n            <enabled>1</enabled>\n            <name>"
                + alias.name() + "</name>\n            <type>" + alias.type() + "</type>\n            <content>"
                + String.join("\n", alias.entries()) + "</content>\n            <description>"
                + escaped(alias.about()) + "</description>\n          </alias>\n";
    }
}
