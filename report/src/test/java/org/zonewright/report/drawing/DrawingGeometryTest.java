package org.zonewright.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas.TextRoom;
import org.zonewright.report.drawing.ConduitLine.Enforcement;
import org.zonewright.report.drawing.ConduitLine.Initiator;
import org.zonewright.report.drawing.ConduitLine.State;
import org.zonewright.report.drawing.ZoneLayout.Corner;
import org.zonewright.report.markup.MarkupWriter;

/// The drawing is hung on a wall and read by people who did not make it: nothing may cover anything else, whatever
/// the plant looks like. The samples are checked, and plants that chance has made.
class DrawingGeometryTest {
    private static final List<PurdueBand> BANDS = List.of(PurdueBand.values());
    private static final List<Initiator> INITIATORS = List.of(Initiator.values());
    private static final List<State> STATES = List.of(State.values());
    private static final List<Enforcement> MARKS = List.of(Enforcement.values());
    private static final List<AssetKind> KINDS = List.of(AssetKind.values());

    /// A drawing with a name for the test's output.
    record Sample(String name, ZoneDrawing drawing) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        SampleDrawings.all().forEach((name, drawing) -> samples.add(new Sample(name, drawing)));
        IntStream.range(1, 81).forEach(seed -> samples.add(new Sample("chance " + seed, byChance(seed))));
        return samples;
    }

    private static ZoneDrawing byChance(int seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(14);
        List<ZoneBox> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<ZoneBox.AssetMark> assets = new ArrayList<>();
            int shown = random.nextInt(random.nextInt(5) == 0 ? 60 : 12);
            for (int n = 0; n < shown; n++) {
                String label = "a" + "bcdefghi".repeat(random.nextInt(5)) + n;
                assets.add(new ZoneBox.AssetMark(
                        label, KINDS.get(random.nextInt(KINDS.size())), random.nextInt(6) == 0, ""));
            }
            Optional<String> parent =
                    i > 1 && random.nextInt(4) == 0 ? Optional.of("z" + random.nextInt(i)) : Optional.empty();
            List<ZoneBox.Badge> badges = random.nextInt(4) == 0 ? List.of(ZoneBox.Badge.values()) : List.of();
            zones.add(new ZoneBox(
                    "z" + i,
                    "Zone " + "name ".repeat(random.nextInt(9)) + i,
                    "control",
                    "owner",
                    BANDS.get(random.nextInt(BANDS.size())),
                    random.nextBoolean(),
                    "SL-T {2 2 0 1 3 1 3}",
                    shown + random.nextInt(3),
                    assets,
                    parent,
                    badges,
                    ""));
        }
        List<ConduitLine> conduits = new ArrayList<>();
        int wanted = count == 1 ? 0 : random.nextInt(count * 3);
        for (int i = 0; i < wanted; i++) {
            int from = random.nextInt(count);
            int to = (from + 1 + random.nextInt(count - 1)) % count;
            conduits.add(new ConduitLine(
                    "c" + i,
                    "conduit",
                    "z" + from,
                    "z" + to,
                    INITIATORS.get(random.nextInt(INITIATORS.size())),
                    "Modbus: " + "read, write ".repeat(random.nextInt(4)),
                    STATES.get(random.nextInt(STATES.size())),
                    MARKS.get(random.nextInt(MARKS.size())),
                    "",
                    ""));
        }
        return new ZoneDrawing(SampleDrawings.oneZone().block(), "suc", zones, conduits, List.of());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothing_covers_anything_else(Sample sample) {
        Canvas canvas = new Canvas(new MarkupWriter());
        ZoneLayout layout = ZoneDrawingSvg.paint(sample.drawing(), Texts.english(), canvas);
        List<ZonePlan> zones = flat(layout.zones());
        assertThat(zones).hasSameSizeAs(sample.drawing().zones());
        textsLieApart(canvas.texts());
        zonesLieApartOrInside(zones);
        assetsStandInTheirZones(zones);
        conduitsCrossNoOtherZone(layout, zones);
        tagsAreClear(layout);
        linesMissText(layout, canvas.texts());
        linesAreNotShared(layout);
    }

    private static void textsLieApart(List<TextRoom> texts) {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                TextRoom one = texts.get(i);
                TextRoom two = texts.get(j);
                boolean covers = one.layer().equals(two.layer()) && one.room().overlaps(two.room());
                assertThat(covers).as("%s and %s", one, two).isFalse();
            }
        }
    }

    private static void zonesLieApartOrInside(List<ZonePlan> zones) {
        for (ZonePlan one : zones) {
            for (ZonePlan two : zones) {
                if (one.equals(two) || isInside(two, one)) {
                    continue;
                }
                if (isInside(one, two)) {
                    assertThat(two.place().contains(one.place())).isTrue();
                    assertThat(two.column().overlaps(one.place())).isFalse();
                } else {
                    assertThat(one.place().overlaps(two.place()))
                            .as("%s and %s", one.zone().id(), two.zone().id())
                            .isFalse();
                }
            }
        }
    }

    private static void assetsStandInTheirZones(List<ZonePlan> zones) {
        for (ZonePlan zone : zones) {
            Rect column = zone.column();
            int header = zone.headerHeight();
            Rect room = new Rect(column.x(), column.y() + header, column.width(), column.height() - header);
            int cells = zone.assetsShown() + (zone.assetsLeftOut() > 0 ? 1 : 0);
            for (int i = 0; i < cells; i++) {
                assertThat(room.contains(zone.cell(i))).as(zone.zone().id()).isTrue();
            }
        }
    }

    private static void conduitsCrossNoOtherZone(ZoneLayout layout, List<ZonePlan> zones) {
        for (ZoneLayout.Path path : layout.paths()) {
            ConduitLine conduit = path.route().conduit;
            for (Rect segment : segments(path)) {
                for (ZonePlan zone : zones) {
                    boolean holdsAnEnd = holds(zone, conduit.from()) || holds(zone, conduit.to());
                    Rect closed = holdsAnEnd ? zone.column() : zone.place();
                    assertThat(closed.grownBy(-2).overlaps(segment))
                            .as(
                                    "conduit %s across %s",
                                    conduit.id(), zone.zone().id())
                            .isFalse();
                }
            }
        }
    }

    private static void tagsAreClear(ZoneLayout layout) {
        for (ZoneLayout.Path one : layout.paths()) {
            for (ZoneLayout.Path two : layout.paths()) {
                if (one.equals(two)) {
                    continue;
                }
                for (Rect tag : tags(one)) {
                    assertThat(tags(two))
                            .as("tags of %s, %s", one.route().number, two.route().number)
                            .noneMatch(tag::overlaps);
                    assertThat(segments(two))
                            .as("tag of %s under %s", one.route().number, two.route().number)
                            .noneMatch(tag::overlaps);
                }
            }
        }
    }

    private static void linesMissText(ZoneLayout layout, List<TextRoom> texts) {
        List<Rect> tags =
                layout.paths().stream().flatMap(path -> tags(path).stream()).toList();
        for (TextRoom text : texts) {
            if (!text.layer().equals("drawing") || tags.stream().anyMatch(tag -> tag.contains(text.room()))) {
                continue;
            }
            for (ZoneLayout.Path path : layout.paths()) {
                assertThat(segments(path))
                        .as("%s under conduit %s", text, path.route().number)
                        .noneMatch(segment -> text.room().overlaps(segment));
            }
        }
    }

    private static void linesAreNotShared(ZoneLayout layout) {
        List<ZoneLayout.Path> paths = layout.paths();
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
            int width = Math.abs(one.x() - two.x());
            int height = Math.abs(one.y() - two.y());
            segments.add(new Rect(Math.min(one.x(), two.x()), Math.min(one.y(), two.y()), width, height).grownBy(1));
        }
        return segments;
    }
}
