package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the levels, risk, steps and programmes of the example to the tables that were worked out by hand.
class WaterworksLevelsTest {
    private static final String DAY = "2026-11-23";
    private static final Pattern COMMA = Pattern.compile(",\\s*");

    private static Json levels = Json.read("{}");
    private static Json gaps = levels;
    private static Json risk = levels;
    private static Json coverage = levels;

    @BeforeAll
    static void assess() throws IOException, InterruptedException {
        levels = json("levels", Waterworks.FOLDER.toString());
        gaps = json("gaps", Waterworks.FOLDER.toString());
        risk = json("risk", Waterworks.PLANT.toString());
        coverage = json("coverage", Waterworks.PLANT.toString());
    }

    private static Json json(String verb, String input) throws IOException, InterruptedException {
        return Json.read(Program.in(Waterworks.FOLDER, verb, input, "--at", DAY, "--format", "json")
                .out());
    }

    private static Json place(String id) {
        return one(levels.list("places"), "id", id);
    }

    private static Json one(List<Json> items, String key, String value) {
        List<Json> found =
                items.stream().filter(item -> item.at(key).text().equals(value)).toList();
        assertThat(found).as(key + " " + value).hasSize(1);
        return found.getFirst();
    }

    private static List<String> parts(String cell) {
        return COMMA.splitAsStream(cell).toList();
    }

    private static List<Map<String, String>> table(String heading, int number) {
        return Waterworks.expected(heading).get(number);
    }

    @TestFactory
    List<DynamicTest> everyLevelIsAsWorkedOut() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : table("Levels: what must be said", 0)) {
            List<String> concerns = parts(row.getOrDefault("FR", ""));
            List<String> targets = parts(row.getOrDefault("T", ""));
            for (int i = 0; i < concerns.size(); i++) {
                String concern = concerns.get(i);
                String target = targets.get(i);
                tests.add(DynamicTest.dynamicTest(row.get("place") + " " + concern, () -> {
                    Json place = place(row.getOrDefault("place", ""));
                    Json level = one(place.list("levels"), "fr", concern);
                    assertThat(level.at("target").text()).isEqualTo(target);
                    assertThat(level.at("achieved").at("evidenced").text()).isEqualTo(row.get("A"));
                    assertThat(level.at("achieved").at("atMost").text()).isEqualTo(row.get("at most"));
                    next(place, level.at("achieved"), row);
                }));
            }
        }
        return tests;
    }

    private static void next(Json place, Json achieved, Map<String, String> row) {
        String next = row.getOrDefault("next", "");
        if (!next.isEmpty()) {
            List<String> keeps = new ArrayList<>();
            achieved.list("cappedBy").forEach(id -> keeps.add(id.text()));
            achieved.list("missing").forEach(id -> keeps.add(id.text()));
            assertThat(keeps).contains(next);
            assertThat(state(place, next)).isEqualTo(row.get("state"));
        }
    }

    private static String state(Json place, String requirement) {
        return one(place.list("requirements"), "id", requirement)
                .at("achieved")
                .at("state")
                .text();
    }

    @TestFactory
    List<DynamicTest> everySingleStateIsAsWorkedOut() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : table("Levels: what must be said", 1)) {
            for (String requirement : parts(row.getOrDefault("requirement", ""))) {
                tests.add(DynamicTest.dynamicTest(row.get("place") + " " + requirement, () -> assertThat(
                                state(place(row.getOrDefault("place", "")), requirement))
                        .isEqualTo(row.get("state"))));
            }
        }
        return tests;
    }

    @Test
    void placesThatNobodyLookedAtHaveNoLevelAndNoVerdictButWhatTheNetworkShows() {
        for (String place : List.of("dmz", "switchgear", "office-dmz", "external-dmz")) {
            assertThat(place(place).list("levels")).allSatisfy(level -> assertThat(
                            level.at("achieved").at("evidenced").text())
                    .isEqualTo("0"));
        }
        assertThat(levels.list("places").stream().map(place -> place.at("id").text()))
                .doesNotContain("office", "external");
    }

    @TestFactory
    List<DynamicTest> everyGapNamesItsLimitAndItsCheapestStep() {
        return table("Capability: what must be said", 1).stream()
                .map(row -> DynamicTest.dynamicTest(row.get("place") + " " + row.get("requirement"), () -> {
                    Json item = gaps.list("gaps").stream()
                            .filter(gap -> gap.at("place").text().equals(row.get("place")))
                            .flatMap(gap -> gap.list("items").stream())
                            .filter(found ->
                                    found.at("requirement").at("id").text().equals(row.get("requirement")))
                            .findFirst()
                            .orElseThrow();
                    String gap = row.getOrDefault("gap", "");
                    if (!gap.isEmpty()) {
                        assertThat(item.at("kind").text()).isEqualTo(gap);
                    }
                    String asset = row.getOrDefault("limiting asset", "");
                    if (!asset.isEmpty()) {
                        assertThat(item.at("limiting").text()).isEqualTo(asset);
                    }
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyScenarioIsRatedAsWorkedOut() {
        return table("Risk: what must be said", 0).stream()
                .map(row -> DynamicTest.dynamicTest(row.getOrDefault("scenario", ""), () -> {
                    Json scenario = one(risk.list("scenarios"), "id", row.getOrDefault("scenario", ""));
                    assertThat(position(scenario.at("unmitigated"), true)).isEqualTo(row.get("unmitigated"));
                    assertThat(position(scenario.at("residual"), false)).isEqualTo(row.get("residual"));
                }))
                .toList();
    }

    private static String position(Json at, boolean whole) {
        return at.at("likelihoodLabel").text()
                + (whole ? ", " + at.at("impactLabel").text() : "")
                + ": "
                + at.at("risk").text();
    }

    @TestFactory
    List<DynamicTest> everyStepIsInItsState() {
        return table("Steps and programme: what must be said", 0).stream()
                .map(row -> DynamicTest.dynamicTest(row.getOrDefault("step", ""), () -> {
                    String state = one(risk.list("steps"), "id", row.getOrDefault("step", ""))
                            .at("state")
                            .text();
                    if (row.getOrDefault("state", "").equals("not done")) {
                        assertThat(state).isNotEqualTo("done");
                    } else {
                        assertThat(state).isEqualTo(row.get("state"));
                    }
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyProgrammeRequirementIsInItsState() {
        return table("Steps and programme: what must be said", 1).stream()
                .map(row -> DynamicTest.dynamicTest(row.getOrDefault("requirement", ""), () -> {
                    List<Json> standings = coverage.list("programmes").stream()
                            .flatMap(programme -> programme.list("parts").stream())
                            .flatMap(part -> part.list("requirements").stream())
                            .filter(standing -> standing.at("id").text().equals(row.get("requirement")))
                            .filter(standing -> !standing.at("state").text().equals("no-evidence"))
                            .toList();
                    assertThat(standings).hasSize(1);
                    assertThat(standings.getFirst().at("state").text()).isEqualTo(row.get("state"));
                    assertThat(standings.getFirst().at("maturity").text()).isEqualTo(row.get("maturity"));
                }))
                .toList();
    }
}
