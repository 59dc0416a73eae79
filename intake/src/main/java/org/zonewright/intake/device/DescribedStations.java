package org.zonewright.intake.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.source.DeviceDescription;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.intake.source.ValueText;

/// Gives observed stations the names that makers' descriptions have for their numbers. Immutable; any thread.
public final class DescribedStations {
    private record Station(VantagePoint vantage, Address subject) {}

    private record Shown(Attribute attribute, String value) {}

    private final List<DeviceDescription> descriptions;

    private DescribedStations(List<DeviceDescription> descriptions) {
        this.descriptions = descriptions;
    }

    /// What the readings describe.
    public static DescribedStations of(List<SourceReading> readings) {
        return new DescribedStations(readings.stream()
                .flatMap(reading -> reading.descriptions().stream())
                .toList());
    }

    /// The contribution, with the names of those of its stations that a description fits. The name is the file's, the
    /// basis that of the numbers: it says what was seen, in words.
    public Contribution named(Contribution contribution) {
        if (descriptions.isEmpty() || contribution.source().basis() != Basis.OBSERVED) {
            return contribution;
        }
        Map<Station, Set<Shown>> numbers = new HashMap<>();
        for (IdentityFact fact : contribution.identities()) {
            numbers.computeIfAbsent(new Station(fact.vantage(), fact.subject()), any -> new HashSet<>())
                    .add(new Shown(fact.attribute(), fact.value()));
        }
        List<IdentityFact> facts = new ArrayList<>(contribution.identities());
        numbers.forEach((station, told) -> descriptions.stream()
                .filter(description -> fits(description, told))
                .forEach(description -> name(station, description, facts)));
        return new Contribution(
                contribution.source(),
                contribution.capture(),
                contribution.conversations(),
                facts,
                contribution.children(),
                contribution.links(),
                contribution.problems(),
                contribution.problemCounts(),
                contribution.rules());
    }

    private static boolean fits(DeviceDescription description, Set<Shown> told) {
        return description.ids().entrySet().stream()
                .allMatch(id -> told.contains(new Shown(id.getKey(), id.getValue())));
    }

    private static void name(Station station, DeviceDescription description, List<IdentityFact> facts) {
        description
                .names()
                .forEach((attribute, name) -> facts.add(new IdentityFact(
                        station.vantage(),
                        station.subject(),
                        attribute,
                        ValueText.of(name),
                        description.method(),
                        Confidence.MEDIUM,
                        Basis.OBSERVED,
                        description.where())));
    }
}
