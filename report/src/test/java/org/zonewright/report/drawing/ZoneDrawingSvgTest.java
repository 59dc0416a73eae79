package org.zonewright.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas.TextRoom;
import org.zonewright.report.markup.MarkupWriter;

/// The file: well formed, complete, the same each time, and safe whatever names it is given.
class ZoneDrawingSvgTest {
    private record Sheet(ZoneLayout layout, List<TextRoom> texts) {}

    static List<Map.Entry<String, ZoneDrawing>> entries() {
        return List.copyOf(SampleDrawings.all().entrySet());
    }

    private static Sheet sheet(ZoneDrawing drawing) {
        Canvas canvas = new Canvas(new MarkupWriter());
        ZoneLayout layout = ZoneDrawingSvg.paint(drawing, Texts.english(), canvas);
        return new Sheet(layout, canvas.texts());
    }

    /// The same drawing, but not the one that was kept when it was painted last.
    private static ZoneDrawing paintedAnew(ZoneDrawing drawing) {
        return new ZoneDrawing(drawing.block(), drawing.suc(), drawing.zones(), drawing.conduits(), drawing.notes());
    }

    @Test
    void the_page_holds_the_drawing_of_the_file() {
        ZoneDrawing large = SampleDrawings.large();
        ZoneDrawing crowded = SampleDrawings.crowded();
        String inPage = ZoneDrawingSvg.inline(large, Texts.english()).finished();
        assertThat(ZoneDrawingSvg.file(crowded, Texts.english())).doesNotContain(inPage);
        assertThat(ZoneDrawingSvg.file(large, Texts.english())).contains(inPage);
        assertThat(ZoneDrawingSvg.inline(paintedAnew(large), Texts.english()).finished())
                .isEqualTo(inPage);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void the_file_is_well_formed_and_the_same_each_time(Map.Entry<String, ZoneDrawing> sample) throws Exception {
        String svg = ZoneDrawingSvg.file(sample.getValue(), Texts.english());
        assertThat(ZoneDrawingSvg.file(paintedAnew(sample.getValue()), Texts.english()))
                .isEqualTo(svg);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        assertThat(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))))
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
                Optional.empty(),
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
}
