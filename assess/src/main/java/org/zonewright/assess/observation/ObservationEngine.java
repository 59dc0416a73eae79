package org.zonewright.assess.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation.Force;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.Inventory;

/// Applies the shipped rules to an inventory: one observation for each rule and each station, or place, of the system
/// where it applies. A pure function; the order is that of the rules, then of their subjects.
///
/// Whatever a rule's force, an observation contradicts only if it rests on an answered exchange whose content was
/// recognised, at an asset that the document names; otherwise it indicates.
public final class ObservationEngine {
    private static final int MOST_SOURCES = 5;
    private static final int MOST_DETAILS = 8;

    private record Key(Subject at, Force force) {}

    private final Network network;
    private final Sensors sensors;

    private ObservationEngine(Network network) {
        this.network = network;
        this.sensors = new Sensors(network.surroundings().plant());
    }

    /// What the rules see. `captures` tell when each file began, since facts carry no times of their own.
    public static List<Observation> observe(
            Inventory inventory, Surroundings surroundings, List<CaptureSummary> captures) {
        ObservationEngine engine = new ObservationEngine(new Network(inventory, surroundings, captures));
        return ObservationRules.shipped().all().stream()
                .flatMap(rule -> engine.observations(rule).stream())
                .toList();
    }

    private List<Sighting> sightings(Condition condition) {
        return switch (condition) {
            case Condition.Exchange exchange -> new ExchangeMatcher(network).find(exchange);
            case Condition.Told told -> new FactMatcher(network).told(told);
            case Condition.Expired expired -> new FactMatcher(network).expired(expired);
            case Condition.Alike alike -> new FactMatcher(network).alike(alike);
            case Condition.Shared shared -> new FactMatcher(network).shared(shared);
            case Condition.Estimated estimated -> new StationMatcher(network).estimated(estimated);
            case Condition.Found found -> new PlaceMatcher(network).found(found);
            case Condition.FannedOut fanned -> new StationMatcher(network).fannedOut(fanned);
            case Condition.Flooded flooded -> new StationMatcher(network).flooded(flooded);
            case Condition.Silent silent -> new PlaceMatcher(network).silent(silent);
            case Condition.Disagreeing disagreeing -> new StationMatcher(network).disagreeing(disagreeing);
            case Condition.FirmwareDiffers() -> new StationMatcher(network).firmwareDiffers();
            case Condition.Newcomer() -> new StationMatcher(network).newcomers();
            case Condition.TwoOwners() -> new StationMatcher(network).twoOwners();
            case Condition.Unheard unheard -> new StationMatcher(network).unheard(unheard);
        };
    }

    private List<Observation> observations(ObservationRule rule) {
        Map<Key, List<Sighting>> groups = new LinkedHashMap<>();
        sightings(rule.condition()).stream()
                .filter(sighting -> sighting.at().inSuc())
                .sorted(Comparator.comparing((Sighting one) -> one.at().subject())
                        .thenComparing(Sighting::first)
                        .thenComparing(one -> one.exchanges().toString()))
                .forEach(one -> groups.computeIfAbsent(
                                new Key(one.at().subject(), force(rule, one)), any -> new ArrayList<>())
                        .add(one));
        Set<Subject> contradicted = groups.keySet().stream()
                .filter(key -> key.force() == Force.CONTRADICTS)
                .map(Key::at)
                .collect(Collectors.toSet());
        List<Observation> observations = new ArrayList<>();
        groups.forEach((key, members) -> {
            // What is weaker adds nothing where the same rule contradicts.
            if (key.force() == rule.force() || !contradicted.contains(key.at())) {
                observations.add(observation(rule, key.force(), members));
            }
        });
        return observations;
    }

    private static Force force(ObservationRule rule, Sighting sighting) {
        return sighting.firm() && sighting.at().isDocumented() ? rule.force() : Force.INDICATES;
    }

    private Observation observation(ObservationRule rule, Force force, List<Sighting> members) {
        Standing at = members.getFirst().at();
        List<SourceRef> sources = members.stream()
                .flatMap(one -> one.sources().stream())
                .distinct()
                .toList();
        long exchanges = members.stream()
                .flatMap(one -> one.exchanges().stream())
                .distinct()
                .count();
        SortedSet<String> details = new TreeSet<>();
        members.forEach(one -> details.addAll(one.details()));
        List<Reason> clauses = rule.requirements().stream()
                .map(id -> Reason.of(
                        Text.of("rule.clause." + force.id(), id), new SourceRef.InStandard("iec62443-3-3", "" + id)))
                .toList();
        return new Observation(
                rule.id(),
                force,
                rule.requirements(),
                at.subject(),
                at.place(),
                members.stream().map(Sighting::first).min(Instant::compareTo).orElseThrow(),
                members.stream().map(Sighting::last).max(Instant::compareTo).orElseThrow(),
                exchanges,
                sensors.of(sources),
                new Reason(
                        rule.saw(at.label(), 1, exchanges, joined(details), at.placeLabel()),
                        sources.stream().limit(MOST_SOURCES).toList(),
                        clauses),
                rule.blind());
    }

    private static String joined(SortedSet<String> details) {
        String list = details.stream().limit(MOST_DETAILS).collect(Collectors.joining(", "));
        return details.size() > MOST_DETAILS ? list + ", …" : list;
    }
}
