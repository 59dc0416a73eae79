package org.zonewright.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas.TextRoom;
import org.zonewright.report.drawing.ZoneLayout.Corner;
import org.zonewright.report.markup.MarkupWriter;

/// The drawing is hung on a wall and read by people who did not make it: nothing may cover anything else, at any
/// size.
class ZoneDrawingSvgTest {
    private record Sheet(ZoneLayout layout, List<TextRoom> texts) {}

    static Map<String, ZoneDrawing> samples() {
        return SampleDrawings.all();
    }

    static List<Map.Entry<String, ZoneDrawing>> entries() {
        return List.copyOf(samples().entrySet());
    }

    private static Sheet sheet(ZoneDrawing drawing) {
        Canvas canvas = new Canvas(new MarkupWriter());
        ZoneLayout layout = ZoneDrawingSvg.paint(drawing, Texts.english(), canvas);
        return new Sheet(layout, canvas.texts());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void no_text_covers_another(Map.Entry<String, ZoneDrawing> sample) {
        List<TextRoom> texts = sheet(sample.getValue()).texts();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                TextRoom one = texts.get(i);
                TextRoom two = texts.get(j);
                assertThat(one.layer().equals(two.layer()) && one.room().overlaps(two.room()))
                        .as("%s and %s", one, two)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void zones_lie_apart_or_one_inside_the_other(Map.Entry<String, ZoneDrawing> sample) {
        List<ZonePlan> zones = flat(sheet(sample.getValue()).layout().zones());
        assertThat(zones).hasSameSizeAs(sample.getValue().zones());
        for (ZonePlan one : zones) {
            for (ZonePlan two : zones) {
                boolean related = isInside(one, two) || isInside(two, one);
                assertThat(one != two && !related && one.place().overlaps(two.place()))
                        .as("%s and %s", one.zone().id(), two.zone().id())
                        .isFalse();
                if (one != two && isInside(one, two)) {
                    assertThat(two.place().contains(one.place())).isTrue();
                    assertThat(two.column().overlaps(one.place())).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void every_asset_stands_inside_its_zone_below_the_header(Map.Entry<String, ZoneDrawing> sample) {
        for (ZonePlan zone : flat(sheet(sample.getValue()).layout().zones())) {
            Rect room = new Rect(
                    zone.column().x(),
                    zone.column().y() + zone.headerHeight(),
                    zone.column().width(),
                    zone.column().height() - zone.headerHeight());
            int cells = zone.assetsShown() + (zone.assetsLeftOut() > 0 ? 1 : 0);
            for (int i = 0; i < cells; i++) {
                assertThat(room.contains(zone.cell(i))).as(zone.zone().id()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void conduits_run_across_no_zone_but_those_that_hold_their_ends(Map.Entry<String, ZoneDrawing> sample) {
        ZoneLayout layout = sheet(sample.getValue()).layout();
        for (ZoneLayout.Path path : layout.paths()) {
            for (Rect segment : segments(path)) {
                for (ZonePlan zone : flat(layout.zones())) {
                    boolean holdsAnEnd = holds(zone, path.route().conduit.from())
                            || holds(zone, path.route().conduit.to());
                    Rect closed = holdsAnEnd ? zone.column() : zone.place();
                    assertThat(closed.grownBy(-2).overlaps(segment))
                            .as(
                                    "conduit %s across %s",
                                    path.route().conduit.id(), zone.zone().id())
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void tags_lie_apart_and_no_foreign_line_crosses_them(Map.Entry<String, ZoneDrawing> sample) {
        ZoneLayout layout = sheet(sample.getValue()).layout();
        for (ZoneLayout.Path one : layout.paths()) {
            for (ZoneLayout.Path two : layout.paths()) {
                if (one.equals(two)) {
                    continue;
                }
                for (Rect tag : tags(one)) {
                    assertThat(tags(two)).noneMatch(tag::overlaps);
                    assertThat(segments(two))
                            .as("tag of %s under %s", one.route().number, two.route().number)
                            .noneMatch(tag::overlaps);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void no_line_runs_through_text(Map.Entry<String, ZoneDrawing> sample) {
        Sheet sheet = sheet(sample.getValue());
        List<Rect> tags = new ArrayList<>();
        sheet.layout().paths().forEach(path -> tags.addAll(tags(path)));
        for (TextRoom text : sheet.texts()) {
            if (!text.layer().equals("drawing") || tags.stream().anyMatch(tag -> tag.contains(text.room()))) {
                continue;
            }
            for (ZoneLayout.Path path : sheet.layout().paths()) {
                assertThat(segments(path))
                        .as("%s under conduit %s", text, path.route().number)
                        .noneMatch(segment -> text.room().overlaps(segment));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void two_conduits_never_share_a_piece_of_line(Map.Entry<String, ZoneDrawing> sample) {
        List<ZoneLayout.Path> paths = sheet(sample.getValue()).layout().paths();
        for (int i = 0; i < paths.size(); i++) {
            for (int j = i + 1; j < paths.size(); j++) {
                for (Rect one : segments(paths.get(i))) {
                    for (Rect two : segments(paths.get(j))) {
                        boolean parallel = (one.width() <= 2) == (two.width() <= 2);
                        assertThat(parallel && one.overlaps(two))
                                .as(
                                        "%s and %s",
                                        paths.get(i).route().number,
                                        paths.get(j).route().number)
                                .isFalse();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void the_file_is_well_formed_and_the_same_each_time(Map.Entry<String, ZoneDrawing> sample) throws Exception {
        String svg = ZoneDrawingSvg.file(sample.getValue(), Texts.english());
        assertThat(ZoneDrawingSvg.file(sample.getValue(), Texts.english())).isEqualTo(svg);
        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        assertThat(factory.newDocumentBuilder().parse(new org.xml.sax.InputSource(new java.io.StringReader(svg))))
                .isNotNull();
        keepForLooking(sample.getKey(), svg);
    }

    @Test
    void twelve_zones_and_two_hundred_assets_are_all_drawn_and_legible() {
        ZoneDrawing large = SampleDrawings.large();
        assertThat(large.zones()).hasSize(12);
        assertThat(large.zones().stream().mapToInt(ZoneBox::assetCount).sum()).isEqualTo(200);
        assertThat(flat(sheet(large).layout().zones())).allMatch(zone -> zone.assetsLeftOut() == 0);
        assertThat(ZoneDrawingSvg.file(large, Texts.english())).contains("Ger\u00e4t-12-24");
    }

    @Test
    void a_box_with_too_many_assets_counts_those_it_leaves_out() {
        assertThat(ZoneDrawingSvg.file(SampleDrawings.crowded(), Texts.english()))
                .contains("+ 121 more");
    }

    @Test
    void a_long_name_is_shortened_and_kept_whole_as_a_tooltip() {
        String name = "Gerät-3-4 mit einem langen Namen";
        String svg = ZoneDrawingSvg.file(SampleDrawings.large(), Texts.english());
        assertThat(svg).contains("<title>" + name + "</title>Gerät-3-4 mit");
    }

    @Test
    void hostile_names_stay_text() {
        ZoneBox zone = new ZoneBox(
                "z",
                "</text><script>alert(1)</script>",
                "\u202egnihton",
                "\u0000\"'",
                PurdueBand.CONTROL,
                true,
                "SL-T",
                0,
                List.of(),
                java.util.Optional.empty(),
                List.of(),
                "<img onerror=x>");
        ZoneDrawing drawing =
                new ZoneDrawing(SampleDrawings.oneZone().block(), "s", List.of(zone), List.of(), List.of());
        String svg = ZoneDrawingSvg.file(drawing, Texts.english());
        assertThat(svg).doesNotContain("<script", "<img", "\u202e", "\u0000");
    }

    @Test
    void a_conduit_to_a_zone_that_is_not_drawn_is_refused() {
        ZoneDrawing three = SampleDrawings.threeZones();
        assertThatThrownBy(() ->
                        new ZoneDrawing(three.block(), "", three.zones().subList(0, 2), three.conduits(), List.of()))
                .hasMessageContaining("not drawn");
    }

    @Test
    void a_drawing_without_zones_is_still_a_sheet() {
        ZoneDrawing empty = new ZoneDrawing(SampleDrawings.oneZone().block(), "", List.of(), List.of(), List.of());
        assertThat(ZoneDrawingSvg.file(empty, Texts.english())).contains("Zone and conduit drawing");
    }

    private static void keepForLooking(String name, String svg) throws IOException {
        Path folder = Path.of("target", "drawings");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".svg"), svg);
    }

    private static List<ZonePlan> flat(List<ZonePlan> zones) {
        List<ZonePlan> all = new ArrayList<>();
        for (ZonePlan zone : zones) {
            all.add(zone);
            all.addAll(flat(zone.children()));
        }
        return all;
    }

    private static boolean isInside(ZonePlan inner, ZonePlan outer) {
        return flat(outer.children()).contains(inner);
    }

    private static boolean holds(ZonePlan zone, String id) {
        return flat(List.of(zone)).stream().anyMatch(plan -> plan.zone().id().equals(id));
    }

    private static List<Rect> tags(ZoneLayout.Path path) {
        return List.of(
                ConduitPainter.tagAt(path, path.corners()),
                ConduitPainter.tagAt(path, path.corners().reversed()));
    }

    private static List<Rect> segments(ZoneLayout.Path path) {
        List<Rect> segments = new ArrayList<>();
        List<Corner> corners = path.corners();
        for (int i = 1; i < corners.size(); i++) {
            Corner one = corners.get(i - 1);
            Corner two = corners.get(i);
            segments.add(new Rect(
                            Math.min(one.x(), two.x()),
                            Math.min(one.y(), two.y()),
                            Math.abs(one.x() - two.x()),
                            Math.abs(one.y() - two.y()))
                    .grownBy(1));
        }
        return segments;
    }
}
