package org.zonewright.intake.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Problem;
import org.zonewright.intake.hazard.HazardRow.Element;

/// Protects hazard studies on their way in: several causes in a cell or in rows below, answers beside them, and a
/// problem for each row that cannot be used. An answer that nobody gave stays unanswered.
class HazardTablesTest {
    private static HazardReading read(String text) {
        return HazardTables.read("hazop.csv", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<String> kinds(HazardReading reading) {
        return reading.problems().stream()
                .map(Problem::kind)
                .map(kind -> kind.id())
                .toList();
    }

    @Test
    void causesAndSafeguardsKeepTheirAnswers() {
        HazardReading reading = read("""
                HAZOP of line 2;;;;;;;
                No;Node;Deviation;Cause;Hackable;Consequence;Safeguard;Hackable?;Severity (Safety)
                1;Boiler;high pressure;burner stays on;yes;burst;relief valve;no;5
                ;;;wrong set point;ja;;;;
                2;Boiler;no flow;pump stops;no;dry run;"level trip
                operator";x;2
                3;Boiler;low level;leak;;spill;;;1
                """);
        assertThat(reading.rows()).hasSize(3);
        HazardRow first = reading.rows().getFirst();
        assertThat(first.causes())
                .containsExactly(
                        new Element("burner stays on", Optional.of(true)),
                        new Element("wrong set point", Optional.of(true)));
        assertThat(first.safeguards()).containsExactly(new Element("relief valve", Optional.of(false)));
        assertThat(first.impacts()).isEqualTo(Map.of("safety", "5"));
        assertThat(first.node()).contains("Boiler");
        assertThat(reading.rows().get(1).safeguards())
                .containsExactly(
                        new Element("level trip", Optional.of(true)), new Element("operator", Optional.of(true)));
        assertThat(reading.rows().get(2).causes()).containsExactly(new Element("leak", Optional.empty()));
    }

    @Test
    void aRowThatCannotBeUsedIsAProblemWithItsRow() {
        HazardReading reading = read("""
                Id,Cause,Cause hackable,Consequence,Remark
                7,a,,,
                8,b,perhaps,fire,x
                8,c,no,fire,
                9,d,,flood,
                8,e,,fire,
                """);
        assertThat(reading.rows()).extracting(HazardRow::id).containsExactly("8", "9");
        assertThat(reading.rows().getFirst().causes())
                .containsExactly(new Element("b", Optional.empty()), new Element("c", Optional.of(false)));
        assertThat(reading.refused()).isEqualTo(2);
        assertThat(kinds(reading))
                .containsExactlyInAnyOrder(
                        "list.hazard-column-unused", "list.hazard-row", "list.hazard-word", "list.hazard-twice");
        assertThat(reading.problems().stream().map(problem -> problem.where().display()))
                .anyMatch(where -> where.contains("row 2"))
                .anyMatch(where -> where.contains("row 3"))
                .anyMatch(where -> where.contains("row 6"));
    }

    @Test
    void aHeadingThatIsNotKnownCanBeMapped() {
        String text = "Was passiert,Auslöser\nBrand,Fehler\n";
        assertThat(kinds(read(text))).containsExactly("list.hazard-columns");
        HazardReading mapped = HazardTables.read(
                "hazop.csv",
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("was passiert", HazardField.CONSEQUENCE, "Auslöser", HazardField.CAUSE));
        assertThat(mapped.rows()).singleElement().satisfies(row -> {
            assertThat(row.consequence()).isEqualTo("Brand");
            assertThat(row.id()).isEqualTo("hz-2");
        });
    }

    @Test
    void answersThatDoNotFitTheirPartsCountAsNone() {
        HazardReading reading = read("Consequence,Safeguard,Safeguard hackable\nfire,a; b; c,yes; no\n");
        assertThat(reading.rows().getFirst().safeguards()).hasSize(3).allSatisfy(one -> assertThat(one.hackable())
                .isEmpty());
        assertThat(kinds(reading)).contains("list.hazard-word");
    }

    @Test
    void workbooksAreReadAsTablesAre() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            book.newWorksheet("Cover").value(0, 0, "Study of 2026");
            Worksheet sheet = book.newWorksheet("HAZOP");
            List<String> headings = List.of("Ref", "Cause", "Hackable", "Consequence", "IPL", "Hackable");
            List<String> cells = List.of("4.1", "wrong program", "yes", "overspeed", "mechanical trip", "no");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                sheet.value(1, i, cells.get(i));
            }
        }
        HazardReading reading = HazardTables.read("hazop.xlsx", bytes.toByteArray(), Map.of());
        assertThat(reading.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("4.1");
            assertThat(row.causes()).containsExactly(new Element("wrong program", Optional.of(true)));
            assertThat(row.safeguards()).containsExactly(new Element("mechanical trip", Optional.of(false)));
        });
    }
}
