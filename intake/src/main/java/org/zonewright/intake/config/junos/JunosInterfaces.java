package org.zonewright.intake.config.junos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.intake.config.build.RulesetBuilder;

/// The logical interfaces, their zones, and the networks at them and behind static routes.
final class JunosInterfaces {
    private final RulesetBuilder rules;
    private final JunosNode root;
    private final Map<String, InterfaceSet> zones;

    JunosInterfaces(RulesetBuilder rules, JunosNode root, Map<String, InterfaceSet> zones) {
        this.rules = rules;
        this.root = root;
        this.zones = zones;
    }

    void build() {
        Map<String, List<AddressSet>> networks = new LinkedHashMap<>();
        Map<String, JunosNode> found = new LinkedHashMap<>();
        root.all("interfaces").forEach((name, physical) -> physical.all("unit").forEach((unit, logical) -> {
            List<AddressSet> at = new ArrayList<>();
            for (String family : List.of("inet", "inet6")) {
                logical.all("family", family, "address").keySet().forEach(address -> AddressSet.parse(address)
                        .ifPresent(at::add));
            }
            networks.put(name + "." + unit, at);
            found.put(name + "." + unit, logical);
        }));
        zones.values().forEach(set -> set.names().forEach(name -> networks.putIfAbsent(name, new ArrayList<>())));
        root.all("routing-options", "static", "route").forEach((prefix, route) -> {
            rules.spend(networks.size());
            Optional<AddressSet> behind = AddressSet.parse(prefix).filter(set -> !set.isAny());
            Optional<AddressSet> hop = AddressSet.parse(route.one("next-hop"));
            behind.ifPresent(set -> networks.values().stream()
                    .filter(at -> hop.filter(address -> at.stream()
                                    .anyMatch(own -> !own.intersect(address).isEmpty()))
                            .isPresent())
                    .findFirst()
                    .ifPresent(at -> at.add(set)));
        });
        networks.forEach((name, at) -> rules.networkInterface(new NetworkInterface(
                name,
                zoneOf(name),
                at,
                Optional.ofNullable(found.get(name))
                        .map(logical -> logical.one("description"))
                        .filter(text -> !text.isEmpty()),
                rules.at(Optional.ofNullable(found.get(name))
                        .map(JunosNode::line)
                        .orElse(0)))));
    }

    private Optional<String> zoneOf(String name) {
        rules.spend(zones.size());
        return zones.entrySet().stream()
                .filter(zone -> zone.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
