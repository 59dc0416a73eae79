package org.zonewright.intake.config.fortinet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Reads a FortiGate's configuration, one virtual domain after the other: each judges what enters by its own
/// interfaces, and drops what no policy of its own lets through.
final class FortiReader {
    /// Sections that change what gets through and are not read.
    private static final Set<String> DECIDES = Set.of(
            "firewall security-policy",
            "firewall acl",
            "firewall acl6",
            "firewall policy46",
            "firewall policy64",
            "firewall central-snat-map",
            "firewall multicast-policy",
            "firewall vip46",
            "firewall vip64",
            "firewall vip6");

    private final RulesetBuilder rules;
    private final FortiBlock all;
    private final SortedSet<String> names = new TreeSet<>();

    FortiReader(ConfigText text) {
        rules = new RulesetBuilder(text, "fortigate", true);
        all = FortiBlock.of(text.lines(), rules);
    }

    Ruleset read() {
        FortiBlock global = all.part("global").orElse(all);
        global.part("system global")
                .map(found -> found.one("hostname"))
                .filter(name -> !name.isEmpty())
                .ifPresent(rules::device);
        List<FortiBlock> domains = all.parts().stream()
                .filter(part -> part.name().equals("vdom"))
                .flatMap(part -> part.parts().stream())
                .filter(entry -> !entry.parts().isEmpty())
                .toList();
        List<FortiBlock> interfaces = new ArrayList<>(global.entries("system interface"));
        domains.forEach(domain -> interfaces.addAll(domain.entries("system interface")));
        interfaces.forEach(entry -> names.add(entry.name()));
        if (domains.isEmpty()) {
            domain(all, global, interfaces, "");
        } else {
            domains.forEach(domain -> domain(
                    domain,
                    global,
                    interfaces.stream()
                            .filter(entry -> entry.is("vdom", domain.name()))
                            .toList(),
                    domain.name()));
        }
        if (!names.isEmpty()) {
            rules.chain("no policy");
            rules.stage(new Stage(
                    "interfaces that are not named",
                    Path.THROUGH,
                    "no policy",
                    new InterfaceSet(names, true),
                    InterfaceSet.any(),
                    false,
                    rules.at(0)));
        }
        return rules.build();
    }

    private void domain(FortiBlock domain, FortiBlock global, List<FortiBlock> interfaces, String name) {
        for (FortiBlock part : domain.parts()) {
            if (DECIDES.contains(part.name()) && !part.parts().isEmpty()) {
                rules.unread(part.line(), "config " + part.name(), !part.name().equals("firewall central-snat-map"));
            }
        }
        Map<String, List<String>> zones = new HashMap<>();
        Map<String, String> zoneOf = new HashMap<>();
        for (FortiBlock zone : domain.entries("system zone")) {
            zones.put(zone.name(), zone.all("interface"));
            zone.all("interface").forEach(member -> zoneOf.put(member, zone.name()));
        }
        domain.part("system sdwan").ifPresent(sdwan -> sdwan.entries("members").forEach(member -> {
            String zone = member.one("zone").isEmpty() ? "virtual-wan-link" : member.one("zone");
            zones.computeIfAbsent(zone, any -> new ArrayList<>()).add(member.one("interface"));
            zoneOf.putIfAbsent(member.one("interface"), zone);
        }));
        interfaces.forEach(entry -> networkInterface(entry, domain, zoneOf));
        FortiObjects objects = new FortiObjects(rules, domain);
        FortiServices services = new FortiServices(rules, domain);
        FortiPolicies policies = new FortiPolicies(rules, objects, services, zones, names, domain);
        String chain = name.isEmpty() ? "policy" : "policy of " + name;
        rules.chain(chain);
        domain.entries("system zone").forEach(zone -> policies.withinZone(zone, chain));
        domain.entries("firewall policy").forEach(entry -> policies.policy(entry, chain, Optional.empty()));
        domain.entries("firewall policy6")
                .forEach(entry -> policies.policy(entry, chain, Optional.of(AddressSet.anyIpv6())));
        policies.translations();
        InterfaceSet entering = name.isEmpty()
                ? InterfaceSet.any()
                : InterfaceSet.of(interfaces.stream().map(FortiBlock::name).toArray(String[]::new));
        int line = domain.part("firewall policy").map(FortiBlock::line).orElse(domain.line());
        rules.stage(new Stage(chain, Path.THROUGH, chain, entering, InterfaceSet.any(), false, rules.at(line)));
        String device = name.isEmpty() ? "to the device" : "to the device of " + name;
        domain.entries("firewall local-in-policy").forEach(entry -> policies.localIn(entry, device, false));
        domain.entries("firewall local-in-policy6").forEach(entry -> policies.localIn(entry, device, true));
        new FortiAccess(rules, global).build(interfaces, device);
        rules.stage(new Stage(device, Path.TO_DEVICE, device, entering, InterfaceSet.any(), false, rules.at(0)));
    }

    private void networkInterface(FortiBlock entry, FortiBlock domain, Map<String, String> zoneOf) {
        List<AddressSet> networks = new ArrayList<>();
        network(entry.all("ip")).ifPresent(networks::add);
        entry.entries("secondaryip").forEach(second -> network(second.all("ip")).ifPresent(networks::add));
        entry.part("ipv6")
                .map(six -> six.one("ip6-address"))
                .flatMap(AddressSet::parse)
                .ifPresent(networks::add);
        List<FortiBlock> routes = domain.entries("router static");
        rules.spend(routes.size());
        for (FortiBlock route : routes) {
            if (route.is("device", entry.name()) && !route.all("dst").isEmpty() && !route.is("status", "disable")) {
                network(route.all("dst")).ifPresent(networks::add);
            }
        }
        String words = entry.one("alias").isEmpty() ? entry.one("description") : entry.one("alias");
        rules.networkInterface(new NetworkInterface(
                entry.name(),
                Optional.ofNullable(zoneOf.get(entry.name())),
                networks,
                Optional.of(words).filter(text -> !text.isBlank()),
                rules.at(entry.line())));
    }

    /// None for an address that is not set, nor for a default route.
    private static Optional<AddressSet> network(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : FortiObjects.subnet(words).filter(set -> !set.isAny() && !isNoAddress(words));
    }

    private static boolean isNoAddress(List<String> words) {
        return words.getFirst().startsWith("0.0.0.0");
    }
}
