package org.zonewright.intake.config.panos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.XmlNode;

/// Security rules of one virtual system: those of a manager before its own, its own, those behind, then the defaults:
/// within a zone all passes, between zones nothing. An application, a user, a category leaves its rule open.
final class PanRules {
    /// Lists that narrow a rule unless they say any.
    private static final Set<String> OPEN = Set.of(
            "source-user",
            "category",
            "application",
            "hip-profiles",
            "source-hip",
            "destination-hip",
            "saas-user-list",
            "saas-tenant-list");

    private final RulesetBuilder rules;
    private final PanObjects objects;
    private final PanNat nat;
    private final Map<String, SortedSet<String>> zones;

    PanRules(RulesetBuilder rules, PanObjects objects, PanNat nat, Map<String, SortedSet<String>> zones) {
        this.rules = rules;
        this.objects = objects;
        this.nat = nat;
        this.zones = new TreeMap<>(zones);
    }

    private static List<XmlNode> entries(Optional<XmlNode> node) {
        return node.map(one -> one.children("entry")).orElse(List.of());
    }

    void read(XmlNode system, Optional<XmlNode> shared, String chain) {
        rules.chain(chain);
        List<XmlNode> all = new ArrayList<>();
        all.addAll(entries(shared.flatMap(node -> node.at("pre-rulebase", "security", "rules"))));
        all.addAll(entries(system.at("pre-rulebase", "security", "rules")));
        all.addAll(entries(system.at("rulebase", "security", "rules")));
        all.addAll(entries(system.at("post-rulebase", "security", "rules")));
        all.addAll(entries(shared.flatMap(node -> node.at("post-rulebase", "security", "rules"))));
        all.forEach(entry -> rule(entry, chain));
        defaults(system, chain);
    }

    private void defaults(XmlNode system, String chain) {
        List<XmlNode> changed = entries(system.at("rulebase", "default-security-rules", "rules"));
        boolean within = !denies(changed, "intrazone-default");
        boolean between = changed.stream()
                .anyMatch(entry -> entry.attribute("name").equals("interzone-default")
                        && entry.value("action").equals("allow"));
        if (within) {
            zones.forEach((zone, names) -> new RuleDraft("intrazone-default", Action.ACCEPT, 0)
                    .in(new InterfaceSet(names, false))
                    .out(new InterfaceSet(names, false))
                    .into(rules, chain));
        }
        if (between) {
            zones.forEach((zone, names) -> new RuleDraft("interzone-default", Action.ACCEPT, 0)
                    .in(new InterfaceSet(names, false))
                    .out(new InterfaceSet(names, true))
                    .into(rules, chain));
        }
    }

    private static boolean denies(List<XmlNode> changed, String name) {
        return changed.stream()
                .anyMatch(entry -> entry.attribute("name").equals(name)
                        && entry.has("action")
                        && !entry.value("action").equals("allow"));
    }

    private static List<String> members(XmlNode entry, String list) {
        return entry.child(list).map(XmlNode::members).orElse(List.of());
    }

    private static boolean is(XmlNode entry, String tick) {
        return entry.value(tick).equals("yes");
    }

    private void rule(XmlNode entry, String chain) {
        Optional<Action> action =
                switch (entry.value("action")) {
                    case "allow" -> Optional.of(Action.ACCEPT);
                    case "deny", "drop" -> Optional.of(Action.DROP);
                    case "reset-client", "reset-server", "reset-both" -> Optional.of(Action.REJECT);
                    default -> Optional.empty();
                };
        if (action.isEmpty()) {
            rules.unread(entry.line(), entry.attribute("name") + ": action " + entry.value("action"), true);
            return;
        }
        Addresses source = end(entry, "source");
        Addresses destination = end(entry, "destination");
        Services services = objects.services(members(entry, "service"));
        for (Crossing crossing : crossings(entry)) {
            draft(entry, action.get(), crossing)
                    .source(source)
                    .destination(destination)
                    .services(services)
                    .into(rules, chain);
            for (PanNat.Real real : nat.real(destination, services)) {
                draft(entry, action.get(), crossing)
                        .source(source)
                        .destination(Addresses.known(real.destination()))
                        .services(real.services())
                        .into(rules, chain);
            }
        }
    }

    private Addresses end(XmlNode entry, String which) {
        Addresses found = objects.addresses(members(entry, which));
        boolean not = is(entry, "negate-" + which);
        rules.spend(not ? found.size() : 0);
        return not ? found.complement(AddressSet.any()) : found;
    }

    /// From where to where; a rule within zones, or between them, is one for each zone it begins in.
    private record Crossing(InterfaceSet in, InterfaceSet out) {}

    private List<Crossing> crossings(XmlNode entry) {
        List<String> from = members(entry, "from");
        List<String> to = members(entry, "to");
        String type = entry.value("rule-type");
        if (!type.equals("intrazone") && !type.equals("interzone")) {
            return List.of(new Crossing(interfaces(from), interfaces(to)));
        }
        List<Crossing> all = new ArrayList<>();
        List<String> each = from.contains("any") ? List.copyOf(zones.keySet()) : from;
        for (String zone : each) {
            InterfaceSet here = interfaces(List.of(zone));
            if (type.equals("intrazone")) {
                all.add(new Crossing(here, here));
            } else {
                InterfaceSet there = interfaces(to);
                SortedSet<String> others = new TreeSet<>(there.names());
                if (there.except()) {
                    others.addAll(here.names());
                } else {
                    others.removeAll(here.names());
                }
                all.add(new Crossing(here, new InterfaceSet(others, there.except())));
            }
        }
        return all;
    }

    /// A zone that is not in the file stands for one interface of its name.
    private InterfaceSet interfaces(List<String> named) {
        if (named.contains("any")) {
            return InterfaceSet.any();
        }
        SortedSet<String> all = new TreeSet<>();
        named.forEach(zone -> all.addAll(zones.getOrDefault(zone, new TreeSet<>(Set.of(zone)))));
        rules.spend(all.size());
        return new InterfaceSet(all, false);
    }

    private RuleDraft draft(XmlNode entry, Action action, Crossing crossing) {
        RuleDraft draft = new RuleDraft(entry.attribute("name"), action, entry.line())
                .enabled(!is(entry, "disabled"))
                .in(crossing.in())
                .out(crossing.out())
                .logged(is(entry, "log-end") || is(entry, "log-start"))
                .comment(Optional.of(entry.value("description")));
        for (XmlNode part : entry.children()) {
            List<String> named = part.members();
            if (OPEN.contains(part.name()) && !named.isEmpty() && !named.contains("any")) {
                draft.open(part.name() + " " + String.join(" ", named.subList(0, Math.min(8, named.size()))));
            }
        }
        if (!entry.value("schedule").isEmpty()) {
            draft.open("schedule " + entry.value("schedule"));
        }
        return draft;
    }
}
