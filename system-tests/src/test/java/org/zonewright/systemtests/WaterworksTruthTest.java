package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Protects the promise of the example's configurations: every row of the table in `expected.md` is named as it says,
/// in
/// JSON, on a terminal and in the report, with the lines that decide it, and nothing else is called a hole.
class WaterworksTruthTest {
    private static final Path CONFIGURATIONS = Waterworks.FOLDER.resolve("configurations");

    /// Every case of the table, and what it is called.
    private static final Map<String, String> NAMES = Map.of(
            "in-order", "in order",
            "open-unused", "open and unused",
            "unconfigured-seen", "seen without a rule",
            "blocked", "blocked",
            "standing-hole", "standing hole",
            "latent-hole", "latent hole",
            "bypass", "bypass",
            "closed", "closed",
            "not-assessable", "not assessable");

    private static Json findings = Json.read("{}");
    private static Json without = findings;
    private static String terminal = "";
    private static String summary = "";
    private static String report = "";

    @BeforeAll
    static void runOnce(@TempDir Path folder) throws IOException, InterruptedException {
        findings = Json.read(verify(folder, "json", CONFIGURATIONS.toString()));
        without = Json.read(verify(folder, "json"));
        terminal = verify(folder, "text", CONFIGURATIONS.toString());
        summary = Program.in(folder, "assess", Waterworks.FOLDER.toString(), "--at", Waterworks.DAY, "--out", "report")
                .out();
        report = Waterworks.text(folder.resolve("report/report.html"));
    }

    private static String verify(Path folder, String format, String... more) throws IOException, InterruptedException {
        List<String> arguments = Stream.of(
                        Stream.of("verify", Waterworks.PLANT.toString(), Waterworks.CAPTURES.toString()),
                        Stream.of(more),
                        Stream.of("--at", Waterworks.DAY, "--format", format))
                .flatMap(part -> part)
                .toList();
        Program.Run run = Program.in(folder, arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        return run.out();
    }

    private static List<Map<String, String>> expected() {
        return Waterworks.expected("Approved, configured, observed").getFirst();
    }

    private static String key(Json table) {
        return table.at("conduit").isNull()
                ? table.at("between").list().stream().map(Json::text).collect(Collectors.joining(">"))
                : table.at("conduit").text();
    }

    private static Stream<Json> tables() {
        return findings.at("truth").at("tables").list().stream();
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsNamedWithItsRules() {
        return expected().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get("case") + " " + row.get("table") + " " + row.get("what"), () -> assertRow(row)));
    }

    private static void assertRow(Map<String, String> expected) {
        List<Json> found = tables().filter(table -> key(table).equals(expected.get("table")))
                .flatMap(table -> table.at("rows").list().stream())
                .filter(row -> !row.has("functions") && what(row).equals(expected.get("what")))
                .toList();
        assertThat(found).as(String.valueOf(expected)).hasSize(1);
        Json row = found.getFirst();
        assertThat(row.at("case").text()).isEqualTo(expected.get("case"));
        assertThat(row.at("name").text()).isEqualTo(NAMES.get(expected.get("case")));
        assertThat(row.at("rules").list().stream().map(WaterworksTruthTest::line))
                .containsExactlyInAnyOrder(String.valueOf(expected.get("rules")).split(", ", -1));
    }

    private static String what(Json row) {
        return row.at("flow").isNull()
                ? row.at("from").text() + " → " + row.at("to").text() + " "
                        + row.at("service").text()
                : row.at("flow").text();
    }

    private static String line(Json rule) {
        Json where = rule.at("where");
        return Path.of(where.at("file").text()).getFileName() + ":"
                + where.at("line").number();
    }

    @Test
    void nothingElseIsAHoleOrBlocked() {
        SortedSet<String> named = new TreeSet<>();
        expected().forEach(row -> named.add(row.get("case") + " " + row.get("table") + " " + row.get("what")));
        SortedSet<String> said = new TreeSet<>();
        tables().forEach(table -> table.at("rows").list().stream()
                .filter(row -> !row.has("functions")
                        && !List.of("closed", "not-assessable")
                                .contains(row.at("case").text()))
                .forEach(row -> said.add(row.at("case").text() + " " + key(table) + " " + what(row))));
        named.removeIf(row -> row.startsWith("not-assessable"));
        assertThat(said).isEqualTo(named);
    }

    @Test
    void everyCaseOccursAndIsNamedOnTheTerminalAndInTheReport() {
        Json counts = findings.at("truth").at("counts");
        NAMES.forEach((id, name) -> {
            long count = counts.at(id).number();
            assertThat(terminal).contains(name + " " + count);
            assertThat(summary).contains(name + " " + count);
            assertThat(report).contains(">" + count + " " + name + "<");
        });
        assertThat(counts.at("closed").number()).isEqualTo(39);
        assertThat(terminal).contains("There is no configuration of nat-b. (operations-cell-b, ");
        assertThat(report).contains("Approved, configured, observed").contains("There is no configuration of nat-b.");
    }

    @Test
    void theReportListsTheConfigurationsAmongItsInputs() {
        assertThat(report).contains("fw-core.nft").contains("nat-a.rules").contains("<td>configuration</td>");
    }

    @Test
    void configurationsAddFindingsOfConduitsAndChangeNoOther() {
        assertThat(without.has("truth")).isFalse();
        SortedSet<String> before = keys(without);
        SortedSet<String> added = keys(findings);
        assertThat(added).containsAll(before);
        added.removeAll(before);
        assertThat(added)
                .containsExactly(
                        "conduit-blocked:operations-safety",
                        "conduit-latent-hole:dmz-operations",
                        "conduit-latent-hole:office>cell-a",
                        "conduit-unconfigured-seen:operations-switchgear");
    }

    private static SortedSet<String> keys(Json result) {
        return result.at("findings").list().stream()
                .map(finding -> finding.at("key").text())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
