package org.zonewright.intake.config.panos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.XmlNode;

/// Translations of one virtual system, and what security rules that name an address before it really speak of.
final class PanNat {
    private static final int CHEAP = 16;

    private final RulesetBuilder rules;
    private final PanObjects objects;
    private final Map<String, SortedSet<String>> zones;
    private final List<Inward> inward = new ArrayList<>();

    private record Inward(AddressSet outside, AddressSet inside, Services asked, Optional<PortSet> port) {}

    /// What a rule speaks of besides its own words.
    record Real(AddressSet destination, Services services) {}

    PanNat(RulesetBuilder rules, PanObjects objects, Map<String, SortedSet<String>> zones) {
        this.rules = rules;
        this.objects = objects;
        this.zones = zones;
    }

    void read(List<XmlNode> entries) {
        for (XmlNode entry : entries) {
            if (!entry.value("disabled").equals("yes")) {
                rule(entry);
            }
        }
    }

    private static List<String> members(XmlNode entry, String list) {
        return entry.child(list).map(XmlNode::members).orElse(List.of());
    }

    private InterfaceSet interfaces(List<String> named) {
        if (named.isEmpty() || named.contains("any")) {
            return InterfaceSet.any();
        }
        SortedSet<String> all = new TreeSet<>();
        named.forEach(zone -> all.addAll(zones.getOrDefault(zone, new TreeSet<>(Set.of(zone)))));
        return new InterfaceSet(all, false);
    }

    private Optional<AddressSet> one(String name) {
        Addresses found = objects.addresses(List.of(name));
        return found.isKnown() && !name.isEmpty() ? Optional.of(found.surely()) : Optional.empty();
    }

    private void rule(XmlNode entry) {
        String id = entry.attribute("name");
        Addresses source = objects.addresses(members(entry, "source"));
        Addresses destination = objects.addresses(members(entry, "destination"));
        Services services =
                entry.value("service").isEmpty() ? Services.any() : objects.services(List.of(entry.value("service")));
        List<String> open = new ArrayList<>(source.because());
        open.addAll(destination.because());
        open.addAll(services.because());
        List<Service> asked = services.possibly().stream().anyMatch(Service::isAny) ? List.of() : services.possibly();
        InterfaceSet from = interfaces(members(entry, "from"));
        Match match = Match.any()
                .from(source.possibly())
                .to(destination.possibly())
                .with(asked)
                .unless(open);
        Optional<XmlNode> into = entry.child("destination-translation");
        if (into.isPresent()) {
            Optional<AddressSet> inside = one(into.get().value("translated-address"));
            Optional<PortSet> port = into.get().has("translated-port")
                    ? PanObjects.ports(into.get().value("translated-port"))
                    : Optional.empty();
            if (inside.isEmpty() || !destination.isKnown()) {
                rules.unread(entry.line(), "nat " + id, false);
            } else {
                rules.translation(new Translation(
                        id, Translation.Kind.DESTINATION, match.entering(from), inside, port, rules.at(entry.line())));
                inward.add(new Inward(destination.surely(), inside.get(), services, port));
            }
        }
        entry.child("source-translation").ifPresent(found -> outward(entry, found, match, from, source));
    }

    private void outward(XmlNode entry, XmlNode found, Match match, InterfaceSet from, Addresses source) {
        InterfaceSet to = interfaces(members(entry, "to"));
        Optional<XmlNode> fixed = found.child("static-ip");
        Optional<AddressSet> outside = fixed.flatMap(node -> one(node.value("translated-address")));
        rules.translation(new Translation(
                entry.attribute("name"),
                Translation.Kind.SOURCE,
                match.entering(from).leaving(to),
                outside,
                Optional.empty(),
                rules.at(entry.line())));
        boolean both =
                fixed.filter(node -> node.value("bi-directional").equals("yes")).isPresent();
        if (both && outside.isPresent() && source.isKnown()) {
            rules.translation(new Translation(
                    entry.attribute("name"),
                    Translation.Kind.DESTINATION,
                    Match.any().entering(to).to(outside.get()),
                    Optional.of(source.surely()),
                    Optional.empty(),
                    rules.at(entry.line())));
            inward.add(new Inward(outside.get(), source.surely(), Services.any(), Optional.empty()));
        }
    }

    /// The ends inside that stand behind addresses which a rule names, where it does not name them itself.
    List<Real> real(Addresses destination, Services services) {
        List<Real> all = new ArrayList<>();
        for (Inward one : inward) {
            rules.spend(1 + destination.size() / CHEAP);
            boolean named = one.outside().minus(destination.surely()).isEmpty();
            boolean alreadyThere = one.inside().minus(destination.surely()).isEmpty();
            Services both = services.intersect(one.asked());
            if (named && !alreadyThere && !both.possibly().isEmpty()) {
                all.add(new Real(
                        one.inside(),
                        one.port().map(port -> changed(both, port)).orElse(both)));
            }
        }
        return all;
    }

    /// The same protocols to another port.
    private static Services changed(Services services, PortSet port) {
        return new Services(changed(services.surely(), port), changed(services.possibly(), port), services.because());
    }

    private static List<Service> changed(List<Service> services, PortSet port) {
        List<Service> all = new ArrayList<>();
        for (Service service : services) {
            if (service.isAny()) {
                all.addAll(Services.tcpAndUdp(PortSet.any(), port).surely());
            } else {
                all.add(new Service(service.protocol(), service.source(), port));
            }
        }
        return all;
    }
}
