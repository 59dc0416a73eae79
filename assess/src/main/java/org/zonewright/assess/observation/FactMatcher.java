package org.zonewright.assess.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.assess.observation.Condition.Alike;
import org.zonewright.assess.observation.Condition.Expired;
import org.zonewright.assess.observation.Condition.Shared;
import org.zonewright.assess.observation.Condition.Side;
import org.zonewright.assess.observation.Condition.Told;
import org.zonewright.assess.observation.Network.Talk;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;

/// Finds stations by what they say in an exchange. What names a person is never a detail.
final class FactMatcher {
    private final Network network;

    FactMatcher(Network network) {
        this.network = network;
    }

    List<Sighting> told(Told wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            List<IdentityFact> values = values(station, wanted.said().attribute());
            List<IdentityFact> matching = values.stream()
                    .filter(fact -> wanted.said().value().matcher(fact.value()).matches())
                    .toList();
            List<Talk> talks = answered(station, methods(wanted.protocols(), matching), wanted.at());
            if (!matching.isEmpty() && (!wanted.only() || matching.size() == values.size()) && !talks.isEmpty()) {
                sightings.add(sighting(station, matching, talks));
            }
        }
        return sightings;
    }

    List<Sighting> expired(Expired wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            List<Talk> talks = answered(station, wanted.protocols(), Side.SERVER);
            List<IdentityFact> over = values(station, wanted.attribute()).stream()
                    .filter(fact -> !talks.isEmpty()
                            && day(fact.value())
                                    .filter(day -> day.isBefore(
                                            LocalDate.ofInstant(network.sure(fact, talks), ZoneOffset.UTC)))
                                    .isPresent())
                    .toList();
            if (!over.isEmpty()) {
                sightings.add(sighting(station, over, talks));
            }
        }
        return sightings;
    }

    /// The protocols of a condition; where it names none, those that told the values.
    private static Set<String> methods(Set<String> protocols, List<IdentityFact> facts) {
        return protocols.isEmpty() ? facts.stream().map(IdentityFact::method).collect(Collectors.toSet()) : protocols;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty(); // a certificate may say what it likes
        }
    }

    List<Sighting> alike(Alike wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            List<Talk> talks = answered(station, wanted.protocols(), Side.SERVER);
            Set<String> others = values(station, wanted.other()).stream()
                    .map(IdentityFact::value)
                    .collect(Collectors.toSet());
            List<IdentityFact> same = values(station, wanted.attribute()).stream()
                    .filter(fact -> others.contains(fact.value()))
                    .toList();
            if (!same.isEmpty() && !talks.isEmpty()) {
                sightings.add(sighting(station, same, talks));
            }
        }
        return sightings;
    }

    /// One sighting for each station that shares a value with others.
    List<Sighting> shared(Shared wanted) {
        Map<String, Map<String, Standing>> users = new TreeMap<>();
        for (Standing station : network.stations()) {
            for (IdentityFact fact : values(station, wanted.attribute())) {
                if (wanted.except()
                        .filter(pattern -> pattern.matcher(fact.value()).matches())
                        .isEmpty()) {
                    users.computeIfAbsent(fact.value(), any -> new TreeMap<>()).put(station.key(), station);
                }
            }
        }
        List<Sighting> sightings = new ArrayList<>();
        users.forEach((value, stations) -> {
            if (stations.size() >= wanted.stations()) {
                stations.values().forEach(station -> sightings.add(sharing(wanted, value, stations, station)));
            }
        });
        return sightings;
    }

    private Sighting sharing(Shared wanted, String value, Map<String, Standing> stations, Standing station) {
        List<IdentityFact> own = values(station, wanted.attribute()).stream()
                .filter(fact -> fact.value().equals(value))
                .toList();
        List<Talk> talks = answered(station, methods(Set.of(), own), Side.CLIENT);
        Sighting one = sighting(station, own, talks.isEmpty() ? network.asked(station.key()) : talks);
        TreeSet<String> others = stations.values().stream()
                .filter(other -> !other.key().equals(station.key()))
                .map(Standing::label)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Sighting(station, one.first(), one.last(), one.exchanges(), one.sources(), others, !talks.isEmpty());
    }

    private List<IdentityFact> values(Standing station, Attribute attribute) {
        return network.asset(station)
                .map(asset -> Network.said(asset, attribute))
                .orElse(List.of());
    }

    private List<Talk> answered(Standing station, Set<String> protocols, Side side) {
        List<Talk> own = side == Side.SERVER ? network.served(station.key()) : network.asked(station.key());
        return own.stream()
                .filter(talk -> talk.answered()
                        && talk.recognised()
                        && (protocols.isEmpty()
                                || protocols.contains(talk.conversation().protocol())))
                .toList();
    }

    /// Dated at the earliest time that is sure: facts carry none of their own.
    private Sighting sighting(Standing station, List<IdentityFact> facts, List<Talk> talks) {
        Instant sure = facts.stream()
                .map(fact -> network.sure(fact, talks))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        TreeSet<String> details = facts.stream()
                .filter(fact -> !fact.attribute().isPersonal())
                .map(IdentityFact::value)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Sighting(
                station,
                sure,
                sure,
                talks.stream().map(Talk::key).collect(Collectors.toCollection(TreeSet::new)),
                facts.stream().map(IdentityFact::where).distinct().toList(),
                details,
                facts.stream().anyMatch(fact -> fact.confidence() == Confidence.HIGH));
    }
}
