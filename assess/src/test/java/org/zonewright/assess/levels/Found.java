package org.zonewright.assess.levels;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.RequirementId;

/// A site and what was found there, written as the lines of a plant document; the assessment is of 2026-11-22.
record Found(String site, List<String> evidence, List<Observation> seen) {
    static final Subject PLC = asset("plc");
    static final Subject HMI = asset("hmi");

    /// A cell with a controller, an operator station and a switch, and an office that nothing stands in.
    static final String WORKS = """
            zones: [ { id: cell, function: control }, { id: office, function: operations } ]
            assets:
              - { id: plc, zone: cell, type: embedded, product: { maker: Maker, model: P1, firmware: "2.0" } }
              - { id: hmi, zone: cell, type: host }
            """;

    static Found at(String site, String... evidence) {
        return new Found(site, List.of(evidence), List.of());
    }

    Found seen(Observation... more) {
        return new Found(site, evidence, List.of(more));
    }

    Found with(String... more) {
        return new Found(site, Stream.concat(evidence.stream(), Stream.of(more)).toList(), seen);
    }

    /// A test of ten days ago; `more` are further keys of the row, each with a comma before it.
    static String row(String id, String requirements, String at, String state, String... more) {
        return "{ id: %s, requirements: [ %s ], at: { %s }, state: %s%s, method: %s, date: %s }"
                .formatted(
                        id,
                        requirements,
                        at,
                        state,
                        Stream.of(more)
                                .filter(key -> !key.startsWith("method:") && !key.startsWith("date:"))
                                .map(key -> ", " + key)
                                .collect(Collectors.joining()),
                        value("method:", "test", more),
                        value("date:", "2026-11-12", more));
    }

    private static String value(String key, String otherwise, String... more) {
        return Stream.of(more)
                .filter(one -> one.startsWith(key))
                .map(one -> one.substring(key.length()).strip())
                .findFirst()
                .orElse(otherwise);
    }

    String document() {
        return site + "evidence: [ " + String.join(", ", evidence) + " ]\n";
    }

    LevelsInput input() {
        return Sites.input(Documents.plant(document())).withObservations(seen);
    }

    Levels levels() {
        return Levels.of(input());
    }

    Verdict verdict(Subject subject, String requirement) {
        return levels().verdict(subject, RequirementId.parse(requirement).orElseThrow())
                .orElseThrow();
    }

    /// How a requirement stands in the cell.
    Verdict.Side inCell(String requirement) {
        return verdict(Sites.CELL, requirement).achieved();
    }

    static Subject asset(String id) {
        return Subject.of(new AssetId(id));
    }
}
