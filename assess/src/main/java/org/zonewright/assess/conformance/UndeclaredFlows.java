package org.zonewright.assess.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.Consequence;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Place;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.conformance.FlowMatcher.Approved;
import org.zonewright.base.Reason;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Outcome;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.RequirementId;

/// Finds what crosses from one place to another and no flow covers: one finding for each pair, by who opened.
final class UndeclaredFlows {
    private static final int MOST_EXCHANGES = 20;
    private static final RequirementId BUSINESS_APART =
            RequirementId.parse("ZCR 3.2").orElseThrow();

    private final Plant plant;
    private final FlowMatcher matcher;
    private final ZoneLookup zones;

    UndeclaredFlows(Plant plant, FlowMatcher matcher, ZoneLookup zones) {
        this.plant = plant;
        this.matcher = matcher;
        this.zones = zones;
    }

    List<Finding> find(List<Exchange> exchanges) {
        Map<String, List<Exchange>> through = new TreeMap<>();
        Map<String, List<Exchange>> attempts = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            if (!exchange.isInside() && matcher.covering(exchange).isEmpty()) {
                String pair = exchange.from().place().label() + ">"
                        + exchange.to().place().label();
                (exchange.wentThrough() ? through : attempts)
                        .computeIfAbsent(pair, any -> new ArrayList<>())
                        .add(exchange);
            }
        }
        List<Finding> findings = new ArrayList<>();
        through.forEach((pair, members) -> findings.add(finding(FindingKind.UNDECLARED_FLOW, pair, members)));
        attempts.forEach((pair, members) -> findings.add(finding(FindingKind.ATTEMPTED_FLOW, pair, members)));
        return findings;
    }

    private Finding finding(FindingKind kind, String pair, List<Exchange> members) {
        Place from = members.getFirst().from().place();
        Place to = members.getFirst().to().place();
        List<Reason> because = new ArrayList<>();
        because.add(conduitReason(from, to));
        drawnWay(from, to).ifPresent(because::add);
        boolean businessReach = isBusiness(from) && isPlant(to);
        if (businessReach) {
            because.add(Reason.of(
                    Text.of("finding.undeclared-flow.skips-dmz", from.label(), to.label()),
                    new SourceRef.InStandard("iec62443-3-2", BUSINESS_APART.toString())));
        }
        members.stream().limit(MOST_EXCHANGES).map(this::withNearMisses).forEach(because::add);
        if (members.size() > MOST_EXCHANGES) {
            because.add(Reason.of(Text.of("conformance.more", members.size() - MOST_EXCHANGES)));
        }
        Text why = Text.of(
                "finding." + kind.id() + ".because",
                from.label(),
                to.label(),
                members.size(),
                services(members),
                classes(members));
        Finding finding = Finding.of(
                kind,
                new About(
                        pair,
                        List.of(name(from), name(to), services(members), classes(members)),
                        subjects(from, to, members)),
                Reason.because(why, because),
                kind == FindingKind.ATTEMPTED_FLOW ? Consequence.NONE : consequence(from, to, members),
                members.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).toList());
        if (businessReach) {
            List<RequirementId> clauses = new ArrayList<>(finding.clauses());
            clauses.add(BUSINESS_APART);
            finding = finding.withClauses(clauses);
        }
        boolean oneWay = members.stream().allMatch(exchange -> exchange.outcome() == Outcome.ONE_WAY);
        return oneWay && kind == FindingKind.UNDECLARED_FLOW ? finding.withSeverity(Severity.WARNING) : finding;
    }

    private Reason withNearMisses(Exchange exchange) {
        List<Reason> near = matcher.nearMisses(exchange).stream()
                .map(Approved::flow)
                .map(flow -> Reason.of(Text.of("finding.undeclared-flow.near-miss", flow.id(), FlowChecks.ends(flow))))
                .toList();
        Reason line = exchange.reason();
        return new Reason(line.text(), line.sources(), near);
    }

    private Reason conduitReason(Place from, Place to) {
        List<String> joining = conduitsBetween(from, to).stream()
                .map(conduit -> conduit.id().value())
                .toList();
        if (from instanceof Place.Undrawn || to instanceof Place.Undrawn) {
            return Reason.of(Text.of("finding.undeclared-flow.undrawn", from.label(), to.label()));
        }
        return joining.isEmpty()
                ? Reason.of(Text.of("finding.undeclared-flow.no-conduit", from.label(), to.label()))
                : Reason.of(Text.of(
                        "finding.undeclared-flow.conduit", String.join(", ", joining), from.label(), to.label()));
    }

    private List<Conduit> conduitsBetween(Place from, Place to) {
        return plant.conduits().stream()
                .filter(conduit -> touches(conduit, from) && touches(conduit, to))
                .toList();
    }

    private boolean touches(Conduit conduit, Place place) {
        return switch (place) {
            case Place.InZone(ZoneId zone) -> zones.withParents(zone).stream().anyMatch(conduit.between()::contains);
            case Place.InConduit(ConduitId id) -> conduit.id().equals(id);
            case Place.Undrawn() -> false;
        };
    }

    /// The way that the drawing has: the zones to go through, where there is no conduit between the two.
    private Optional<Reason> drawnWay(Place from, Place to) {
        Optional<ZoneId> start = from.inZone();
        Optional<ZoneId> goal = to.inZone();
        if (start.isEmpty() || goal.isEmpty() || !conduitsBetween(from, to).isEmpty()) {
            return Optional.empty();
        }
        Map<ZoneId, ZoneId> cameFrom = new HashMap<>();
        Deque<ZoneId> next = new ArrayDeque<>(List.of(start.get()));
        while (!next.isEmpty() && !cameFrom.containsKey(goal.get())) {
            ZoneId here = next.remove();
            for (Conduit conduit : plant.conduitsOf(here)) {
                for (ZoneId there : conduit.between()) {
                    if (!there.equals(start.get()) && cameFrom.putIfAbsent(there, here) == null) {
                        next.add(there);
                    }
                }
            }
        }
        if (!cameFrom.containsKey(goal.get())) {
            return Optional.of(Reason.of(Text.of("finding.undeclared-flow.no-way", from.label(), to.label())));
        }
        Deque<String> way = new ArrayDeque<>();
        for (ZoneId at = goal.get(); at != null && !at.equals(start.get()); at = cameFrom.get(at)) {
            way.push(at.value());
        }
        way.push(start.get().value());
        return Optional.of(Reason.of(Text.of("finding.undeclared-flow.way", String.join(" → ", way))));
    }

    private boolean isBusiness(Place place) {
        return functionOf(place)
                .filter(function -> function == ZoneFunction.ENTERPRISE || function == ZoneFunction.EXTERNAL)
                .isPresent();
    }

    private boolean isPlant(Place place) {
        return functionOf(place)
                .filter(function -> function == ZoneFunction.CONTROL || function == ZoneFunction.OPERATIONS)
                .isPresent();
    }

    private Optional<ZoneFunction> functionOf(Place place) {
        return zoneAt(place).map(Zone::function);
    }

    private Optional<Zone> zoneAt(Place place) {
        return place.inZone().flatMap(zones::zone);
    }

    private String name(Place place) {
        return zoneAt(place).map(Zone::displayName).orElse(place.label());
    }

    private Consequence consequence(Place from, Place to, List<Exchange> members) {
        return Ranking.start()
                .reaches(zoneAt(to))
                .does(members.stream()
                        .flatMap(exchange -> exchange.classes().stream())
                        .toList())
                .comesFrom(zoneAt(from))
                .consequence();
    }

    private static List<Subject> subjects(Place from, Place to, List<Exchange> members) {
        List<Subject> subjects = new ArrayList<>();
        for (Place place : List.of(from, to)) {
            switch (place) {
                case Place.InZone(ZoneId zone) -> subjects.add(Subject.of(zone));
                case Place.InConduit(ConduitId conduit) -> subjects.add(Subject.of(conduit));
                case Place.Undrawn() -> {}
            }
        }
        SortedSet<Subject> assets = new TreeSet<>();
        members.forEach(exchange -> {
            assets.add(exchange.from().subject());
            assets.add(exchange.to().subject());
        });
        subjects.addAll(assets);
        return subjects;
    }

    private static String services(List<Exchange> members) {
        return String.join(
                ", ", new TreeSet<>(members.stream().map(Exchange::service).toList()));
    }

    /// The classes of function, `-` where nothing could be decoded.
    private static String classes(List<Exchange> members) {
        List<String> classes = members.stream()
                .flatMap(exchange -> exchange.classes().stream())
                .sorted()
                .distinct()
                .map(functionClass -> functionClass.id())
                .toList();
        return classes.isEmpty() ? "-" : String.join(", ", classes);
    }
}
