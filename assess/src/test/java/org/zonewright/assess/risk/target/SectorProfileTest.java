package org.zonewright.assess.risk.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.risk.SectorProfile;
import org.zonewright.plant.yaml.RiskFiles;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects which profile and which rule of it gives a target, that the reason names both, and who gets a target at
/// all: zones of the SUC and conduits that join one.
class SectorProfileTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String PLACES = """
            zones:
              - { id: cell, function: control, decision: { profile: second } }
              - { id: ops, function: operations }
              - { id: office, function: enterprise, in-suc: false }
              - { id: internet, function: external, in-suc: false }
            conduits:
              - { id: up, between: [ cell, office ], target: 1, decision: { because: x } }
              - { id: away, between: [ office, internet ] }
            risk: { method: profile }
            """;
    private static final String FIRST = "profile: first\nsource: own\nrules: [ { to: zone, target: 1 } ]\n";
    private static final String SECOND = """
            profile: second
            source: working group
            version: "2026"
            rules:
              - { to: zone, function: operations, target: 2 }
              - { to: zone, function: control, target: "{3 2 3 1 2 1 2}" }
              - { to: zone, target: 4 }
            """;

    private static RiskResult assess(String document, String... profiles) {
        PlantReading reading = Documents.read(document);
        List<SectorProfile> given = Stream.of(profiles)
                .map(text -> RiskFiles.readProfile("p.yaml", text).profile().orElseThrow())
                .toList();
        return RiskEngine.assess(
                reading.plant().orElseThrow(),
                reading.positions(),
                Catalogues.shipped(),
                RiskInputs.none().withProfiles(given),
                AT);
    }

    private static SubjectTarget target(RiskResult result, String id) {
        return result.targets().values().stream()
                .filter(target -> target.subject().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(RiskResult result) {
        return result.problems().stream()
                .map(problem -> Texts.english().say(problem.message()))
                .toList();
    }

    @Test
    void theProfileThatIsNamedDecidesByItsFirstRuleThatFits() {
        RiskResult result = assess(PLACES, FIRST, SECOND);
        SubjectTarget cell = target(result, "cell");
        assertThat(cell.vector().toString()).isEqualTo("{3 2 3 1 2 1 2}");
        assertThat(cell.reason().display(Texts.english()))
                .contains("second", "2026", "working group", "rule 2")
                .doesNotContain("rule 1");
        assertThat(problems(result))
                .as("it names none, and there are two")
                .contains("ops follows the sector profile \"–\", which was not given.");
        assertThat(target(assess(PLACES, SECOND), "ops").vector().toString()).isEqualTo("{2 2 2 2 2 2 2}");
    }

    @Test
    void aProfileThatIsNotGivenIsAskedForByItsName() {
        assertThat(problems(assess(PLACES, FIRST)))
                .contains("cell follows the sector profile \"second\", which was not given.");
    }

    @Test
    void onlyZonesOfTheSucAndConduitsThatJoinOneGetATarget() {
        RiskResult result = assess(PLACES, FIRST, SECOND);
        assertThat(result.targets().keySet().stream().map(subject -> subject.id()))
                .containsExactlyInAnyOrder("cell", "ops", "up");
    }

    @Test
    void aTargetSaysWhetherAPersonSetItOrItFollowsFromTheRisk() {
        RiskResult result = assess(PLACES, FIRST, SECOND);
        assertThat(target(result, "up").stated()).isTrue();
        assertThat(target(result, "cell").stated()).isFalse();
        assertThat(target(result, "up").reason().text().key())
                .isNotEqualTo(target(result, "cell").reason().text().key());
        String unreasoned = PLACES.replace("target: 1, decision: { because: x }", "target: 2");
        assertThat(problems(assess(unreasoned, FIRST, SECOND)))
                .anySatisfy(problem -> assertThat(problem).startsWith("up: a person set a level"));
    }
}
