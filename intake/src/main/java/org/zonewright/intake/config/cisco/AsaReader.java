package org.zonewright.intake.config.cisco;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.NetworkMask;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.Words;

/// Reads the lines of an ASA. A line that begins with a blank belongs to the block above it. Mutable; one file.
final class AsaReader {
    /// Commands that change what gets through and are not read.
    private static final Set<String> DECIDES = Set.of(
            "established", "filter", "shun", "conduit", "outbound", "apply", "static", "alias", "vpdn", "global");

    private static final Set<String> MANAGEMENT = Set.of("ssh", "telnet", "http");
    private static final String MANAGEMENT_CHAIN = "management access";

    private final ConfigText text;
    private final RulesetBuilder rules;
    private final CiscoObjects objects;
    private final AsaLists lists;
    private final AsaNat nat;
    private final Map<String, CiscoInterface> interfaces = new LinkedHashMap<>();
    private final AsaStages stages;
    private Optional<CiscoObjects.Block> block = Optional.empty();
    private Optional<CiscoInterface> current = Optional.empty();
    private PortSet https = PortSet.of(443);

    AsaReader(ConfigText text) {
        this.text = text;
        rules = new RulesetBuilder(text, "cisco-asa", true);
        objects = new CiscoObjects(rules);
        lists = new AsaLists(rules, objects);
        nat = new AsaNat(rules, objects);
        stages = new AsaStages(rules, lists);
    }

    Ruleset read() {
        List<String> lines = text.lines();
        for (int i = 0; i < lines.size(); i++) {
            objects(lines.get(i), i + 1);
        }
        block = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), i + 1);
        }
        interfaces.values().stream()
                .filter(found -> !found.name.equals(found.hardware))
                .forEach(found -> found.into(rules));
        lists.build();
        stages.build(interfaces.values().stream()
                .filter(found -> !found.name.equals(found.hardware))
                .toList());
        management();
        return rules.build();
    }

    /// First the names and objects, which lists above them may use.
    private void objects(String line, int number) {
        LineWords words = LineWords.of(line);
        if (line.startsWith(" ")) {
            if (block.isPresent() && !words.peek().equals("nat") && !objects.line(block.get(), words, number)) {
                rules.unread(number, line.strip(), false); // whoever uses the group is left open
            }
            return;
        }
        block = Optional.empty();
        switch (words.take()) {
            case "name" -> objects.name(words.take(), words.take());
            case "object" -> block = objects.open(false, words, number);
            case "object-group" -> block = objects.open(true, words, number);
            default -> {
                // read in the second pass
            }
        }
    }

    private void line(String line, int number) {
        LineWords words = LineWords.of(line);
        if (line.startsWith(" ") && !line.strip().startsWith("access-list ")) {
            inBlock(words, line.strip(), number);
            return;
        }
        current = Optional.empty();
        block = Optional.empty();
        String first = words.take();
        switch (first) {
            case "hostname" -> rules.device(words.take());
            case ":" -> CiscoTime.in(line).ifPresent(rules::taken);
            case "interface" -> {
                CiscoInterface found = new CiscoInterface(words.take(), number);
                current = Optional.of(found);
                interfaces.put(found.hardware, found);
            }
            case "object" -> block = Optional.of(new CiscoObjects.Block(words.take(), words.take(), "", false));
            case "access-list" -> lists.line(words, line, number);
            case "access-group" -> stages.bind(words, line, number);
            case "same-security-traffic" -> stages.sameSecurity(words.rest());
            case "nat" -> nat.twice(words, line, number);
            case "route", "ipv6" -> route(first, words);
            case "ssh", "telnet", "http" -> managed(first, words, number);
            case "firewall" -> unreadIf(words.peek().equals("transparent"), line, number);
            case "aaa" ->
                unreadIf(Words.of(line).contains("match") || Words.of(line).contains("include"), line, number);
            default -> unreadIf(DECIDES.contains(first), line, number);
        }
    }

    private void unreadIf(boolean is, String line, int number) {
        if (is) {
            rules.unread(number, line, true);
        }
    }

    private void inBlock(LineWords words, String line, int number) {
        if (block.isPresent()
                && words.peek().equals("nat")
                && block.get().type().equals("network")) {
            words.take();
            nat.ofObject(block.get().name(), words, line, number);
        }
        current.ifPresent(found -> interfaceLine(found, words));
    }

    private static void interfaceLine(CiscoInterface found, LineWords words) {
        switch (words.take()) {
            case "nameif" -> {
                found.name = words.take();
                if (found.level.isEmpty()) {
                    found.level = OptionalInt.of(found.name.equals("inside") ? 100 : 0);
                }
            }
            case "security-level" -> found.level = CiscoPorts.port(words.take());
            case "description" -> found.description = Optional.of(words.rest());
            case "ip", "ipv6" -> {
                if (words.took("address")) {
                    found.address(words.take(), words.take());
                }
            }
            default -> {
                // speed, channel groups and the like decide nothing here
            }
        }
    }

    /// A network that a static route puts behind an interface; a default route says nothing of what is where.
    private void route(String first, LineWords words) {
        if (first.equals("ipv6") && !words.took("route")) {
            return;
        }
        String name = words.take();
        String network = objects.address(words.take());
        Optional<AddressSet> set =
                first.equals("ipv6") ? AddressSet.parse(network) : NetworkMask.network(network, words.take());
        rules.spend(interfaces.size());
        set.filter(found -> !found.isAny()).ifPresent(found -> interfaces.values().stream()
                .filter(one -> one.name.equals(name))
                .forEach(one -> one.networks.add(found)));
    }

    /// `ssh 10.0.0.0 255.0.0.0 inside` lets these reach the device itself.
    private void managed(String service, LineWords words, int number) {
        if (words.took("server")) {
            if (words.took("enable") && words.more()) {
                https = CiscoPorts.port(words.take()).stream()
                        .mapToObj(PortSet::of)
                        .findFirst()
                        .orElse(https);
            }
            return;
        }
        Optional<AddressSet> from = objects.addresses(words);
        String name = words.take();
        if (from.isEmpty() || name.isEmpty()) {
            return; // versions, keys and time limits of the service
        }
        new RuleDraft(service + " " + number, Action.ACCEPT, number)
                .in(InterfaceSet.of(name))
                .source(Addresses.known(from.get()))
                .services(Services.known(Service.to(Service.TCP, port(service))))
                .into(rules, MANAGEMENT_CHAIN);
    }

    private PortSet port(String service) {
        return switch (service) {
            case "ssh" -> PortSet.of(22);
            case "telnet" -> PortSet.of(23);
            default -> https;
        };
    }

    /// Administration that no line lets in is kept out; what else the device answers is not read.
    private void management() {
        PortSet ports = PortSet.unionOf(MANAGEMENT.stream().map(this::port).toList());
        new RuleDraft("administration from elsewhere", Action.DROP, 0)
                .services(Services.known(Service.to(Service.TCP, ports)))
                .into(rules, MANAGEMENT_CHAIN);
        new RuleDraft("other services of the device", Action.ACCEPT, 0)
                .open("what the device itself serves is not read")
                .into(rules, MANAGEMENT_CHAIN);
        rules.stage(Stage.of(MANAGEMENT_CHAIN, Path.TO_DEVICE, MANAGEMENT_CHAIN, false, rules.at(0)));
    }
}
