package org.zonewright.intake.config.cisco;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.NetworkMask;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Reads the lines of an IOS device: lists, interfaces, zones, translations. A line that begins with a blank belongs
/// to the block above it. The device keeps no state but for what a zone pair inspects. Mutable; one file.
final class IosReader {
    /// What judges packets at an interface and is not read.
    private static final Set<String> DECIDES_AT_INTERFACE =
            Set.of("ip inspect", "ip admission", "ip auth-proxy", "ip urlfilter", "crypto map");

    private final ConfigText text;
    private final RulesetBuilder rules;
    private final CiscoObjects objects;
    private final IosLists lists;
    private final IosZones zones;
    private final IosNat nat;
    private final Map<String, CiscoInterface> interfaces = new LinkedHashMap<>();
    private Optional<CiscoObjects.Block> block = Optional.empty();
    private Optional<CiscoInterface> current = Optional.empty();

    IosReader(ConfigText text) {
        this.text = text;
        rules = new RulesetBuilder(text, "cisco-ios", false);
        objects = new CiscoObjects(rules);
        lists = new IosLists(rules, objects);
        zones = new IosZones(rules, lists);
        nat = new IosNat(rules, lists);
    }

    Ruleset read() {
        List<String> lines = text.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), i + 1);
        }
        InterfaceSet outside = names(true);
        interfaces.values().forEach(found -> found.into(rules));
        lists.build();
        nat.build(names(false), outside);
        interfaces.values().forEach(this::stages);
        zones.build(interfaces.values());
        rules.unsaid(Path.TO_DEVICE, "what the device itself serves");
        return rules.build();
    }

    /// The interfaces that `ip nat outside` marks, or those without it.
    private InterfaceSet names(boolean outside) {
        return InterfaceSet.of(interfaces.values().stream()
                .filter(found -> found.outsideOfTranslation == outside)
                .map(found -> found.name)
                .toArray(String[]::new));
    }

    private void line(String line, int number) {
        if (line.isBlank() || line.startsWith("!")) {
            if (line.startsWith("! Last configuration change at")) {
                CiscoTime.in(line).ifPresent(rules::taken);
            }
            return;
        }
        LineWords words = LineWords.of(line);
        if (line.startsWith(" ")) {
            inBlock(words, line.strip(), number);
            return;
        }
        block = Optional.empty();
        current = Optional.empty();
        lists.leave();
        zones.leave();
        switch (words.take()) {
            case "hostname" -> rules.device(words.take());
            case "interface" -> opened(words.rest(), number);
            case "object-group" -> {
                block = objects.open(true, words, number);
            }
            case "access-list" -> lists.numbered(words, line, number);
            case "ip" -> ip(words, line, number);
            case "ipv6" -> ipv6(words, number);
            case "class-map", "policy-map", "zone-pair" -> zones.open(line, number);
            case "Standard", "Extended", "IPv6" -> lists.shown(line);
            default -> {
                // routing protocols, users, logs: nothing that judges packets
            }
        }
    }

    private void opened(String name, int number) {
        CiscoInterface found = interfaces.computeIfAbsent(name, any -> new CiscoInterface(any, number));
        current = Optional.of(found);
    }

    private void ip(LineWords words, String line, int number) {
        switch (words.take()) {
            case "access-list" -> lists.open(words, number);
            case "nat" -> nat.line(words, line, number);
            case "route" -> route(words);
            default -> {
                // servers, name look-up, routing settings
            }
        }
    }

    private void ipv6(LineWords words, int number) {
        if (words.took("access-list")) {
            lists.openSix(words.take(), number);
        }
    }

    /// `ip route 10.0.0.0 255.0.0.0 GigabitEthernet0/1 [next hop]`, or a next hop in a network of an interface.
    private void route(LineWords words) {
        String network = words.take();
        if (network.equals("vrf")) {
            return;
        }
        Optional<AddressSet> set = NetworkMask.network(network, words.take()).filter(found -> !found.isAny());
        String next = words.take();
        Optional<AddressSet> hop = AddressSet.parse(next);
        rules.spend(interfaces.size());
        set.ifPresent(found -> interfaces.values().stream()
                .filter(one -> one.name.equals(next)
                        || hop.filter(address -> one.networks.stream()
                                        .anyMatch(own -> !own.intersect(address).isEmpty()))
                                .isPresent())
                .findFirst()
                .ifPresent(one -> one.networks.add(found)));
    }

    private void inBlock(LineWords words, String line, int number) {
        if (block.isPresent()) {
            if (!objects.line(block.get(), words, number)) {
                rules.unread(number, line, false); // whoever uses the group is left open
            }
        } else if (current.isPresent()) {
            interfaceLine(current.get(), words, line, number);
        } else if (lists.isShown()) {
            lists.counted(line);
        } else if (lists.isOpen()) {
            lists.entry(words, line, number);
        } else {
            zones.line(words, line, number);
        }
    }

    private void interfaceLine(CiscoInterface found, LineWords words, String line, int number) {
        String first = words.take();
        String both = first + " " + words.peek();
        if (DECIDES_AT_INTERFACE.contains(both)) {
            rules.unread(number, line, true);
            return;
        }
        switch (both) {
            case "ip address", "ipv6 address" -> {
                words.take();
                found.address(words.take(), words.take());
            }
            case "ip access-group", "ipv6 traffic-filter" -> {
                words.take();
                String list = words.take();
                found.lists.add(new CiscoInterface.Bound(list, !words.took("out"), first.equals("ipv6"), number));
            }
            case "ip nat" -> {
                words.take();
                found.outsideOfTranslation |= words.took("outside");
            }
            case "zone-member security" -> {
                words.take();
                found.zone = Optional.of(words.take());
            }
            default -> {
                if (first.equals("description")) {
                    found.description = Optional.of(words.rest());
                }
            }
        }
    }

    /// A list judges what goes through and, where it judges what enters, what goes to the device.
    private void stages(CiscoInterface found) {
        for (CiscoInterface.Bound bound : found.lists) {
            InterfaceSet here = InterfaceSet.of(found.name);
            InterfaceSet any = InterfaceSet.any();
            boolean translated = found.outsideOfTranslation && nat.isFixed();
            String chain = lists.at(found.name, bound, translated ? Optional.of(nat) : Optional.empty());
            String name = (bound.six() ? "ipv6 traffic-filter " : "ip access-group ")
                    + bound.list()
                    + (bound.in() ? " in " : " out ")
                    + found.name;
            rules.stage(new Stage(
                    name,
                    Path.THROUGH,
                    chain,
                    bound.in() ? here : any,
                    bound.in() ? any : here,
                    false,
                    rules.at(bound.line())));
            if (bound.in()) {
                rules.stage(new Stage(name, Path.TO_DEVICE, chain, here, any, false, rules.at(bound.line())));
            }
        }
    }
}
