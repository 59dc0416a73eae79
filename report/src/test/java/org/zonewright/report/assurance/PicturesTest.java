package org.zonewright.report.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.zonewright.base.Texts;
import org.zonewright.report.assurance.RiskGrid.Axis;
import org.zonewright.report.assurance.RiskGrid.Spot;
import org.zonewright.report.drawing.Canvas;
import org.zonewright.report.drawing.Canvas.TextRoom;
import org.zonewright.report.drawing.Rect;
import org.zonewright.report.markup.MarkupWriter;
import org.zonewright.standard.SecurityLevel;

/// The pictures carry the verdict of an assessment to people who read nothing else: red must mean failed, grey must
/// mean not shown, nothing may hide anything else, and no name may break the page.
class PicturesTest {
    private static final Texts TEXTS = Texts.english();
    private static final Assurance SAMPLE = SampleAssurance.waterworks(UnaryOperator.identity());

    private static Element svg(MarkupWriter picture) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(picture.finished())))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(picture.finished(), e);
        }
    }

    private static List<Element> all(Element root, String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /// Paints, and checks that texts lie apart and inside the view.
    private static Element painted(Consumer<Canvas> paint) {
        MarkupWriter out = new MarkupWriter();
        Canvas canvas = new Canvas(out);
        paint.accept(canvas);
        Element svg = svg(out);
        List<String> view = List.of(svg.getAttribute("viewBox").split(" ", -1));
        Rect sheet = new Rect(0, 0, Integer.parseInt(view.get(2)), Integer.parseInt(view.get(3)));
        List<TextRoom> texts = canvas.texts();
        assertThat(texts).isNotEmpty();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(sheet.contains(texts.get(i).room()))
                    .as("%s in %s", texts.get(i), sheet)
                    .isTrue();
            for (int j = i + 1; j < texts.size(); j++) {
                assertThat(texts.get(i).room().overlaps(texts.get(j).room()))
                        .as("%s and %s", texts.get(i), texts.get(j))
                        .isFalse();
            }
        }
        return svg;
    }

    private static String fill(LevelCell.State state) {
        return Picture.paint(state).fill();
    }

    @Test
    void a_cell_is_red_only_where_something_failed() {
        assertThat(SampleAssurance.cell(2, 2, 4, true).state()).isEqualTo(LevelCell.State.REACHED);
        assertThat(SampleAssurance.cell(2, 0, 2, true).state()).isEqualTo(LevelCell.State.NO_EVIDENCE);
        assertThat(SampleAssurance.cell(2, 0, 1, false).state()).isEqualTo(LevelCell.State.FAILED);
        assertThat(SampleAssurance.cell(2, 0, 1, true).state()).isEqualTo(LevelCell.State.CONTRADICTED);
        assertThat(SampleAssurance.cell(0, 0, 0, true).state()).isEqualTo(LevelCell.State.NO_TARGET);
        assertThatThrownBy(() -> SampleAssurance.cell(2, 3, 2, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void colours_and_marks_follow_the_state() {
        Element svg = painted(canvas -> new HeatMapSvg(TEXTS, canvas).paint(SAMPLE.levels()));
        int cells = 0;
        for (Element group : all(svg, "g")) {
            String kind = group.getAttribute("class");
            if (!kind.startsWith("level ")) {
                continue;
            }
            cells++;
            String fill = all(group, "rect").getFirst().getAttribute("fill");
            String expected =
                    switch (kind) {
                        case "level failed", "level contradicted" -> fill(LevelCell.State.FAILED);
                        case "level no-evidence" -> fill(LevelCell.State.NO_EVIDENCE);
                        case "level reached" -> fill(LevelCell.State.REACHED);
                        default -> fill(LevelCell.State.NO_TARGET);
                    };
            assertThat(fill).as(kind).isEqualTo(expected);
            assertThat(all(group, "path")).as("the mark of " + kind).hasSize(1);
            assertThat(all(group, "title").getFirst().getTextContent()).contains("T ", "at most");
        }
        assertThat(cells).isEqualTo(SAMPLE.levels().size() * 7);
    }

    @Test
    void the_control_room_of_the_sample_shows_each_state_in_words() {
        String words = painted(canvas -> new HeatMapSvg(TEXTS, canvas).paint(SAMPLE.levels()))
                .getTextContent();
        assertThat(words)
                .contains(
                        "Control room",
                        "T 2 / A 0",
                        "≤ 2",
                        "SR 3.2",
                        "SR 1.1 RE(1)",
                        "reached",
                        "no target",
                        "T – / A 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 18, 19, 40, 200})
    void many_places_with_long_names_stay_legible(int places) {
        List<LevelRow> rows = SampleAssurance.many(places);
        List<List<LevelRow>> parts = HeatMapSvg.parts(rows);
        assertThat(parts.stream().mapToInt(List::size).sum()).isEqualTo(places);
        for (List<LevelRow> part : parts) {
            Element sheet = painted(canvas -> new HeatMapSvg(TEXTS, canvas).paint(part));
            List<String> view = List.of(sheet.getAttribute("viewBox").split(" ", -1));
            double shape = Double.parseDouble(view.get(3)) / Double.parseDouble(view.get(2));
            assertThat(shape).as("fits on A4 landscape").isLessThan(186.0 / 273);
        }
        assertThat(HeatMapSvg.sheets(rows, TEXTS)).hasSize(parts.size());
    }

    @Test
    void a_level_that_adds_nothing_is_said_to_be_the_same() {
        LevelCell cell = new LevelCell(
                Optional.of(SecurityLevel.SL3),
                SecurityLevel.SL4,
                SecurityLevel.SL4,
                SecurityLevel.SL3,
                Optional.empty(),
                "",
                false);
        LevelRow row = new LevelRow(new PlaceName(PlaceName.Kind.ZONE, "z", "Zone"), Collections.nCopies(7, cell));
        assertThat(painted(canvas -> new HeatMapSvg(TEXTS, canvas).paint(List.of(row)))
                        .getTextContent())
                .contains("T 3 / A 3=4", "4 asks for the same requirements as 3");
    }

    @Test
    void no_places_give_no_sheet() {
        assertThat(HeatMapSvg.sheets(List.of(), TEXTS)).isEmpty();
    }

    @Test
    void a_wheel_draws_nothing_through_what_is_not_known() {
        for (LevelRow row : SampleAssurance.many(12)) {
            painted(canvas -> RadarSvg.paint(row, TEXTS, canvas));
        }
        painted(canvas -> RadarSvg.paintLegend(TEXTS, canvas));
        Element office = painted(canvas -> RadarSvg.paint(SAMPLE.levels().get(3), TEXTS, canvas));
        assertThat(all(office, "path").stream()
                        .filter(path -> path.getAttribute("stroke").equals(Picture.INK)
                                && path.getAttribute("stroke-width").equals("2")))
                .isEmpty();
        Element safety = painted(canvas -> RadarSvg.paint(SAMPLE.levels().get(2), TEXTS, canvas));
        assertThat(all(safety, "path").stream()
                        .filter(path -> path.getAttribute("stroke-dasharray").equals("1.5 3")))
                .as("only DC and TRE have a claim")
                .hasSize(2);
        assertThat(all(safety, "path").stream()
                        .filter(path -> path.getAttribute("stroke-dasharray").equals("5 4")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14, 15, 60, 1000})
    void scenarios_lie_apart_in_their_cells(int scenarios) {
        for (boolean descending : new boolean[] {false, true}) {
            RiskGrid grid = SampleAssurance.crowded(scenarios, descending);
            Element svg = painted(canvas -> new RiskMatrixSvg(grid, TEXTS, canvas).paint());
            long hollow = all(svg, "g").stream()
                    .filter(group -> group.getAttribute("class").equals("before"))
                    .count();
            assertThat(hollow).isLessThanOrEqualTo(scenarios);
            if (scenarios > 30) {
                assertThat(svg.getTextContent()).contains("+");
            }
        }
    }

    @Test
    void before_is_hollow_and_after_is_solid_and_what_moved_has_an_arrow() {
        RiskGrid grid = SAMPLE.risk().orElseThrow();
        Element svg = painted(canvas -> new RiskMatrixSvg(grid, TEXTS, canvas).paint());
        List<Element> groups = all(svg, "g");
        for (String kind : List.of("before", "after")) {
            List<Element> discs = groups.stream()
                    .filter(group -> group.getAttribute("class").equals(kind))
                    .toList();
            assertThat(discs).hasSize(7).allSatisfy(group -> assertThat(
                            all(group, "path").getFirst().getAttribute("fill"))
                    .isEqualTo(kind.equals("before") ? "#ffffff" : Picture.INK));
        }
        long arrows = all(svg, "path").stream()
                .filter(path -> path.getAttribute("stroke-width").equals("1.3"))
                .count();
        assertThat(arrows).as("s-s-unseen and s-o-support stay where they were").isEqualTo(5);
        assertThat(all(svg, "path").stream()
                        .filter(path -> path.getAttribute("class").equals("tolerable")))
                .hasSize(1);
        assertThat(svg.getTextContent()).contains("Catastrophic", "Frequent", "border of tolerable: medium");
    }

    @Test
    void the_worst_is_at_the_top_right_whichever_way_an_axis_counts() {
        for (boolean descending : new boolean[] {false, true}) {
            RiskGrid grid = SampleAssurance.crowded(0, descending);
            Element svg = painted(canvas -> new RiskMatrixSvg(grid, TEXTS, canvas).paint());
            Element worst = all(svg, "g").stream()
                    .filter(group -> group.getAttribute("class").equals("risk"))
                    .max((one, two) -> Integer.compare(corner(one), corner(two)))
                    .orElseThrow();
            assertThat(all(worst, "title").getFirst().getTextContent()).endsWith("critical");
        }
    }

    private static int corner(Element cell) {
        Element box = all(cell, "rect").getFirst();
        return Integer.parseInt(box.getAttribute("x")) - Integer.parseInt(box.getAttribute("y"));
    }

    @Test
    void a_matrix_with_a_hole_or_a_scenario_outside_is_refused() {
        Axis axis = new Axis(List.of("a", "b"), false);
        assertThatThrownBy(() ->
                        new RiskGrid("m", axis, axis, List.of("low"), 0, List.of(List.of(0, 0), List.of(0)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        RiskScenario outside = new RiskScenario(
                "s",
                "s",
                new PlaceName(PlaceName.Kind.ZONE, "z", "z"),
                new Spot(2, 0),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertThatThrownBy(() -> new RiskGrid(
                        "m", axis, axis, List.of("low"), 0, List.of(List.of(0, 0), List.of(0, 0)), List.of(outside)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"</text><script>alert(1)</script>", "\" onload=\"x", "\u202e\u0000\ud800", "&#60;", "字字字字字"})
    void hostile_names_change_nothing_but_text(String hostile) {
        Assurance sample = SampleAssurance.waterworks(value -> hostile + value);
        Element heat = painted(canvas -> new HeatMapSvg(TEXTS, canvas).paint(sample.levels()));
        Element wheel = painted(canvas -> RadarSvg.paint(sample.levels().getFirst(), TEXTS, canvas));
        Element risk = painted(canvas -> new RiskMatrixSvg(sample.risk().orElseThrow(), TEXTS, canvas).paint());
        for (Element picture : List.of(heat, wheel, risk)) {
            for (Element element : all(picture, "*")) {
                assertThat(element.getTagName()).isIn("g", "path", "rect", "text", "title");
                assertThat(element.hasAttribute("onload")).isFalse();
            }
        }
    }

    @Test
    void the_same_rows_give_the_same_bytes() throws IOException {
        List<String> once = pictures();
        assertThat(pictures()).isEqualTo(once);
        Path folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        for (int i = 0; i < once.size(); i++) {
            Files.writeString(folder.resolve(i + ".svg"), once.get(i));
        }
    }

    private static List<String> pictures() {
        List<String> all = new ArrayList<>();
        HeatMapSvg.sheets(SampleAssurance.many(40), TEXTS).forEach(sheet -> all.add(sheet.finished()));
        all.add(RadarSvg.inline(SAMPLE.levels().getFirst(), TEXTS).finished());
        all.add(RiskMatrixSvg.inline(SAMPLE.risk().orElseThrow(), TEXTS).finished());
        all.add(RiskMatrixSvg.inline(SampleAssurance.crowded(60, true), TEXTS).finished());
        return all;
    }
}
