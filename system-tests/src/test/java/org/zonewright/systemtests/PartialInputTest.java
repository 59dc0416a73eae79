package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects the first hour in a plant, where there is only a list, only a drawing or only a capture: each alone gives
/// a useful report, and a draft from captures is a document that the product itself accepts.
class PartialInputTest {
    private static final Pattern REMOVAL = Pattern.compile("candidates for removal: ([^\"]+)\"");
    private static final Pattern BETWEEN = Pattern.compile("between: \\[ (\\S+), (\\S+) ]");

    @TempDir
    private Path folder = Path.of("");

    private void assess(Path input) throws IOException, InterruptedException {
        Program.Run run = Program.in(folder, "assess", input.toString(), "--at", Waterworks.DAY, "--out", "out");
        assertThat(run.exit()).as(run.err()).isBetween(0, 1);
    }

    private String result(String name) {
        return Waterworks.text(folder.resolve("out").resolve(name));
    }

    @Test
    void anAssetListAloneGivesAnInventory() throws IOException, InterruptedException {
        assess(Waterworks.FOLDER.resolve("assets.csv"));
        assertThat(result("report.html")).contains("scada-01", "10.50.0.20", "plc-a", "FortiGate 100F");
        assertThat(Json.read(result("facts.json")).at("assets").list()).hasSize(24);
    }

    @Test
    void aWorkbookIsReadLikeTheSameListAsText() throws IOException, InterruptedException {
        Path workbook = folder.resolve("assets.xlsx");
        List<String> lines = Files.readAllLines(Waterworks.FOLDER.resolve("assets.csv"));
        try (OutputStream stream = Files.newOutputStream(workbook);
                Workbook book = new Workbook(stream, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Assets");
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        assess(workbook);
        assertThat(result("report.html")).contains("scada-01", "10.50.0.20", "plc-a", "FortiGate 100F");
        assertThat(Json.read(result("facts.json")).at("assets").list()).hasSize(24);
    }

    @Test
    void aPlantDocumentAloneGivesItsDrawing() throws IOException, InterruptedException {
        assess(Waterworks.PLANT);
        String report = result("report.html");
        assertThat(report).contains("<h1>Lindenau waterworks</h1>");
        assertThat(result("zones.svg")).startsWith("<?xml").contains("</svg>");
        for (String zone : Waterworks.zoneNames().values()) {
            assertThat(report).contains(zone);
        }
    }

    @Test
    void capturesAloneGiveADraftThatTheProductAccepts() throws IOException, InterruptedException {
        assess(Waterworks.CAPTURES);
        assertThat(result("report.html")).contains("ZCR 1.1");
        Program.Run check = Program.in(folder, "check", "out/draft.yaml");
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.err()).isEmpty();
    }

    @Test
    void aDraftCoversItsOwnTrafficSaveWhatItProposesToRemove() throws IOException, InterruptedException {
        Program.Run draft = Program.in(folder, "draft", Waterworks.CAPTURES.toString(), "--out", "plant.yaml");
        assertThat(draft.exit()).as(draft.err()).isZero();
        Program.Run verify = Program.in(
                folder,
                "verify",
                "plant.yaml",
                Waterworks.CAPTURES.toString(),
                "--at",
                Waterworks.DAY,
                "--format",
                "json");
        assertThat(verify.exit()).as(verify.err()).isEqualTo(1);
        Json findings = Json.read(verify.out());
        Set<String> undeclared = keys(findings, "undeclared-flow:");
        assertThat(undeclared).isNotEmpty().isEqualTo(removals(Waterworks.text(folder.resolve("plant.yaml"))));
        assertThat(keys(findings, "unknown-asset:")).isEmpty();
        assertThat(keys(findings, "function-not-allowed:")).isEmpty();
        assertThat(findings.at("flows").list())
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.at("state").text()).isEqualTo("in-order"));
    }

    private static Set<String> keys(Json findings, String prefix) {
        return findings.at("findings").list().stream()
                .map(finding -> finding.at("key").text())
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The pairs of zones whose conduits hold flows that were seen and not drawn.
    private static Set<String> removals(String draft) {
        Set<String> pairs = new TreeSet<>();
        for (String conduit : draft.substring(draft.indexOf("\nconduits:")).split("\n  - id: ", -1)) {
            if (REMOVAL.matcher(conduit).find()) {
                BETWEEN.matcher(conduit)
                        .results()
                        .forEach(zones -> pairs.add("undeclared-flow:" + zones.group(1) + ">" + zones.group(2)));
            }
        }
        return pairs;
    }
}
