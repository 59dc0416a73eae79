package org.zonewright.intake.config.junos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Static, destination and source translations. Policies see real addresses, as rules here do.
final class JunosNat {
    private final RulesetBuilder rules;
    private final JunosNode nat;
    private final JunosNames names;
    private final Map<String, InterfaceSet> zones;

    JunosNat(RulesetBuilder rules, JunosNode root, JunosNames names, Map<String, InterfaceSet> zones) {
        this.rules = rules;
        this.nat = root.at("security", "nat").orElse(root);
        this.names = names;
        this.zones = zones;
    }

    void build() {
        for (String kind : List.of("static", "destination", "source")) {
            nat.all(kind, "rule-set").forEach((set, found) -> found.all("rule").forEach((name, rule) -> {
                String id = kind + " " + set + " " + name;
                boolean known =
                        switch (kind) {
                            case "static" -> fixed(id, found, rule);
                            case "destination" -> destination(id, found, rule);
                            default -> source(id, found, rule);
                        };
                if (!known) {
                    rules.unread(rule.line(), "nat " + id, false);
                }
            }));
        }
    }

    /// Interfaces that `from` or `to` names, by zone or by themselves.
    private InterfaceSet side(JunosNode set, String which) {
        List<String> all = new ArrayList<>();
        set.all(which, "zone")
                .keySet()
                .forEach(zone -> all.addAll(
                        zones.getOrDefault(zone, InterfaceSet.of(zone)).names()));
        set.all(which, "interface").keySet().forEach(name -> all.add(JunosReader.unit(name)));
        rules.spend(all.size());
        return all.isEmpty() ? InterfaceSet.any() : InterfaceSet.of(all.toArray(String[]::new));
    }

    private Addresses end(JunosNode rule, String which) {
        List<Addresses> all = new ArrayList<>();
        rule.all("match", which)
                .keySet()
                .forEach(text ->
                        all.add(AddressSet.parse(text).map(Addresses::known).orElseGet(() -> names.address("", text))));
        rule.all("match", which + "-name").keySet().forEach(name -> all.add(names.address("", name)));
        return all.isEmpty() ? Addresses.any() : Addresses.union(all);
    }

    private List<Service> services(JunosNode rule) {
        String word = rule.one("match", "destination-port");
        Optional<PortSet> port = JunosNames.ports(word);
        if (port.isEmpty()) {
            return List.of();
        }
        String last = rule.one("match", "destination-port", word, "to");
        PortSet ports = JunosNames.ports(word + "-" + last).orElse(port.get());
        return List.of(Service.to(Service.TCP, ports), Service.to(Service.UDP, ports));
    }

    private Match match(JunosNode rule, InterfaceSet in, InterfaceSet out) {
        Addresses source = end(rule, "source-address");
        Addresses destination = end(rule, "destination-address");
        List<String> open = new ArrayList<>(source.because());
        open.addAll(destination.because());
        return Match.any()
                .entering(in)
                .leaving(out)
                .from(source.possibly())
                .to(destination.possibly())
                .with(services(rule))
                .unless(open);
    }

    private boolean fixed(String id, JunosNode set, JunosNode rule) {
        String prefix = rule.one("then", "static-nat", "prefix");
        Optional<AddressSet> inside = AddressSet.parse(prefix);
        Addresses outside = end(rule, "destination-address");
        if (inside.isEmpty() || !outside.isKnown() || outside.surely().isAny()) {
            return false;
        }
        InterfaceSet from = side(set, "from");
        Optional<PortSet> port = JunosNames.ports(rule.one("then", "static-nat", "prefix", prefix, "mapped-port"));
        rules.translation(new Translation(
                id,
                Translation.Kind.DESTINATION,
                match(rule, from, InterfaceSet.any()),
                inside,
                port,
                rules.at(rule.line())));
        if (port.isEmpty()) {
            rules.translation(new Translation(
                    id,
                    Translation.Kind.SOURCE,
                    Match.any().leaving(from).from(inside.get()),
                    Optional.of(outside.surely()),
                    Optional.empty(),
                    rules.at(rule.line())));
        }
        return true;
    }

    private boolean destination(String id, JunosNode set, JunosNode rule) {
        if (rule.has("then", "destination-nat", "off")) {
            return true;
        }
        String pool = rule.one("then", "destination-nat", "pool");
        JunosNode found = nat.at("destination", "pool", pool).orElse(rule);
        String address = found.one("address");
        Optional<AddressSet> inside = AddressSet.parse(address);
        if (inside.isEmpty()) {
            return false;
        }
        Optional<PortSet> port = JunosNames.ports(found.one("address", address, "port"))
                .or(() -> JunosNames.ports(found.one("address", "port")));
        rules.translation(new Translation(
                id,
                Translation.Kind.DESTINATION,
                match(rule, side(set, "from"), InterfaceSet.any()),
                inside,
                port,
                rules.at(rule.line())));
        return true;
    }

    private boolean source(String id, JunosNode set, JunosNode rule) {
        if (rule.has("then", "source-nat", "off")) {
            return true;
        }
        String pool = rule.one("then", "source-nat", "pool");
        boolean own = rule.has("then", "source-nat", "interface");
        Optional<AddressSet> to = nat.at("source", "pool", pool)
                .map(found -> found.one("address"))
                .flatMap(AddressSet::parse);
        if (!own && to.isEmpty()) {
            return false;
        }
        rules.translation(new Translation(
                id,
                Translation.Kind.SOURCE,
                match(rule, side(set, "from"), side(set, "to")),
                own ? Optional.empty() : to,
                Optional.empty(),
                rules.at(rule.line())));
        return true;
    }
}
