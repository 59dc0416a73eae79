package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.Problem;
import org.zonewright.intake.hazard.HazardField;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.risk.Estimate;
import org.zonewright.plant.risk.Hazard;
import org.zonewright.plant.yaml.PlantYaml;

/// A hazard study becomes lines that a plant document takes: every usable row with an id of its own, the study's words
/// as they are, and a problem for every row that was left out. What is printed reads back as what was imported.
class HazardImportTest {
    @TempDir
    private Path folder;

    private HazardImport read(String text) throws IOException {
        return HazardImport.read(Files.writeString(folder.resolve("hazop.csv"), text), Map.of());
    }

    private static List<String> ids(HazardImport read) {
        return read.hazards().stream().map(hazard -> hazard.id().value()).toList();
    }

    private static List<String> kinds(HazardImport read) {
        return read.reading().problems().stream()
                .map(Problem::kind)
                .map(kind -> kind.id())
                .toList();
    }

    /// What the printed part says to the product's own reader of plant documents.
    private static List<Hazard> again(HazardImport read) {
        PlantReading reading =
                PlantYaml.plain().read("plant.yaml", "zonewright: 1\nsite: { id: works }\n" + read.asDocument());
        assertThat(reading.problems()).isEmpty();
        return reading.plant().orElseThrow().risk().orElseThrow().hazards();
    }

    private static Hazard.Element element(String text, Boolean... hackable) {
        return new Hazard.Element(text, List.of(hackable).stream().findFirst());
    }

    @Test
    void aStudyInCsvBecomesHazardsThatADocumentReadsBackAsTheyAre() throws IOException {
        HazardImport read = read("""
                Nr;Knoten;Abweichung;Ursache;hackbar;Folge;Schutzmaßnahme;hackbar;Häufigkeit;Schwere Sicherheit;Schwere Versorgung
                4.1;Kessel;Druck zu hoch;"Brenner bleibt an
                Sollwert falsch";ja;Bersten: Verletzte # drei;Sicherheitsventil;nein;selten;5;3
                4.2;;;Pumpe steht;;Trockenlauf;"Abschaltung ""hart\"\"\";;;;
                """);
        assertThat(read.hazards()).hasSize(2);
        Hazard first = read.hazards().getFirst();
        assertThat(first.id().value()).isEqualTo("hz-4.1");
        assertThat(first.node()).contains("Kessel");
        assertThat(first.deviation()).contains("Druck zu hoch");
        assertThat(first.consequence()).isEqualTo("Bersten: Verletzte # drei");
        assertThat(first.estimate())
                .isEqualTo(new Estimate(
                        Optional.of("selten"), Map.of("sicherheit", "5", "versorgung", "3"), Optional.empty()));
        assertThat(first.causes())
                .containsExactly(element("Brenner bleibt an", true), element("Sollwert falsch", true));
        assertThat(first.safeguards()).containsExactly(element("Sicherheitsventil", false));
        assertThat(read.hazards().getLast().safeguards())
                .as("nobody answered")
                .containsExactly(element("Abschaltung \"hart\""));
        assertThat(kinds(read)).isEmpty();
        assertThat(again(read)).isEqualTo(read.hazards());
        assertThat(read.asDocument()).startsWith("risk:\n").doesNotContain("site:");
    }

