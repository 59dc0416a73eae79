package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Words;

/// Translations of an ASA from version 8.3 on: of network objects, and rules for both ends. Rules see real addresses.
final class AsaNat {
    private final RulesetBuilder rules;
    private final CiscoObjects objects;

    private record Interfaces(InterfaceSet real, InterfaceSet mapped) {}

    /// One end's change: what it really is, and what the other side sees; empty where that is the device itself.
    private record Mapping(AddressSet real, Optional<AddressSet> mapped, boolean isStatic) {}

    AsaNat(RulesetBuilder rules, CiscoObjects objects) {
        this.rules = rules;
        this.objects = objects;
    }

    /// `nat (inside,outside) static 203.0.113.5 service tcp 502 10502` of an object.
    void ofObject(String object, LineWords words, String line, int number) {
        Optional<Interfaces> interfaces = interfaces(words.take());
        boolean isStatic = words.took("static");
        boolean known = isStatic || words.took("dynamic");
        Addresses real = objects.network(object);
        Optional<Mapping> mapping =
                known && real.isKnown() ? mapping(real.surely(), words, isStatic) : Optional.empty();
        if (interfaces.isEmpty() || mapping.isEmpty()) {
            rules.unread(number, object + ": " + line, false);
            return;
        }
        Optional<PortSet> realPort = Optional.empty();
        Optional<PortSet> mappedPort = Optional.empty();
        int protocol = Service.TCP;
        if (words.took("service")) {
            protocol = words.take().equals("udp") ? Service.UDP : Service.TCP;
            realPort = port(words.take());
            mappedPort = port(words.take());
        }
        add(number, interfaces.get(), mapping.get(), protocol, realPort, mappedPort);
    }

    /// `nat (inside,outside) source static REAL MAPPED [destination static MAPPED REAL]`.
    void twice(LineWords words, String line, int number) {
        Optional<Interfaces> interfaces = interfaces(words.take());
        while (words.peek().matches("after-auto|\\d+")) {
            words.take();
        }
        boolean first = words.took("source");
        boolean isStatic = words.took("static");
        boolean known = first && (isStatic || words.took("dynamic"));
        Addresses real = known ? named(words.take()) : Addresses.none();
        Optional<Mapping> source = known && real.isKnown() ? mapping(real.surely(), words, isStatic) : Optional.empty();
        if (interfaces.isEmpty() || source.isEmpty()) {
            rules.unread(number, line, false);
            return;
        }
        boolean inactive = Words.of(line).contains("inactive");
        if (inactive) {
            return;
        }
        add(number, interfaces.get(), source.get(), Service.TCP, Optional.empty(), Optional.empty());
        if (words.took("destination", "static")) {
            AddressSet seen = named(words.take()).surely();
            AddressSet meant = named(words.take()).surely();
            if (!seen.equals(meant)) {
                Match match = Match.any()
                        .entering(interfaces.get().real())
                        .from(source.get().real())
                        .to(seen);
                rules.translation(new Translation(
                        "nat " + number,
                        Translation.Kind.DESTINATION,
                        match,
                        Optional.of(meant),
                        Optional.empty(),
                        rules.at(number)));
            }
        }
        if (words.more() && !words.rest().matches("(no-proxy-arp|route-lookup|unidirectional|description .*| )*")) {
            rules.unread(number, line, false); // the ports it changes
        }
    }

    private Addresses named(String word) {
        return word.equals("any") ? Addresses.any() : objects.network(word);
    }

    private static Optional<Interfaces> interfaces(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return Optional.empty();
        }
        List<String> names = Words.parts(text.substring(1, text.length() - 1));
        return names.size() == 2
                ? Optional.of(new Interfaces(set(names.getFirst()), set(names.getLast())))
                : Optional.empty();
    }

    private static InterfaceSet set(String name) {
        return name.equals("any") ? InterfaceSet.any() : InterfaceSet.of(name);
    }

    private Optional<Mapping> mapping(AddressSet real, LineWords words, boolean isStatic) {
        words.took("pat-pool");
        String mapped = objects.address(words.take());
        if (mapped.equals("interface")) {
            return Optional.of(new Mapping(real, Optional.empty(), isStatic));
        }
        Optional<AddressSet> set = objects.isNetwork(mapped)
                ? Optional.of(objects.network(mapped))
                        .filter(Addresses::isKnown)
                        .map(Addresses::surely)
                : mapped.equals("any") ? Optional.of(AddressSet.any()) : AddressSet.parse(mapped);
        return set.map(found -> new Mapping(real, Optional.of(found), isStatic));
    }

    private static Optional<PortSet> port(String text) {
        OptionalInt port = CiscoPorts.port(text);
        return port.isPresent() ? Optional.of(PortSet.of(port.getAsInt())) : Optional.empty();
    }

    /// What leaves gets the mapped address; what comes to the mapped address gets the real one, if it is a fixed one.
    private void add(
            int line,
            Interfaces interfaces,
            Mapping mapping,
            int protocol,
            Optional<PortSet> realPort,
            Optional<PortSet> mappedPort) {
        if (mapping.mapped().filter(mapping.real()::equals).isPresent()) {
            return; // it says that nothing changes
        }
        List<Translation> made = new ArrayList<>();
        List<Service> asked =
                mappedPort.map(port -> List.of(Service.to(protocol, port))).orElse(List.of());
        if (mapping.isStatic()) {
            Match match = Match.any()
                    .entering(interfaces.mapped())
                    .to(mapping.mapped().orElse(AddressSet.any()))
                    .with(asked);
            List<String> open = mapping.mapped().isPresent()
                    ? List.of()
                    : List.of("the address of interface " + interfaces.mapped().names());
            made.add(new Translation(
                    "nat " + line,
                    Translation.Kind.DESTINATION,
                    match.unless(open),
                    Optional.of(mapping.real()),
                    realPort,
                    rules.at(line)));
        }
        if (mappedPort.isEmpty()) {
            Match match = Match.any()
                    .entering(interfaces.real())
                    .leaving(interfaces.mapped())
                    .from(mapping.real());
            made.add(new Translation(
                    "nat " + line, Translation.Kind.SOURCE, match, mapping.mapped(), Optional.empty(), rules.at(line)));
        }
        made.forEach(rules::translation);
    }
}
