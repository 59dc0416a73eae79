package org.zonewright.assess.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.target.ScenarioDemand;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.risk.RiskMatrix;
import org.zonewright.plant.yaml.RiskFiles;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the figures of matrices and rules that are in use: every one is written as a plant document, goes through
/// the loader and the engine, and comes out as it was read in public material.
class RiskMatricesCaseTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private static RiskResult assess(String text) {
        PlantReading reading = Documents.read(text);
        return RiskEngine.assess(
                reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), RiskInputs.none(), AT);
    }

    private static String axis(List<String> labels, boolean descending) {
        return "{ descending: " + descending + ", steps: [ "
                + labels.stream().map(label -> "{ label: \"" + label + "\" }").collect(Collectors.joining(", "))
                + " ] }";
    }

    private static String rows(List<List<String>> rows) {
        return "[ "
                + rows.stream()
                        .map(row -> row.stream()
                                .map(cell -> "\"" + cell + "\"")
                                .toList()
                                .toString())
                        .collect(Collectors.joining(", "))
                + " ]";
    }

    private static String document(String matrix, String tolerable, List<String> scenarios) {
        return "zones: [ { id: z, function: control } ]\nrisk:\n  matrix: own\n  tolerable: \"" + tolerable + "\"\n"
                + "  matrices:\n    - id: own\n" + matrix.indent(6) + "  scenarios:\n"
                + String.join("", scenarios);
    }

    private static String scenario(int number, String likelihood, String impacts, String more) {
        return "    - { id: s-" + number + ", at: { zone: z }, stopped-by: [ SI ], unmitigated: { likelihood: \""
                + likelihood + "\", impacts: { " + impacts + " } }" + more + " }\n";
    }

    private static SecurityLevel level(int number) {
        return SecurityLevel.ofNumber(number).orElseThrow();
    }

    private static String risk(ScenarioRisk scenario) {
        return scenario.unmitigated().orElseThrow().risk().label();
    }

    @Test
    void theFourByFourMatrixGivesItsCellsAndItsCases() {
        Case read = Case.matrix("it_4x4").at("read");
        List<String> likelihoods = read.texts("likelihood");
        List<String> damages = read.texts("damage");
        List<List<String>> cells = read.list("rows_by_likelihood").stream()
                .map(row -> row.items().stream().map(Case::toString).toList())
                .toList();
        String matrix = "likelihood: " + axis(likelihoods, false) + "\nimpact: " + axis(damages, false) + "\nlevels: "
                + read.texts("levels") + "\ncells: " + rows(cells) + "\n";
        List<String> scenarios = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            for (int column = 0; column < cells.get(row).size(); column++) {
                scenarios.add(
                        scenario(scenarios.size(), likelihoods.get(row), "hse: \"" + damages.get(column) + "\"", ""));
                expected.add(cells.get(row).get(column));
            }
        }
        for (Case one : Case.matrix("it_4x4").at("derived_checks").list("cases")) {
            List<String> impacts = new ArrayList<>();
            for (String dimension : List.of("hse", "production", "financial")) {
                if (one.has(dimension)) {
                    impacts.add(dimension + ": \"" + one.text(dimension) + "\"");
                }
            }
            scenarios.add(scenario(scenarios.size(), one.text("likelihood"), String.join(", ", impacts), ""));
            expected.add(one.text("risk"));
        }
        RiskResult result = assess(document(matrix, "Medium", scenarios));
        assertThat(result.problems()).noneMatch(problem -> problem.kind().id().startsWith("risk.matrix"));
        assertThat(result.scenarios().stream().map(RiskMatricesCaseTest::risk)).containsExactlyElementsOf(expected);
        assertThat(symmetric(result.matrix().orElseThrow()))
                .isEqualTo(Boolean.parseBoolean(
                        Case.matrix("it_4x4").at("derived_checks").text("symmetric")));
        RiskMatrix shipped = RiskFiles.shippedMatrices().stream()
                .filter(one -> one.id().value().equals("4x4"))
                .findFirst()
                .orElseThrow();
        assertThat(shipped.cells())
                .isEqualTo(cells.stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.toLowerCase(Locale.ROOT))
                                .toList())
                        .toList());
    }

    private static boolean symmetric(Matrix matrix) {
        for (int row = 0; row < matrix.cells().size(); row++) {
            for (int column = 0; column < row; column++) {
                if (!matrix.risk(row, column).equals(matrix.risk(column, row))) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void anAxisMayRunFromBadToMild() {
        Case cells = Case.matrix("autos2_3x2").at("read").at("cells");
        List<String> impacts = List.of("NONE", "LOW", "HIGH");
        List<String> complexities = List.of("LOW", "HIGH");
        List<List<String>> rows = complexities.stream()
                .map(complexity -> impacts.stream()
                        .map(impact -> cells.at(impact).text(complexity))
                        .toList())
                .toList();
        String matrix = "likelihood: " + axis(complexities, true) + "\nimpact: " + axis(impacts, false)
                + "\nlevels: [ VERY LOW, LOW, MEDIUM, HIGH, VERY HIGH ]\ncells: " + rows(rows) + "\n";
        List<String> scenarios = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String complexity : complexities) {
            for (String impact : impacts) {
                scenarios.add(scenario(scenarios.size(), complexity, "any: " + impact, ""));
                expected.add(cells.at(impact).text(complexity));
            }
        }
        RiskResult result = assess(document(matrix, "LOW", scenarios));
        assertThat(result.scenarios().stream().map(RiskMatricesCaseTest::risk)).containsExactlyElementsOf(expected);
        assertThat(result.matrix().orElseThrow().likelihood().labels()).containsExactly("HIGH", "LOW");
    }

    @Test
    void theShippedAxesOfAnnexBAreThoseOfItsSummary() {
        Case read = Case.matrix("annexB_likelihood").at("read");
        assertThat(read.text("matrix_size")).startsWith("3 severities").contains("5 likelihoods");
        RiskMatrix shipped = RiskFiles.shippedMatrices().stream()
                .filter(one -> one.id().value().equals("annex-b"))
                .findFirst()
                .orElseThrow();
        assertThat(shipped.impact().steps()).hasSize(3);
        assertThat(shipped.likelihood().descending()).isTrue();
        assertThat(shipped.likelihood().steps()).hasSize(5);
        for (int step = 1; step <= 5; step++) {
            RiskMatrix.Step at = shipped.likelihood().steps().get(step - 1);
            String text = read.at("likelihood").at(step).toString();
            assertThat(text).startsWith(at.label());
            String range = text.substring(at.label().length()).strip();
            assertThat(range)
                    .isEqualTo(
                            at.maxPerYear().isEmpty()
                                    ? "> " + power(at.minPerYear().orElseThrow()) + " /yr"
                                    : at.minPerYear().isEmpty()
                                            ? "< " + power(at.maxPerYear().orElseThrow())
                                            : power(at.maxPerYear().get()) + ".."
                                                    + power(at.minPerYear().get()));
        }
    }

    private static String power(BigDecimal value) {
        return "1e-" + value.scale();
    }

    @Test
    void theProductOfScoresHasItsThresholdInclusive() {
        Case read = Case.matrix("tool_default").at("read");
        List<String> scenarios = new ArrayList<>();
        for (int likelihood = 1; likelihood <= 5; likelihood++) {
            for (int impact = 1; impact <= 5; impact++) {
                scenarios.add(scenario(scenarios.size(), "" + likelihood, "any: \"" + impact + "\"", ""));
            }
        }
        RiskResult result =
                assess("zones: [ { id: z, function: control } ]\nrisk:\n  matrix: 5x5-product\n  scenarios:\n"
                        + String.join("", scenarios));
        assertThat(result.tolerable().orElseThrow().label()).isEqualTo(read.text("tolerable_default"));
        for (int i = 0; i < 25; i++) {
            int product = (i / 5 + 1) * (i % 5 + 1);
            ScenarioRisk one = result.scenarios().get(i);
            assertThat(risk(one)).isEqualTo("" + product);
            assertThat(one.state())
                    .as("" + product)
                    .isEqualTo(
                            product <= read.number("tolerable_default")
                                    ? ScenarioRisk.State.TOLERABLE
                                    : ScenarioRisk.State.TOO_HIGH);
        }
        assertThat(result.matrix().orElseThrow().range())
                .isEqualTo(read.text("range").replace("..", " … "));
    }

    @Test
    void theAttackerTableGivesItsLevels() {
        Case read = Case.matrix("tal_to_sl").at("read");
        List<String> skills = read.texts("skill");
        List<String> scenarios = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (String resources : List.of("Individual", "Club", "Contest", "Team", "Organization", "Government")) {
            for (int column = 0; column < skills.size(); column++) {
                scenarios.add(scenario(
                        scenarios.size(),
                        "3",
                        "any: \"3\"",
                        ", techniques: [ T0855 ], attacker: { resources: "
                                + resources.toLowerCase(Locale.ROOT) + ", skill: "
                                + skills.get(column).toLowerCase(Locale.ROOT) + " }"));
                expected.add(Integer.parseInt(read.texts(resources).get(column)));
            }
        }
        RiskResult result = assess(
                "zones: [ { id: z, function: control } ]\nrisk:\n  matrix: 5x5\n  tolerable: medium\n  baseline: 0\n"
                        + "  method: attacker-profile\n  scenarios:\n" + String.join("", scenarios));
        assertThat(result.demands()).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            String id = "s-" + i;
            ScenarioDemand demand = result.demands().stream()
                    .filter(one -> one.scenario().value().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(demand.levels()).as(id).containsEntry(FoundationalRequirement.SI, level(expected.get(i)));
        }
    }

    @Test
    void theReductionFactorGivesItsLevels() {
        for (Case one : Case.matrix("crrf").list("derived_cases")) {
            int unmitigated = one.number("unmitigated");
            int tolerable = one.number("tolerable");
            String matrix = "likelihood: " + axis(List.of("A", "B", "C"), false) + "\nimpact: "
                    + axis(List.of("A", "B", "C"), false) + "\ncells: "
                    + rows(List.of(
                            List.of("1", "2", "" + tolerable),
                            List.of("2", "3", "30"),
                            List.of("" + Math.max(2, unmitigated), "30", "40")))
                    + "\n";
            RiskResult result = assess(document(matrix, "" + tolerable, List.of(scenario(1, "C", "any: A", "")))
                    .replace("  matrix: own\n", "  matrix: own\n  method: crrf\n"));
            assertThat(result.demands()).as(one.toString()).singleElement().satisfies(demand -> {
                assertThat(demand.levels()).containsEntry(FoundationalRequirement.SI, level(one.number("sl_t")));
                assertThat(demand.reduceByOtherMeans()).isEqualTo(one.has("note"));
                assertThat(demand.reason().because().get(1).text().arguments().get(2))
                        .isEqualTo(new BigDecimal(one.text("crrf"))
                                .stripTrailingZeros()
                                .toPlainString());
            });
        }
    }
}
