package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Sites.CELL;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.plant.id.Id;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// Protects the quick estimate from saying more than the vectors do: who has none makes the FR unknown, a measure
/// counts from the day it is in place, and what is not known is neither a level nor a gap of so many levels.
class QuickEstimateTest {
    private static final String ASSETS = """
            zones: [ { id: cell, function: control }, { id: office, function: operations } ]
            assets: [ { id: a, zone: cell }, { id: b, zone: cell }, { id: c, zone: cell } ]
            """;
    private static final FoundationalRequirement IAC = FoundationalRequirement.IAC;
    private static final FoundationalRequirement RA = FoundationalRequirement.RA;

    private static Levels levels(String text) {
        LevelsInput input = Sites.input(Documents.plant(ASSETS + text));
        return Levels.of(new LevelsInput(
                input.systems(),
                input.components(),
                input.plant(),
                new TreeMap<>(Map.of(CELL, LevelVector.of(2, 2, 2, 2, 2, 2, 2))),
                List.of(),
                List.of(),
                input.stage(),
                input.at()));
    }

    private static QuickEstimate estimate(String text) {
        return QuickEstimate.of(levels(text), CELL).orElseThrow();
    }

    private static String vectors(String a, String b, String c) {
        return "claims: [ { id: x, assets: [ a ], vector: %s }, { id: y, assets: [ b ], vector: %s }, { id: z, assets: [ c"
                        .formatted(a, b)
                + " ], vector: %s } ]\n".formatted(c);
    }

    private static String measure(String state, String vector) {
        return "measures: [ { id: m, state: %s, capability: \"%s\", closes: [ { at: { zone: cell } } ] } ]\n"
                .formatted(state, vector);
    }

    @Test
    void allComponentsWithTheLowestLevelLimitInTheDocumentsOrder() {
        QuickEstimate estimate = estimate(vectors("\"{3 1 1 1 1 1 1}\"", "\"{1 2 1 1 1 1 1}\"", "\"{1 1 1 1 1 1 2}\""));
        assertThat(estimate.at(IAC).level()).contains(SecurityLevel.SL1);
        assertThat(estimate.at(IAC).limiting().stream().map(Id::value)).containsExactly("b", "c");
        assertThat(estimate.at(FoundationalRequirement.UC).limiting().stream().map(Id::value))
                .containsExactly("a", "c");
        assertThat(estimate.at(FoundationalRequirement.SI).limiting()).hasSize(3);
        assertThat(estimate.vector()).contains(LevelVector.of(1, 1, 1, 1, 1, 1, 1));
    }

    @Test
    void aComponentWithoutAVectorMakesEveryFrUnknownAndOneThatIsNotRelevantIsSkipped() {
        String two = "claims: [ { id: x, assets: [ a ], vector: 3 }, { id: y, assets: [ b ], vector: 3 }%s ]\n";
        QuickEstimate unknown = estimate(two.formatted(""));
        assertThat(unknown.at(IAC).level()).isEmpty();
        assertThat(unknown.at(IAC).isShort())
                .as("nobody knows that it is reached")
                .isTrue();
        assertThat(unknown.at(IAC).gap()).isZero();
        assertThat(unknown.vector()).isEmpty();
        String skipping = ", { id: z, assets: [ c ], vector: \"{1 1 1 1 1 1 1}\", not-relevant: [ RA ] }";
        QuickEstimate skipped = estimate(two.formatted(skipping));
        assertThat(skipped.at(RA).level()).contains(SecurityLevel.SL3);
        assertThat(skipped.at(RA).limiting().stream().map(Id::value)).containsExactly("a", "b");
        assertThat(skipped.at(IAC).level()).contains(SecurityLevel.SL1);
    }

    @Test
    void aMeasureInPlaceRaisesAnFrAndNeverLowersOne() {
        String claims = vectors("2", "2", "2");
        QuickEstimate raised = estimate(claims + measure("in-place", "{3 1 0 0 0 0 0}"));
        assertThat(raised.at(IAC).level()).contains(SecurityLevel.SL3);
        assertThat(raised.at(FoundationalRequirement.UC).level()).contains(SecurityLevel.SL2);
        for (String state : List.of("proposed", "approved", "rejected", "retired")) {
            assertThat(estimate(claims + measure(state, "{3 3 3 3 3 3 3}"))
                            .at(IAC)
                            .level())
                    .as(state)
                    .contains(SecurityLevel.SL2);
        }
        String elsewhere = measure("in-place", "{3 3 3 3 3 3 3}").replace("zone: cell", "zone: office");
        assertThat(estimate(claims + elsewhere).at(IAC).level()).contains(SecurityLevel.SL2);
    }

    @Test
    void aMeasureSpeaksForComponentsThatNobodyKnowsButNotWithAnEntryOfZero() {
        QuickEstimate estimate = estimate(measure("in-place", "{1 0 0 0 0 0 0}"));
        assertThat(estimate.at(IAC).level()).contains(SecurityLevel.SL1);
        assertThat(estimate.at(IAC).gap()).isEqualTo(1);
        assertThat(estimate.at(RA).level()).isEmpty();
    }

    private static List<String> closure(String text) {
        Levels levels = levels(text);
        return QuickEstimate.of(levels, CELL)
                .orElseThrow()
                .cheapestClosure(levels)
                .map(choice -> choice.measures().stream().map(Id::value).toList())
                .orElse(List.of());
    }

    @Test
    void whatIsShortIsClosedByMeasuresThatAreNotYetInPlace() {
        String claims = vectors("1", "2", "2");
        for (String state : List.of("proposed", "approved")) {
            assertThat(closure(claims + measure(state, "{2 2 2 2 2 2 2}")))
                    .as(state)
                    .containsExactly("m");
        }
        for (String state : List.of("rejected", "retired")) {
            assertThat(closure(claims + measure(state, "{2 2 2 2 2 2 2}")))
                    .as(state)
                    .isEmpty();
        }
        assertThat(closure(claims + measure("proposed", "{2 2 2 2 2 2 1}")))
                .as("one FR would stay short")
                .isEmpty();
        assertThat(closure(vectors("2", "2", "2") + measure("proposed", "{2 2 2 2 2 2 2}")))
                .as("nothing is short")
                .isEmpty();
    }
}
