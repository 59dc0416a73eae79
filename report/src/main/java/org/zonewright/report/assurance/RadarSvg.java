package org.zonewright.report.assurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas;
import org.zonewright.report.drawing.Canvas.Anchor;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.markup.MarkupWriter;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// One place as a wheel of seven spokes with rings 0 to 4: the target as a line, capability as a dotted line, what is
/// achieved filled, and dashed how far missing evidence could still carry it. Small enough to stand in a row of
/// several.
///
/// A spoke without a target or a claim interrupts that line: nothing is drawn through what is not known.
public final class RadarSvg {
    private static final int WIDTH = 250;
    private static final int HEIGHT = 268;
    private static final int CENTRE_X = 125;
    private static final int CENTRE_Y = 154;
    private static final int RING = 22;
    private static final int LABEL = 4 * RING + 15;

    private RadarSvg() {}

    /// The wheel as an element of a page.
    public static MarkupWriter inline(LevelRow row, Texts texts) {
        MarkupWriter out = new MarkupWriter();
        paint(row, texts, new Canvas(out));
        return out;
    }

    /// What the lines mean, once for all wheels.
    public static MarkupWriter legend(Texts texts) {
        MarkupWriter out = new MarkupWriter();
        Canvas canvas = new Canvas(out);
        paintLegend(texts, canvas);
        return out;
    }

    static void paintLegend(Texts texts, Canvas canvas) {
        Picture.open(canvas, 4 * WIDTH, 24, texts.say("picture.radar.legend"));
        String[] keys = {
            "picture.radar.target", "picture.radar.capability", "picture.radar.achieved", "picture.radar.open"
        };
        for (int i = 0; i < keys.length; i++) {
            int x = i * WIDTH + 6;
            line(canvas, i, "M" + x + " 12h34" + (i == 2 ? "v6h-34z" : ""));
            canvas.text(x + 42, 16, Picture.BODY, Anchor.START, texts.say(keys[i]), WIDTH - 56);
        }
        canvas.close();
    }

    /// Line 0 is the target, 1 capability, 2 achieved, 3 what is open.
    private static void line(Canvas canvas, int kind, String data) {
        switch (kind) {
            case 0 -> canvas.path(data, "fill", "none", "stroke", Picture.INK, "stroke-width", "2");
            case 1 ->
                canvas.path(
                        data,
                        "fill",
                        "none",
                        "stroke",
                        Picture.BLUE,
                        "stroke-width",
                        "1.6",
                        "stroke-dasharray",
                        "1.5 3");
            case 2 ->
                canvas.path(
                        data,
                        "fill",
                        Picture.TEAL,
                        "fill-opacity",
                        "0.35",
                        "stroke",
                        Picture.TEAL,
                        "stroke-width",
                        "1.4");
            default ->
                canvas.path(
                        data, "fill", "none", "stroke", Picture.GREY, "stroke-width", "1.1", "stroke-dasharray", "5 4");
        }
    }

    static void paint(LevelRow row, Texts texts, Canvas canvas) {
        Picture.open(canvas, WIDTH, HEIGHT, tooltip(row, texts));
        canvas.text(CENTRE_X, 16, Picture.NAME, Anchor.MIDDLE, row.place().name(), WIDTH - 12);
        canvas.text(CENTRE_X, 30, Picture.SMALL, Anchor.MIDDLE, row.place().id(), WIDTH - 12);
        for (int level = 1; level <= 4; level++) {
            int ring = level;
            canvas.path(
                    closed(concern -> ring),
                    "fill",
                    "none",
                    "stroke",
                    Picture.HAIR,
                    "stroke-width",
                    ring == 4 ? "1" : "0.7");
        }
        for (FoundationalRequirement concern : FoundationalRequirement.values()) {
            canvas.path(
                    "M" + CENTRE_X + " " + CENTRE_Y + "L" + point(concern, 4),
                    "stroke",
                    Picture.HAIR,
                    "stroke-width",
                    "0.7");
        }
        line(canvas, 3, closed(concern -> row.at(concern).atMost().number()));
        line(canvas, 2, closed(concern -> row.at(concern).achieved().number()));
        open(row, LevelCell::capability).forEach(data -> line(canvas, 1, data));
        open(row, LevelCell::target).forEach(data -> line(canvas, 0, data));
        for (int level = 1; level <= 4; level++) {
            canvas.text(
                    CENTRE_X + 3,
                    CENTRE_Y - level * RING + 9,
                    new Face(8, false, Picture.GREY),
                    Anchor.START,
                    String.valueOf(level),
                    10);
        }
        for (FoundationalRequirement concern : FoundationalRequirement.values()) {
            label(canvas, row.at(concern), concern);
        }
        canvas.close();
    }

