package org.zonewright.intake.config.pf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.Words;
import org.zonewright.intake.config.build.XmlNode;

/// One filter rule. A gateway, a schedule, a tag and everything else that a packet does not show leaves it open.
final class SenseRule {
    /// In which order the device asks its rules.
    enum Place {
        FLOATING,
        GROUP,
        INTERFACE
    }

    /// Conditions and ways that are not decided here.
    private static final Set<String> OPEN = Set.of(
            "gateway",
            "sched",
            "os",
            "tagged",
            "tcpflags1",
            "tcpflags2",
            "vlanprio",
            "set-prio",
            "max-src-nodes",
            "max",
            "max-src-conn",
            "max-src-states",
            "max-src-conn-rate",
            "dscp",
            "tos",
            "user",
            "prob",
            "divert-to");

    private static final Map<String, Integer> ICMP = Map.of(
            "echorep",
            0,
            "unreach",
            3,
            "squench",
            4,
            "redir",
            5,
            "echoreq",
            8,
            "routeradv",
            9,
            "routersol",
            10,
            "timex",
            11,
            "paramprob",
            12,
            "timereq",
            13);

    private final RulesetBuilder rules;
    private final SenseNames names;
    private final XmlNode rule;
    private final boolean floating;
    private final List<String> interfaces;

    SenseRule(RulesetBuilder rules, SenseNames names, XmlNode rule) {
        this.rules = rules;
        this.names = names;
        this.rule = rule;
        this.floating = rule.child("floating").filter(SenseRule::isSet).isPresent();
        this.interfaces = Words.parts(rule.value("interface")).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// True for a tick: an element that is there and does not say `0` or `no`.
    static boolean isSet(XmlNode tick) {
        return !tick.text().equals("0") && !tick.text().equals("no");
    }

    private boolean is(String tick) {
        return rule.child(tick).filter(SenseRule::isSet).isPresent();
    }

    Place place() {
        if (floating) {
            return Place.FLOATING;
        }
        return interfaces.stream().anyMatch(names::isGroup) ? Place.GROUP : Place.INTERFACE;
    }

    boolean isQuick() {
        return floating ? is("quick") : !rule.value("quick").equals("0");
    }

    /// True if it judges what goes `in` or `out`.
    boolean judges(String direction) {
        String own = rule.value("direction");
        boolean both = own.equals("any") || (floating && own.isEmpty());
        return both || direction.equals(own.isEmpty() ? "in" : own);
    }

    void into(String chain) {
        String type = rule.value("type");
        Action action =
                switch (type) {
                    case "pass", "" -> Action.ACCEPT;
                    case "block" -> Action.DROP;
                    case "reject" -> Action.REJECT;
                    default -> Action.CONTINUE;
                };
        if (!type.matches("pass|block|reject|match|")) {
            rules.unread(rule.line(), "a rule of type " + type, true);
            return;
        }
        InterfaceSet at =
                interfaces.isEmpty() || interfaces.contains("any") ? InterfaceSet.any() : names.interfaces(interfaces);
        InterfaceSet where = is("interfacenot") ? new InterfaceSet(at.names(), !at.except()) : at;
        String tracker = rule.value("tracker").isEmpty() ? "line " + rule.line() : rule.value("tracker");
        RuleDraft draft = new RuleDraft(tracker, action, rule.line())
                .enabled(!is("disabled"))
                .source(end("source"))
                .destination(end("destination"))
                .services(services())
                .logged(is("log"))
                .comment(Optional.of(rule.value("descr")));
        if (chain.equals("in")) {
            draft.in(where);
        } else {
            draft.out(where);
        }
        for (XmlNode part : rule.children()) {
            if (OPEN.contains(part.name()) && !part.text().isEmpty()) {
                draft.open(part.name() + " " + part.text());
            }
        }
        if (rule.value("statetype").equals("none")) {
            draft.open("statetype none");
        }
        draft.into(rules, chain, family());
    }

    private AddressSet family() {
        return switch (rule.value("ipprotocol")) {
            case "inet6" -> AddressSet.anyIpv6();
            case "inet46" -> AddressSet.any();
            default -> AddressSet.anyIpv4();
        };
    }

    private Addresses end(String which) {
        return rule.child(which).map(names::end).orElse(Addresses.any());
    }

    private Services services() {
        String protocol = rule.value("protocol").toLowerCase(Locale.ROOT);
        if (protocol.equals("icmp") || protocol.equals("ipv6-icmp") || protocol.equals("icmp6")) {
            return icmp(protocol.equals("icmp") && !rule.value("ipprotocol").equals("inet6"));
        }
        Services asked = SenseNames.protocol(protocol);
        Services to = names.services(
                rule.child("destination").map(end -> end.value("port")).orElse(""));
        Services from = names.services(
                rule.child("source").map(end -> end.value("port")).orElse(""));
        return asked.intersect(to).intersect(turned(from));
    }

    /// Ports of destinations as ports of sources.
    private static Services turned(Services ports) {
        if (ports.surely().stream().anyMatch(Service::isAny)) {
            return ports;
        }
        Services turned = Services.known(ports.surely().stream()
                .map(service -> new Service(service.protocol(), service.destination(), PortSet.any()))
                .toList());
        return ports.isKnown() ? turned : Services.unknown(String.join(", ", ports.because()));
    }

    private Services icmp(boolean four) {
        String types = rule.value("icmptype");
        int protocol = four ? Service.ICMP : Service.ICMPV6;
        if (types.isEmpty() || types.equals("any")) {
            return Services.known(Service.of(protocol));
        }
        List<Service> found = new ArrayList<>();
        for (String type : Words.parts(types)) {
            Integer number = ICMP.get(type);
            if (number == null || !four) {
                return Services.known(Service.of(protocol)).only("icmptype " + types);
            }
            found.add(Service.to(protocol, PortSet.range(number * 256, number * 256 + 255)));
        }
        return Services.known(found);
    }
}
