package org.zonewright.assess.risk.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.plant.PlantReading;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the plant from legacy zones that make up for each other: whoever takes over a lowered entry holds it, or
/// the lowering is refused. Two zones that named each other's measures once both stayed low.
class LoweredHeirTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    /// `own` and `other` are what the zones cell and ops say of their entry UC, `link` what the conduit says.
    private static RiskResult assess(String own, String other, String link) {
        PlantReading reading = Documents.read("""
                zones:
                  - { id: cell, function: control%s }
                  - { id: ops, function: operations%s }
                conduits: [ { id: link, between: [ cell, ops ]%s } ]
                risk:
                  matrix: 4x4
                  tolerable: medium
                  scenarios:
                    - { id: s-a, at: { zone: cell }, stopped-by: [ UC ], method: manual, level: 3, because: x,
                        unmitigated: { likelihood: 4, impacts: { safety: 4 } } }
                    - { id: s-b, at: { zone: ops }, stopped-by: [ UC ], method: manual, level: 2, because: x,
                        unmitigated: { likelihood: 4, impacts: { safety: 4 } } }
                    - { id: s-l, at: { conduit: link }, stopped-by: [ UC ], method: manual, level: 2, because: x,
                        unmitigated: { likelihood: 4, impacts: { safety: 4 } } }
                measures:
                  - { id: at-ops, closes: [ { at: { zone: ops }, requirements: [ SR 2.1 ] } ] }
                  - { id: at-cell, closes: [ { at: { zone: cell }, requirements: [ SR 2.1 ] } ] }
                  - { id: at-link, closes: [ { at: { conduit: link }, requirements: [ SR 2.1 ] } ] }
                """.formatted(own, other, link));
        return RiskEngine.assess(
                reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), RiskInputs.none(), AT);
    }

    private static String lowered(int to, String scenario, String measure) {
        return ", decision: { lowered: [ { requirement: UC, to: %d, because: old, assessed-in: [ %s ], compensated-by: [ %s ] } ] }"
                .formatted(to, scenario, measure);
    }

    private static Map<String, Integer> levels(RiskResult result) {
        return Map.of("cell", level(result, "cell"), "ops", level(result, "ops"), "link", level(result, "link"));
    }

    private static int level(RiskResult result, String id) {
        return result.targets().values().stream()
                .filter(target -> target.subject().id().equals(id))
                .findFirst()
                .orElseThrow()
                .vector()
                .at(FoundationalRequirement.UC)
                .number();
    }

    private static List<String> kinds(RiskResult result) {
        return result.problems().stream().map(problem -> problem.kind().id()).toList();
    }

    @Test
    void whoTakesOverALoweredEntryHoldsIt() {
        RiskResult result = assess(lowered(1, "s-a", "at-ops"), "", "");
        assertThat(level(result, "cell")).isEqualTo(1);
        assertThat(level(result, "ops")).isEqualTo(3);
        assertThat(kinds(result)).isEmpty();
    }

    @Test
    void twoZonesThatMakeUpForEachOtherLeaveTheEntryWithOneOfThemAndSaySo() {
        RiskResult result = assess(lowered(1, "s-a", "at-ops"), lowered(1, "s-b", "at-cell"), "");
        assertThat(levels(result)).containsEntry("cell", 1).containsEntry("ops", 3);
        assertThat(kinds(result)).containsExactly(RiskProblem.LOWERED_HEIR.id());
        assertThat(result.problems().getFirst().message().arguments().toString())
                .contains("ops", "UC", "3", "cell");
        assertThat(result.steps().stream()
                        .filter(step -> step.id().toString().equals("ZCR 5.6"))
                        .flatMap(step -> step.missing().stream())
                        .map(gap -> gap.text().key()))
                .contains("problem." + RiskProblem.LOWERED_HEIR.id());
    }

    @Test
    void anHeirThatLowersToWhatItTakesOverMayDoSo() {
        RiskResult result = assess(lowered(1, "s-a", "at-ops"), "", "");
        RiskResult same = assess(lowered(1, "s-a", "at-ops"), lowered(3, "s-b", "at-cell"), "");
        assertThat(levels(same)).isEqualTo(levels(result));
        assertThat(kinds(same)).isEmpty();
    }

    @Test
    void anHeirMayLowerAnotherEntry() {
        String other = lowered(0, "s-b", "at-cell").replace("UC", "RA");
        RiskResult result = assess(lowered(1, "s-a", "at-ops"), other, "");
        assertThat(level(result, "ops")).isEqualTo(3);
        assertThat(kinds(result)).isEmpty();
    }

    @Test
    void aConduitMayPassOnWhatItTakesOverButNotBackToWhoHandedItOver() {
        RiskResult passed = assess(lowered(1, "s-a", "at-link"), "", lowered(1, "s-l", "at-ops"));
        assertThat(levels(passed)).isEqualTo(Map.of("cell", 1, "link", 1, "ops", 3));
        assertThat(kinds(passed)).isEmpty();
        RiskResult back = assess(lowered(1, "s-a", "at-link"), "", lowered(1, "s-l", "at-cell"));
        assertThat(level(back, "cell")).isEqualTo(3);
        assertThat(kinds(back)).containsExactly(RiskProblem.LOWERED_HEIR.id());
    }
}
