package org.zonewright.assess.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.LevelVector;

/// Protects two things a reader takes for granted: a worse estimate never gives a lower risk or target, and the order
/// in which scenarios are written makes no difference.
class RiskPropertyTest {
    private static final List<String> MATRICES = List.of("3x3", "4x4", "5x5", "5x5-product", "annex-b");
    private static final List<String> METHODS = List.of("consequence", "matrix", "crrf");

    private static String document(String matrix, String method, List<String> scenarios) {
        return "zones: [ { id: z, function: control } ]\nrisk:\n  matrix: " + matrix + "\n  method: " + method + "\n"
                + "  tolerable: \"" + (matrix.equals("5x5-product") ? "6" : "low") + "\"\n  scenarios:\n"
                + String.join("", scenarios);
    }

    private static String scenario(String id, int likelihood, int impact) {
        return "    - { id: " + id + ", at: { zone: z }, stopped-by: [ SI ], unmitigated: { likelihood: " + likelihood
                + ", impacts: { any: " + impact + " } } }\n";
    }

    private static LevelVector target(RiskResult result) {
        LevelVector vector = result.vectors().get(Subject.of(new ZoneId("z")));
        return vector == null ? LevelVector.ZERO : vector;
    }

    private static int steps(String matrix, boolean likelihood) {
        return switch (matrix) {
            case "3x3" -> 3;
            case "4x4" -> 4;
            case "annex-b" -> likelihood ? 5 : 3;
            default -> 5;
        };
    }

    @Property(tries = 200)
    void aWorseEstimateNeverLowersRiskOrTarget(
            @ForAll @IntRange(max = 4) int which,
            @ForAll @IntRange(max = 2) int how,
            @ForAll @IntRange(min = 1, max = 5) int likelihood,
            @ForAll @IntRange(min = 1, max = 5) int impact,
            @ForAll boolean raiseLikelihood) {
        String matrix = MATRICES.get(which);
        boolean descending = matrix.equals("annex-b");
        int l = Math.min(likelihood, steps(matrix, true));
        int i = Math.min(impact, steps(matrix, false));
        int step = descending ? -1 : 1;
        int worseL = raiseLikelihood ? l + step : l;
        int worseI = raiseLikelihood ? i : i + step;
        boolean inside = worseL >= 1 && worseL <= steps(matrix, true) && worseI >= 1 && worseI <= steps(matrix, false);
        int endL = inside ? worseL : l;
        int endI = inside ? worseI : i;
        RiskResult mild = RiskEngineTest.assess(document(matrix, METHODS.get(how), List.of(scenario("s", l, i))));
        RiskResult bad = RiskEngineTest.assess(document(matrix, METHODS.get(how), List.of(scenario("s", endL, endI))));
        ScenarioRisk one = mild.scenarios().getFirst();
        ScenarioRisk other = bad.scenarios().getFirst();
        assertThat(other.unmitigated().orElseThrow().risk())
                .isGreaterThanOrEqualTo(one.unmitigated().orElseThrow().risk());
        assertThat(target(bad).atLeast(target(mild))).isTrue();
    }

    @Property(tries = 100)
    void theOrderOfScenariosMakesNoDifference(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 25) Integer> estimates, @ForAll long seed) {
        List<String> scenarios = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            int at = estimates.get(i) - 1;
            scenarios.add(scenario("s-" + i, at / 5 + 1, at % 5 + 1));
        }
        List<String> shuffled = new ArrayList<>(scenarios);
        Collections.shuffle(shuffled, new Random(seed));
        RiskResult one = RiskEngineTest.assess(document("5x5-product", "crrf", scenarios));
        RiskResult other = RiskEngineTest.assess(document("5x5-product", "crrf", shuffled));
        assertThat(other.vectors()).isEqualTo(one.vectors());
        assertThat(drivers(other)).isEqualTo(drivers(one));
        assertThat(other.picture().map(picture -> picture.before()))
                .isEqualTo(one.picture().map(picture -> picture.before()));
    }

    private static List<String> drivers(RiskResult result) {
        return result.targets().values().stream()
                .flatMap(target -> target.entries().stream())
                .map(entry -> entry.requirement() + " " + entry.driver())
                .toList();
    }
}
