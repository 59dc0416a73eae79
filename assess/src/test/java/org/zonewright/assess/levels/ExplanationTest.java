package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.SensorId;
import org.zonewright.plant.yaml.PlantYaml;
import org.zonewright.standard.FoundationalRequirement;

/// Protects the way down: from a level to the line of the document, the frame and the clause that decide it.
class ExplanationTest {
    private static final String DOCUMENT = """
            zonewright: 1
            site: { id: works }
            assets:
              - { id: plc, zone: cell, type: embedded, product: { maker: M, model: P, firmware: "1" } }
              - { id: hmi, zone: cell, type: host }
            zones: [ { id: cell, function: control, target: "{2 1 1 1 1 1 1}" } ]
            claims:
              - { id: c-plc, maker: M, model: P, vector: "{2 2 2 2 2 2 2}", conditions: [ web server off ] }
            evidence:
              - { id: e-met, requirements: [ SR 1.5 ], at: { asset: hmi }, state: met, method: test, date: 2026-11-01 }
              - { id: e-old, requirements: [ SR 1.5 ], at: { asset: plc }, state: met, method: interview, date: 2026-10-01 }
            """;
    private static final SourceRef FRAME = new SourceRef.InCapture("tap.pcap", 81, -1);

    private static Reason tree(FoundationalRequirement requirement, boolean contradicted) {
        PlantReading reading = PlantYaml.plain().read("plant.yaml", DOCUMENT);
        assertThat(reading.problems()).isEmpty();
        Observation seen = new Observation(
                "cleartext-login",
                Observation.Force.CONTRADICTS,
                List.of(Sites.sr("SR 1.5")),
                Subject.of(new AssetId("plc")),
                Optional.of(Sites.CELL),
                Sites.NOW.minusSeconds(90_000),
                Sites.NOW.minusSeconds(86_400),
                2,
                List.of(new SensorId("tap-1")),
                Reason.of(Text.of("test.telnet"), FRAME),
                Text.of("test.blind"));
        return Levels.of(Sites.input(reading.plant().orElseThrow())
                        .withObservations(contradicted ? List.of(seen) : List.of()))
                .explain(Sites.CELL, requirement, reading.positions())
                .orElseThrow();
    }

    private static Stream<SourceRef> leaves(Reason reason) {
        return Stream.concat(
                reason.sources().stream(), reason.because().stream().flatMap(ExplanationTest::leaves));
    }

    private static Stream<Text> texts(Reason reason) {
        return Stream.concat(Stream.of(reason.text()), reason.because().stream().flatMap(ExplanationTest::texts));
    }

    @Test
    void aContradictedLevelOpensTheFrameTheClauseAndTheLinesOfTheDocument() {
        List<String> places = leaves(tree(FoundationalRequirement.IAC, true))
                .map(SourceRef::display)
                .distinct()
                .toList();
        assertThat(places).contains("tap.pcap frame 81", "iec62443-3-3 SR 1.5");
        assertThat(places).anyMatch(place -> place.startsWith("plant.yaml:4"));
    }

    @Test
    void aClaimIsShownWithItsLineAndItsCondition() {
        Reason tree = tree(FoundationalRequirement.IAC, true);
        assertThat(texts(tree)).contains(Text.of("levels.condition", "web server off"));
        assertThat(leaves(tree).map(SourceRef::display)).anyMatch(place -> place.startsWith("plant.yaml:8"));
    }

    @Test
    void theFirstSentenceSaysTheLevelAndHowSureItIs() {
        Reason tree = tree(FoundationalRequirement.IAC, true);
        assertThat(Texts.english().say(tree.text()))
                .isEqualTo("cell, IAC: SL-A 0 is evidenced, at most 0 is possible;"
                        + " SL-C 0 is evidenced, at most 4 is possible.");
        assertThat(Texts.english().say(tree(FoundationalRequirement.IAC, false).text()))
                .contains("SL-A 0 is evidenced, at most 4 is possible");
    }

    @Test
    void everySentenceOfATreeHasItsText() {
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            assertThat(texts(tree(requirement, false)).map(Text::key).distinct())
                    .allMatch(key -> Texts.english().has(key), "has a text");
        }
    }
}
