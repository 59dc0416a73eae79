package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.conformance.FlowMatcher.Approved;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Outcome;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.ZoneId;

/// Finds traffic that a conduit cannot carry as it is drawn: network traffic over a serial line or a USB stick, an
/// answer through a data diode.
final class ConduitKinds {
    private static final int MOST_EXCHANGES = 20;

    private final FlowMatcher matcher;
    private final ZoneLookup zones;
    private final SourceMap positions;

    ConduitKinds(FlowMatcher matcher, ZoneLookup zones, SourceMap positions) {
        this.matcher = matcher;
        this.zones = zones;
        this.positions = positions;
    }

    List<Finding> find(List<Exchange> exchanges) {
        Map<String, Conduit> conduits = new TreeMap<>();
        Map<String, List<Exchange>> wrongKind = new TreeMap<>();
        Map<String, List<Exchange>> wrongWay = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            if (exchange.wentThrough() && !exchange.isInside()) {
                List<Conduit> covering = matcher.covering(exchange).stream()
                        .map(Approved::conduit)
                        .toList();
                if (!covering.isEmpty()) {
                    Conduit conduit = covering.getFirst();
                    conduits.put(conduit.id().value(), conduit);
                    if (covering.stream().noneMatch(ConduitKinds::isNetwork)) {
                        wrongKind
                                .computeIfAbsent(conduit.id().value(), any -> new ArrayList<>())
                                .add(exchange);
                    }
                    if (goesBack(conduit, exchange)) {
                        wrongWay.computeIfAbsent(conduit.id().value(), any -> new ArrayList<>())
                                .add(exchange);
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        conduits.forEach((id, conduit) -> {
            if (wrongKind.containsKey(id)) {
                findings.add(finding(FindingKind.CONDUIT_KIND, conduit, wrongKind.getOrDefault(id, List.of())));
            }
            if (wrongWay.containsKey(id)) {
                findings.add(finding(FindingKind.ONE_WAY_CONDUIT, conduit, wrongWay.getOrDefault(id, List.of())));
            }
        });
        return findings;
    }

    private static boolean isNetwork(Conduit conduit) {
        return conduit.kind() == ConduitKind.NETWORK || conduit.kind() == ConduitKind.WIRELESS;
    }

    /// True if data left the zone that a one-way conduit leads to: an answer, or something opened from there.
    private boolean goesBack(Conduit conduit, Exchange exchange) {
        Optional<ZoneId> only = conduit.oneWayTo();
        if (only.isEmpty()) {
            return false;
        }
        boolean into = isIn(only.get(), exchange.to()) && exchange.outcome() == Outcome.ONE_WAY;
        return !into;
    }

    private boolean isIn(ZoneId zone, End end) {
        return end.place()
                .inZone()
                .filter(inner -> zones.withParents(inner).contains(zone))
                .isPresent();
    }

    private Finding finding(FindingKind kind, Conduit conduit, List<Exchange> exchanges) {
        List<SourceRef> line = positions.of(conduit.id()).stream().toList();
        List<SourceRef> evidence = new ArrayList<>();
        exchanges.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).forEach(evidence::add);
        evidence.addAll(line);
        String drawn = kind == FindingKind.CONDUIT_KIND
                ? conduit.kind().word()
                : conduit.oneWayTo().map(ZoneId::value).orElse("");
        Exchange first = exchanges.getFirst();
        return Finding.of(
                kind,
                new About(
                        conduit.id().value(), List.of(conduit.id().value(), drawn), List.of(Subject.of(conduit.id()))),
                new Reason(
                        Text.of("finding." + kind.id() + ".because", conduit.id(), drawn, exchanges.size()),
                        line,
                        exchanges.stream()
                                .limit(MOST_EXCHANGES)
                                .map(Exchange::reason)
                                .toList()),
                Ranking.start()
                        .reaches(first.to().place().inZone().flatMap(zones::zone))
                        .does(first.classes())
                        .comesFrom(first.from().place().inZone().flatMap(zones::zone))
                        .consequence(),
                evidence);
    }
}