    private static void label(Canvas canvas, LevelCell cell, FoundationalRequirement concern) {
        int x = (int) Math.rint(CENTRE_X + LABEL * Math.sin(angle(concern)));
        int y = (int) Math.rint(CENTRE_Y - LABEL * Math.cos(angle(concern))) + 2;
        Face face = new Face(10.5, true, Picture.paint(cell.state()).ink());
        int room = Math.min(2 * x, 2 * (WIDTH - x)) - 2;
        canvas.text(x, y, face, Anchor.MIDDLE, concern.name(), room);
        String target =
                cell.target().map(level -> String.valueOf(level.number())).orElse("–");
        canvas.text(x, y + 11, Picture.SMALL, Anchor.MIDDLE, cell.achieved().number() + "/" + target, room);
    }

    private static String tooltip(LevelRow row, Texts texts) {
        StringBuilder all = new StringBuilder(row.place().name());
        for (FoundationalRequirement concern : FoundationalRequirement.values()) {
            LevelCell cell = row.at(concern);
            String target =
                    cell.target().map(level -> String.valueOf(level.number())).orElse("–");
            all.append(" · ")
                    .append(concern.name())
                    .append(' ')
                    .append(texts.say(
                            "picture.heat.cell", target, cell.achieved().number()));
        }
        return all.toString();
    }

    private static double angle(FoundationalRequirement concern) {
        return 2 * Math.PI * (concern.number() - 1) / FoundationalRequirement.values().length;
    }

    private static String point(FoundationalRequirement concern, int level) {
        // Tenths of a pixel, so that the last digits of a sine never reach the bytes.
        double x = Math.rint((CENTRE_X + level * RING * Math.sin(angle(concern))) * 10) / 10;
        double y = Math.rint((CENTRE_Y - level * RING * Math.cos(angle(concern))) * 10) / 10;
        return Canvas.number(x) + " " + Canvas.number(y);
    }

    private static String closed(Function<FoundationalRequirement, Integer> level) {
        StringBuilder data = new StringBuilder();
        for (FoundationalRequirement concern : FoundationalRequirement.values()) {
            data.append(data.isEmpty() ? "M" : "L").append(point(concern, level.apply(concern)));
        }
        return data.append('z').toString();
    }

    /// The line through neighbouring spokes that both have a value, and a short bar where only one has.
    private static List<String> open(LevelRow row, Function<LevelCell, Optional<SecurityLevel>> value) {
        List<String> parts = new ArrayList<>();
        FoundationalRequirement[] all = FoundationalRequirement.values();
        for (int i = 0; i < all.length; i++) {
            FoundationalRequirement here = all[i];
            FoundationalRequirement next = all[(i + 1) % all.length];
            FoundationalRequirement last = all[(i + all.length - 1) % all.length];
            Optional<SecurityLevel> from = value.apply(row.at(here));
            Optional<SecurityLevel> to = value.apply(row.at(next));
            if (from.isPresent() && to.isPresent()) {
                parts.add("M" + point(here, from.get().number()) + "L"
                        + point(next, to.get().number()));
            } else if (from.isPresent() && value.apply(row.at(last)).isEmpty()) {
                parts.add("M" + point(here, from.get().number()) + "h4h-8");
            }
        }
        return parts;
    }
}
