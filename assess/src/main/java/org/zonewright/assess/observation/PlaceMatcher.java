package org.zonewright.assess.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Condition.Found;
import org.zonewright.assess.observation.Condition.Silent;
import org.zonewright.assess.observation.Network.Talk;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;

/// Finds zones that were silent, and what the comparison with the document found. None of it is firm enough for a
/// contradiction: silence proves nothing, and a document may be behind the plant.
final class PlaceMatcher {
    private final Network network;

    PlaceMatcher(Network network) {
        this.network = network;
    }

    List<Sighting> found(Found wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Finding finding : network.surroundings().findings()) {
            if (wanted.kinds().contains(finding.kind()) && finding.state() != Finding.State.ACCEPTED) {
                about(finding).forEach(at -> sightings.add(sighting(finding, at)));
            }
        }
        return sightings;
    }

    /// The station that the finding is about first of all, or else its zones and conduits that are in the system.
    private List<Standing> about(Finding finding) {
        Optional<Standing> station = finding.subjects().stream().findFirst().flatMap(network::station);
        return station.isPresent()
                ? List.of(station.get())
                : finding.subjects().stream()
                        .flatMap(subject -> network.surroundings().place(subject).stream())
                        .toList();
    }

    /// The times of what the stations of the finding exchanged with each other, or else with anyone.
    private Sighting sighting(Finding finding, Standing at) {
        Set<Subject> subjects = Set.copyOf(finding.subjects());
        List<Talk> around = finding.subjects().stream()
                .flatMap(subject -> network.station(subject).stream())
                .flatMap(one -> Stream.concat(network.asked(one.key()).stream(), network.served(one.key()).stream()))
                .distinct()
                .toList();
        List<Talk> between = around.stream()
                .filter(talk -> subjects.contains(talk.client().subject())
                        && subjects.contains(talk.server().subject()))
                .toList();
        List<Talk> talks = between.isEmpty() ? around : between;
        return new Sighting(
                at,
                first(talks),
                last(talks),
                new TreeSet<>(Set.of(finding.key())),
                finding.evidence(),
                new TreeSet<>(Set.of(finding.key().substring(finding.key().indexOf(':') + 1))),
                false);
    }

    List<Sighting> silent(Silent wanted) {
        List<Sighting> sightings = new ArrayList<>();
        network.surroundings().stationsByPlace().forEach((place, stations) -> {
            List<Standing> heard = stations.stream().filter(this::isOnLink).toList();
            if (heard.size() >= wanted.stations() && place.kind() == Subject.Kind.ZONE) {
                Set<String> keys = heard.stream().map(Standing::key).collect(Collectors.toSet());
                List<Talk> talks = network.talks().stream()
                        .filter(talk -> keys.contains(talk.client().key())
                                || keys.contains(talk.server().key()))
                        .toList();
                boolean shown = talks.stream().anyMatch(talk -> isWanted(wanted, talk));
                if (!talks.isEmpty()
                        && !shown
                        && Duration.between(first(talks), last(talks)).compareTo(wanted.during()) >= 0) {
                    sightings.add(new Sighting(
                            ofPlace(place, heard.getFirst()),
                            first(talks),
                            last(talks),
                            new TreeSet<>(),
                            List.of(talks.getFirst().conversation().first()),
                            new TreeSet<>(Set.of(Integer.toString(heard.size()))),
                            false));
                }
            }
        });
        return sightings;
    }

    private static Standing ofPlace(Subject place, Standing one) {
        return new Standing(place.id(), place, place.id(), Optional.of(place), true, one.function(), one.traits());
    }

    /// Heard with a MAC address of its own: from inside its network.
    private boolean isOnLink(Standing station) {
        return network.asset(station)
                .filter(Asset::isObserved)
                .filter(asset -> asset.addresses().stream().anyMatch(MacAddress.class::isInstance))
                .isPresent();
    }

    private static boolean isWanted(Silent wanted, Talk talk) {
        return wanted.protocols().contains(talk.conversation().protocol())
                || talk.conversation().functions().stream().anyMatch(use -> wanted.classes()
                        .contains(use.function().functionClass()));
    }

    private static Instant first(List<Talk> talks) {
        return talks.stream()
                .map(talk -> talk.conversation().firstSeen())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Instant last(List<Talk> talks) {
        return talks.stream()
                .map(talk -> talk.conversation().lastSeen())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
