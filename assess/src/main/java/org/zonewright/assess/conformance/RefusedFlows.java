package org.zonewright.assess.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.zonewright.plant.Flow;
import org.zonewright.plant.SourceMap;

/// Finds approved flows that their end refused each time: the service is not there, and an open rule for it serves
/// nobody. Silence says nothing; only a refusal does, and a single answer clears the flow.
final class RefusedFlows {
    private static final int MOST_EXCHANGES = 12;

    private final FlowMatcher matcher;
    private final ZoneLookup zones;
    private final SourceMap positions;
    private final LocalDate today;

    RefusedFlows(FlowMatcher matcher, ZoneLookup zones, SourceMap positions, LocalDate today) {
        this.matcher = matcher;
        this.zones = zones;
        this.positions = positions;
        this.today = today;
    }

    List<Finding> find(List<Exchange> exchanges) {
        Map<Approved, List<Exchange>> refused = new LinkedHashMap<>();
        Set<Approved> answered = new HashSet<>();
        for (Exchange exchange : exchanges) {
            for (Approved approved : matcher.covering(exchange)) {
                if (exchange.outcome() == Outcome.REJECTED) {
                    refused.computeIfAbsent(approved, any -> new ArrayList<>()).add(exchange);
                } else if (exchange.wentThrough()) {
                    answered.add(approved);
                }
            }
        }
        return refused.entrySet().stream()
                .filter(entry -> !answered.contains(entry.getKey()))
                .filter(entry -> holds(entry.getKey().flow()))
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean holds(Flow flow) {
        return flow.approvedBy().isPresent()
                && flow.until().filter(today::isAfter).isEmpty();
    }

    private Finding finding(Approved approved, List<Exchange> exchanges) {
        Flow flow = approved.flow();
        Exchange first = exchanges.getFirst();
        List<SourceRef> line = positions.of(flow.id()).stream().toList();
        List<SourceRef> evidence = new ArrayList<>();
        exchanges.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).forEach(evidence::add);
        evidence.addAll(line);
        return Finding.of(
                FindingKind.FLOW_WITHOUT_SERVICE,
                new About(
                        flow.id().value(),
                        List.of(flow.id().value(), first.to().label(), first.service()),
                        List.of(
                                Subject.of(flow.id()),
                                Subject.of(approved.conduit().id()))),
                new Reason(
                        Text.of(
                                "finding.flow-without-service.because",
                                flow.id(),
                                first.to().label(),
                                exchanges.size()),
                        line,
                        exchanges.stream()
                                .limit(MOST_EXCHANGES)
                                .map(Exchange::reason)
                                .toList()),
                Ranking.start()
                        .reaches(first.to().place().inZone().flatMap(zones::zone))
                        .consequence(),
                evidence);
    }
}
