package org.zonewright.assess.conformance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zonewright.assess.Acceptances;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.Finding;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.placement.Placement;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;

/// Compares what people approved with what was observed. A pure function of its arguments; `at` decides which
/// acceptances still hold.
public final class Verifier {
    private Verifier() {}

    /// What people approved against what was observed, without any configuration.
    public static Conformance verify(
            Plant plant, Inventory inventory, Placement placement, Instant at, SourceMap positions) {
        return verify(plant, inventory, placement, Optional.empty(), at, positions);
    }

    /// The same, with what the firewalls are configured to let through.
    public static Conformance verify(
            Plant plant,
            Inventory inventory,
            Placement placement,
            Optional<EnforcedConduits> enforced,
            Instant at,
            SourceMap positions) {
        ZoneLookup zones = new ZoneLookup(plant);
        List<Exchange> exchanges = Exchanges.of(inventory, placement, zones);
        List<Exchange> judged = exchanges.stream()
                .filter(exchange -> !exchange.isChatter()
                        && !exchange.to().isGroup()
                        && !exchange.from().isGroup())
                .toList();
        FlowMatcher matcher = new FlowMatcher(plant, AddressBook.of(inventory), zones);
        FlowChecks flows = new FlowChecks(plant, matcher, zones, positions, at);
        List<ConduitCheck> conduits = flows.check(exchanges);

        List<Finding> findings = new ArrayList<>(flows.findings());
        findings.addAll(new UndeclaredFlows(plant, matcher, zones).find(judged));
        findings.addAll(new ConduitKinds(matcher, zones, positions).find(judged));
        findings.addAll(new AssetChecks(plant, inventory, placement, zones, positions).find(judged));
        findings.addAll(new CleartextLogins(matcher, zones).find(judged));
        Optional<TruthTable> truth = enforced.filter(known -> !known.isUnknown())
                .map(known -> new TruthTables(plant, known, matcher, zones, positions, judged, at).find());
        findings.addAll(new PartitionSeen(plant, inventory, placement, zones).find(judged));
        findings.addAll(new BoundaryManagement(plant, zones, positions).find(judged, enforced));
        enforced.ifPresent(known -> findings.addAll(new RuleFindings(plant, zones).of(known.ruleNotes())));
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        findings.addAll(new RefusedFlows(matcher, zones, positions, today).find(judged));
        List<Finding> all = truth.map(table -> new TruthFindings(zones, positions).addTo(findings, table))
                .orElse(findings);
        Acceptances acceptances = new Acceptances(plant.acceptances(), at);
        return new Conformance(
                all.stream().map(acceptances::judge).toList(),
                conduits.stream().map(check -> with(check, truth)).toList(),
                truth,
                PairTable.of(judged, matcher),
                times(exchanges, exchange -> exchange.conversation().firstSeen())
                        .min(Comparator.naturalOrder()),
                times(exchanges, Exchange::lastSeen).max(Comparator.naturalOrder()),
                exchanges.stream()
                        .filter(one -> one.to().isGroup() || one.from().isGroup())
                        .count(),
                exchanges.stream().filter(Exchange::isChatter).count());
    }

    private static ConduitCheck with(ConduitCheck check, Optional<TruthTable> truth) {
        return new ConduitCheck(check.conduit(), check.flows(), truth.flatMap(table -> table.conduits().stream()
                .filter(one -> one.conduit().equals(Optional.of(check.conduit())))
                .findFirst()));
    }

    private static Stream<Instant> times(List<Exchange> exchanges, Function<Exchange, Instant> time) {
        return exchanges.stream().map(time);
    }

    /// The last of some exchanges in time.
    static Optional<Instant> last(List<Exchange> exchanges) {
        return exchanges.stream().map(Exchange::lastSeen).max(Comparator.naturalOrder());
    }
}
