package org.zonewright.intake.config.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.zonewright.intake.config.build.XmlNode;

/// Reads the tree: interfaces of the device, then each virtual system with its zones and rules. An interface in no
/// zone lets nothing pass.
final class PanReader {
    private static final List<String> KINDS = List.of("layer3", "layer2", "virtual-wire", "tap", "tunnel");

    private final RulesetBuilder rules;
    private final XmlNode root;
    private final Map<String, List<AddressSet>> networks = new HashMap<>();
    private final Map<String, XmlNode> found = new HashMap<>();
    private final SortedSet<String> zoned = new TreeSet<>();

    PanReader(ConfigText text) throws IOException {
        rules = new RulesetBuilder(text, "panos", true);
        XmlNode document = XmlNode.read(text.open(), rules, List.of("name"));
        root = document.at("response", "result", "config")
                .or(() -> document.child("config"))
                .orElse(document);
    }

    private static List<XmlNode> entries(Optional<XmlNode> node) {
        return node.map(one -> one.children("entry")).orElse(List.of());
    }

    Ruleset read() {
        List<XmlNode> systems = new ArrayList<>();
        for (XmlNode device : entries(root.child("devices"))) {
            device.at("deviceconfig", "system", "hostname")
                    .map(XmlNode::text)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(rules::device);
            device.child("network").ifPresent(this::network);
            device.child("device-group")
                    .ifPresent(groups -> rules.unread(groups.line(), "rules of device groups", true));
            systems.addAll(entries(device.child("vsys")));
        }
        root.child("panorama")
                .filter(pushed -> !pushed.children().isEmpty())
                .ifPresent(pushed -> rules.unread(pushed.line(), "rules that a manager pushed", true));
        for (XmlNode system : systems) {
            system(system, systems.size() > 1);
        }
        if (systems.isEmpty()) {
            rules.unsaid(Path.THROUGH, "no virtual system is in the file");
        }
        networks.keySet().stream()
                .sorted()
                .filter(name -> !zoned.contains(name))
                .forEach(name -> interfaceOf(name, Optional.empty()));
        if (!zoned.isEmpty()) {
            InterfaceSet others = new InterfaceSet(zoned, true);
            rules.chain("no zone");
            rules.stage(new Stage(
                    "out of no zone", Path.THROUGH, "no zone", others, InterfaceSet.any(), false, rules.at(0)));
            rules.stage(
                    new Stage("into no zone", Path.THROUGH, "no zone", InterfaceSet.any(), others, false, rules.at(0)));
        }
        rules.unsaid(Path.TO_DEVICE, "what the device itself serves");
        return rules.build();
    }

    private void network(XmlNode network) {
        for (XmlNode type : network.child("interface").map(XmlNode::children).orElse(List.of())) {
            for (XmlNode entry : type.children("entry")) {
                entry(entry, entry.child("layer3").orElse(entry));
                entries(entry.child("layer3").orElse(entry).child("units")).forEach(unit -> entry(unit, unit));
            }
            entries(type.child("units")).forEach(unit -> entry(unit, unit));
        }
        for (XmlNode router : entries(network.child("virtual-router"))) {
            for (String family : List.of("ip", "ipv6")) {
                entries(router.at("routing-table", family, "static-route")).forEach(route -> {
                    Optional<AddressSet> behind =
                            AddressSet.parse(route.value("destination")).filter(set -> !set.isAny());
                    behind.ifPresent(set -> Optional.ofNullable(networks.get(route.value("interface")))
                            .ifPresent(at -> at.add(set)));
                });
            }
        }
    }

    private void entry(XmlNode entry, XmlNode inner) {
        String name = entry.attribute("name");
        List<AddressSet> at = networks.computeIfAbsent(name, any -> new ArrayList<>());
        found.put(name, entry);
        entries(inner.child("ip"))
                .forEach(address -> AddressSet.parse(address.attribute("name")).ifPresent(at::add));
        entries(inner.at("ipv6", "address"))
                .forEach(address -> AddressSet.parse(address.attribute("name")).ifPresent(at::add));
    }

    private void interfaceOf(String name, Optional<String> zone) {
        Optional<XmlNode> entry = Optional.ofNullable(found.get(name));
        rules.networkInterface(new NetworkInterface(
                name,
                zone,
                networks.getOrDefault(name, List.of()),
                entry.map(one -> one.value("comment")).filter(text -> !text.isEmpty()),
                rules.at(entry.map(XmlNode::line).orElse(0))));
    }

    private void system(XmlNode system, boolean several) {
        Map<String, SortedSet<String>> zones = new HashMap<>();
        SortedSet<String> all = new TreeSet<>();
        for (XmlNode zone : entries(system.child("zone"))) {
            SortedSet<String> members = new TreeSet<>();
            for (String kind : KINDS) {
                zone.at("network", kind).ifPresent(list -> members.addAll(list.members()));
            }
            zones.put(zone.attribute("name"), members);
            members.forEach(name -> interfaceOf(name, Optional.of(zone.attribute("name"))));
            all.addAll(members);
        }
        zoned.addAll(all);
        String name = system.attribute("name");
        String chain = several ? "security rules of " + name : "security rules";
        PanObjects objects = new PanObjects(rules, system, root.child("shared"));
        PanNat nat = new PanNat(rules, objects, zones);
        nat.read(entries(system.at("rulebase", "nat", "rules")));
        new PanRules(rules, objects, nat, zones).read(system, root.child("shared"), chain);
        InterfaceSet entering = several ? new InterfaceSet(all, false) : InterfaceSet.any();
        rules.stage(
                new Stage(chain, Path.THROUGH, chain, entering, InterfaceSet.any(), false, rules.at(system.line())));
    }
}