    @Test
    void aWorkbookGivesTheSame() throws IOException {
        Path file = folder.resolve("hazop.xlsx");
        List<List<String>> rows = List.of(
                List.of("Ref", "Cause", "Hackable", "Consequence", "IPL", "Hackable", "Severity"),
                List.of("4.1", "wrong program", "yes", "overspeed", "mechanical trip", "no", "Critical"),
                List.of("", "wrong set point", "yes", "", "", "", ""),
                List.of("4.2", "leak", "no", "", "", "", ""));
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("HAZOP");
            for (int row = 0; row < rows.size(); row++) {
                for (int cell = 0; cell < rows.get(row).size(); cell++) {
                    sheet.value(row, cell, rows.get(row).get(cell));
                }
            }
        }
        HazardImport read = HazardImport.read(file, Map.of());
        assertThat(ids(read)).containsExactly("hz-4.1");
        assertThat(read.hazards().getFirst().causes())
                .containsExactly(element("wrong program", true), element("wrong set point", true));
        assertThat(read.hazards().getFirst().estimate().impacts()).isEqualTo(Map.of("any", "Critical"));
        assertThat(read.reading().refused()).isEqualTo(1);
        assertThat(kinds(read)).containsExactly("list.hazard-row");
        assertThat(read.reading().problems().getFirst().where().display()).contains("HAZOP", "row 4");
        assertThat(again(read)).isEqualTo(read.hazards());
    }

    @Test
    void whatADocumentDoesNotTakeAsAnIdIsReplacedAndEveryHazardKeepsItsOwn() throws IOException {
        String longId = "a".repeat(200);
        HazardImport read = read("Id,Cause,Consequence\n" + "4/1 (b),a,fire\n" + "4 1 b,a,fire\n" + "hz-4-1-b-,a,fire\n"
                + "Größe 3,a,fire\n" + ",a,fire\n" + longId + ",a,fire\n" + longId + "b,a,fire\n");
        assertThat(ids(read).subList(0, 5))
                .containsExactly("hz-4-1-b-", "hz-4-1-b", "hz-4-1-b--2", "hz-Größe-3", "hz-6");
        assertThat(ids(read)).hasSize(7).doesNotHaveDuplicates().allMatch(Id::isValid);
        assertThat(again(read)).isEqualTo(read.hazards());
    }

    /// A letter outside the first plane is two chars; an id that is cut must not end between them.
    @Test
    void aLongIdIsNeverCutInTheMiddleOfALetter() throws IOException {
        for (String start : List.of("", "a")) {
            HazardImport read = read("Id,Cause,Consequence\n" + start + "𠀋".repeat(100) + ",a,fire\n");
            assertThat(ids(read))
                    .singleElement()
                    .satisfies(id -> assertThat(Id.isValid(id)).as(id).isTrue());
        }
    }

    @Test
    void signsThatYamlKnowsAndSignsThatNobodyTypesComeBackAsTheyWere() throws IOException {
        String study = """
                Id,Cause,Consequence
                1,"- a: b","{ fire: [ 1 ] } & *x !y %z @ `"
                2,"'yes'",null
                3," ~ ","mark <mark> and <tab> tab and <line> line"
                4,0x1F,2026-11-22
                5,a,"first line<cr>
                second line"
                6,b,<mark>
                """;
        HazardImport read = read(study.replace("<mark>", "\uFFFE")
                .replace("<tab>", "\t")
                .replace("<line>", "\u2028")
                .replace("<cr>", "\r"));
        assertThat(kinds(read)).as("the last row says nothing").containsExactly("list.hazard-row");
        assertThat(ids(read)).containsExactly("hz-1", "hz-2", "hz-3", "hz-4", "hz-5");
        assertThat(read.hazards().getLast().consequence()).isEqualTo("first line\nsecond line");
        assertThat(again(read)).isEqualTo(read.hazards());
    }

    @Test
    void rowsThatCannotBeUsedAreToldAndTheRestIsImported() throws IOException {
        HazardImport read = read("""
                Id,Cause,Cause hackable,Consequence,Remark
                7,a,,,
                8,b,perhaps,fire,x
                9,c,no,flood,
                8,d,,fire again,
                """);
        assertThat(ids(read)).containsExactly("hz-8", "hz-9");
        assertThat(read.reading().refused()).isEqualTo(2);
        assertThat(kinds(read))
                .containsExactlyInAnyOrder(
                        "list.hazard-column-unused", "list.hazard-row", "list.hazard-word", "list.hazard-twice");
        assertThat(read.hazards().getFirst().causes()).containsExactly(element("b"));
    }

    @Test
    void aColumnThatIsNotKnownCanBeMappedAndAFileWithoutAStudyGivesNothing() throws IOException {
        String text = "Was passiert,Auslöser\nBrand,Fehler\n";
        HazardImport nothing = read(text);
        assertThat(nothing.hazards()).isEmpty();
        assertThat(nothing.asDocument()).isEmpty();
        assertThat(kinds(nothing)).containsExactly("list.hazard-columns");
        HazardImport mapped = HazardImport.read(
                folder.resolve("hazop.csv"),
                Map.of("was passiert", HazardField.CONSEQUENCE, "Auslöser", HazardField.CAUSE));
        assertThat(mapped.hazards()).singleElement().satisfies(hazard -> {
            assertThat(hazard.consequence()).isEqualTo("Brand");
            assertThat(hazard.causes()).containsExactly(element("Fehler"));
        });
        HazardImport gone = HazardImport.read(folder.resolve("gone.csv"), Map.of());
        assertThat(gone.hazards()).isEmpty();
        assertThat(gone.reading().problems()).hasSize(1);
    }
}
