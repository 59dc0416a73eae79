package org.zonewright.assess.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Facts;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.IdentityRules.ApartRule;
import org.zonewright.facts.inventory.IdentityRules.Endpoint;
import org.zonewright.facts.inventory.IdentityRules.RealmRule;
import org.zonewright.facts.inventory.IdentityRules.SameRule;
import org.zonewright.facts.inventory.IdentityRules.SensorRule;
import org.zonewright.plant.IdentityRule;
import org.zonewright.plant.Match;
import org.zonewright.plant.NatRule;
import org.zonewright.plant.Plant;
import org.zonewright.plant.RealmDefinition;
import org.zonewright.plant.Sensor;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;

/// Reads the identity rules out of a plant document.
///
/// A translation of a whole network becomes one rule for each pair of which the facts show either side, so the number
/// of rules is bounded by the facts and not by the document.
public final class DocumentIdentity {
    private final Plant plant;
    private final SourceMap positions;
    private final List<Problem> problems = new ArrayList<>();

    private DocumentIdentity(Plant plant, SourceMap positions) {
        this.plant = plant;
        this.positions = positions;
    }

    public static IdentityReading of(Plant plant, Facts facts, SourceMap positions) {
        DocumentIdentity identity = new DocumentIdentity(plant, positions);
        IdentityRules rules = new IdentityRules(
                identity.sensors(),
                identity.realms(),
                identity.nat(facts),
                identity.same(facts),
                identity.apart(facts));
        return new IdentityReading(rules, identity.problems);
    }

    private List<SensorRule> sensors() {
        List<SensorRule> rules = new ArrayList<>();
        for (Sensor sensor : plant.sensors()) {
            sensor.sources()
                    .forEach(glob -> rules.add(new SensorRule(sensor.id().value(), glob)));
            sensor.interfaceName()
                    .ifPresent(name -> problems.add(Problem.of(
                            IdentityProblem.SENSOR_INTERFACE,
                            positions.of(sensor.id()).orElse(documentItself()),
                            sensor.id(),
                            name)));
        }
        return rules;
    }

    private List<RealmRule> realms() {
        List<RealmRule> rules = new ArrayList<>();
        for (RealmDefinition realm : plant.realms()) {
            SourceRef where = positions.of(realm.id()).orElse(documentItself());
            for (RealmDefinition.View view : realm.sees()) {
                OptionalInt tag = view.vlan().isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(view.vlan().getLast());
                boolean untagged = tag.isPresent() && tag.getAsInt() == 0;
                if (untagged) {
                    problems.add(Problem.of(IdentityProblem.UNTAGGED_ONLY, where, realm.id(), view.sensor()));
                }
                rules.add(new RealmRule(
                        realm.id().value(), view.sensor().value(), untagged ? OptionalInt.empty() : tag, where));
            }
        }
        return rules;
    }

    private List<IdentityRules.NatRule> nat(Facts facts) {
        boolean ranges = plant.nat().stream().anyMatch(rule -> !rule.outside().isSingle());
        SortedSet<IpAddress> seen = ranges ? seen(facts) : new TreeSet<>();
        List<IdentityRules.NatRule> rules = new ArrayList<>();
        for (int i = 0; i < plant.nat().size(); i++) {
            NatRule rule = plant.nat().get(i);
            SourceRef where = positions.at("nat[" + i + "]").orElse(documentItself());
            for (IpAddress outside : outsides(rule, seen)) {
                rules.add(new IdentityRules.NatRule(
                        rule.realm().value(),
                        DocumentAddresses.observed(outside),
                        rule.insideRealm().value(),
                        DocumentAddresses.observed(moved(outside, rule.outside(), rule.inside())),
                        where));
            }
        }
        return rules;
    }

    private static SortedSet<IpAddress> outsides(NatRule rule, SortedSet<IpAddress> seen) {
        SortedSet<IpAddress> outsides = new TreeSet<>();
        if (rule.outside().isSingle()) {
            outsides.add(rule.outside().network());
        }
        for (IpAddress address : seen) {
            if (rule.outside().contains(address)) {
                outsides.add(address);
            }
            if (rule.inside().contains(address)) {
                outsides.add(moved(address, rule.inside(), rule.outside()));
            }
        }
        return outsides;
    }

    /// The address at the same place of another range of the same size.
    private static IpAddress moved(IpAddress address, Cidr from, Cidr to) {
        long high = address.high() ^ from.network().high();
        long low = address.low() ^ from.network().low();
        return new IpAddress(
                to.network().v6(), to.network().high() | high, to.network().low() | low);
    }

    private static SortedSet<IpAddress> seen(Facts facts) {
        SortedSet<IpAddress> seen = new TreeSet<>();
        for (Contribution contribution : facts.contributions()) {
            ConversationTable.Cursor row = contribution.conversations().cursor();
            while (row.next()) {
                add(seen, row.a());
                add(seen, row.b());
            }
            contribution.links().stream().map(LinkSighting::ip).forEach(ip -> add(seen, ip));
            contribution.identities().stream().map(IdentityFact::subject).forEach(subject -> add(seen, subject));
        }
        return seen;
    }

    private static void add(Set<IpAddress> seen, Address address) {
        DocumentAddresses.ip(address).ifPresent(seen::add);
    }

    private List<SameRule> same(Facts facts) {
        List<SameRule> rules = new ArrayList<>();
        for (int i = 0; i < plant.identity().size(); i++) {
            if (plant.identity().get(i) instanceof IdentityRule.Same rule) {
                rules.add(new SameRule(endpoints(rule, facts, lineOf(i)), rule.because(), lineOf(i)));
            }
        }
        return rules;
    }

    private List<ApartRule> apart(Facts facts) {
        List<ApartRule> rules = new ArrayList<>();
        for (int i = 0; i < plant.identity().size(); i++) {
            if (plant.identity().get(i) instanceof IdentityRule.Apart rule) {
                rules.add(new ApartRule(endpoints(rule, facts, lineOf(i)), rule.because(), lineOf(i)));
            }
        }
        return rules;
    }

    private SourceRef lineOf(int rule) {
        return positions.at("identity[" + rule + "]").orElse(documentItself());
    }

    private List<Endpoint> endpoints(IdentityRule rule, Facts facts, SourceRef where) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Match device : rule.devices()) {
            Optional<Address> address = device.ip()
                    .map(DocumentAddresses::observed)
                    .or(() -> device.mac().map(DocumentAddresses::observed))
                    .or(() -> device.serial().flatMap(serial -> told(facts, Attribute.SERIAL, serial)))
                    .or(() -> device.hostname().flatMap(name -> told(facts, Attribute.NAME, name)));
            if (address.isPresent()) {
                endpoints.add(new Endpoint(device.realm().map(RealmId::value).orElse(""), address.get()));
            } else {
                problems.add(Problem.of(IdentityProblem.DEVICE_WITHOUT_ADDRESS, where, rule.because()));
            }
        }
        return endpoints;
    }

    /// The first address that gives this serial number or name. A device's further addresses are joined by evidence.
    private static Optional<Address> told(Facts facts, Attribute attribute, String value) {
        return facts.identities()
                .filter(fact -> fact.basis() == Basis.OBSERVED
                        && fact.attribute().equals(attribute)
                        && fact.value().strip().equalsIgnoreCase(value.strip()))
                .map(IdentityFact::subject)
                .min(Comparator.naturalOrder());
    }

    private static SourceRef documentItself() {
        return new SourceRef.InDocument("the plant document", 0, 0, "");
    }
}
