package org.zonewright.report.assurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.base.Texts;
import org.zonewright.report.assurance.RiskGrid.Axis;
import org.zonewright.report.assurance.RiskGrid.Spot;
import org.zonewright.report.drawing.Canvas;
import org.zonewright.report.drawing.Canvas.Anchor;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.FontWidths;
import org.zonewright.report.drawing.Rect;
import org.zonewright.report.markup.MarkupWriter;
import org.zonewright.report.markup.Printable;

/// The risk matrix with its scenarios: numbers in rings before countermeasures, in discs after them, joined by arrows
/// while there are few. Worse is up and to the right, whichever way an axis counts; a heavy line parts what is
/// tolerable from what is not. The numbers are those of the list of scenarios, from 1.
public final class RiskMatrixSvg {
    private static final int LEFT = 150;
    private static final int TOP = 12;
    private static final int COLUMN = 150;
    private static final int ROW = 90;
    private static final int FOOT = 84;
    private static final int SLOT = 27;
    private static final int SLOTS = 10;
    private static final int ACROSS = 5;
    private static final int RADIUS = 10;
    private static final int ARROWS = 14;

    /// From mild to bad, in one hue: red stays what failed.
    private static final List<String> RAMP =
            List.of("#fdf8ec", "#fbeccb", "#f6d99b", "#eec06a", "#e2a344", "#d3872f", "#c26f26");

    /// A marker in a cell: the number of a scenario, before or after.
    private record Marker(int number, boolean after) {}

    private final RiskGrid grid;
    private final Texts texts;
    private final Canvas canvas;
    private final Map<String, int[]> places = new TreeMap<>();

    RiskMatrixSvg(RiskGrid grid, Texts texts, Canvas canvas) {
        this.grid = grid;
        this.texts = texts;
        this.canvas = canvas;
    }

    /// The matrix as an element of a page.
    public static MarkupWriter inline(RiskGrid grid, Texts texts) {
        MarkupWriter out = new MarkupWriter();
        new RiskMatrixSvg(grid, texts, new Canvas(out)).paint();
        return out;
    }

    void paint() {
        int columns = grid.impact().steps().size();
        int rows = grid.likelihood().steps().size();
        int width = LEFT + columns * COLUMN + 12;
        int height = TOP + rows * ROW + FOOT;
        Picture.open(canvas, Math.max(width, 640), height, texts.say("picture.risk.title", grid.name()));
        for (int likelihood = 0; likelihood < rows; likelihood++) {
            for (int impact = 0; impact < columns; impact++) {
                cell(new Spot(likelihood, impact));
            }
        }
        axes(rows, columns);
        tolerable(rows, columns);
        arrows();
        for (int likelihood = 0; likelihood < rows; likelihood++) {
            for (int impact = 0; impact < columns; impact++) {
                markers(new Spot(likelihood, impact));
                name(new Spot(likelihood, impact));
            }
        }
        legend(height - 22);
        canvas.close();
    }

    private int x(int severity) {
        return LEFT + severity * COLUMN;
    }

    private int y(int severity) {
        return TOP + (grid.likelihood().steps().size() - 1 - severity) * ROW;
    }

    private Rect box(Spot spot) {
        return new Rect(
                x(grid.impact().severity(spot.impact())),
                y(grid.likelihood().severity(spot.likelihood())),
                COLUMN,
                ROW);
    }

    private void cell(Spot spot) {
        Rect box = box(spot);
        int level = grid.level(spot);
        canvas.open("g", "class", "risk");
        canvas.tooltip(grid.likelihood().steps().get(spot.likelihood()) + " · "
                + grid.impact().steps().get(spot.impact()) + " · "
                + grid.levels().get(level));
        canvas.rect(box, colour(level), Picture.LINE, "stroke-width", "0.8");
        canvas.close();
        place(spot);
    }

    /// The name of a cell's level, on its own ground where an arrow passes.
    private void name(Spot spot) {
        Rect box = box(spot);
        int level = grid.level(spot);
        Face face = new Face(10.5, true, Picture.INK);
        String shown = FontWidths.shorten(Printable.of(grid.levels().get(level)), face.size(), true, COLUMN - 16);
        int width = (int) Math.ceil(FontWidths.width(shown, face.size(), true));
        canvas.rect(new Rect(box.right() - 9 - width, box.bottom() - 19, width + 2, 13), colour(level), "none");
        canvas.text(
                box.right() - 8,
                box.bottom() - 9,
                face,
                Anchor.END,
                grid.levels().get(level),
                COLUMN - 16);
    }

    private String colour(int level) {
        int top = grid.levels().size() - 1;
        return RAMP.get(top == 0 ? 0 : level * (RAMP.size() - 1) / top);
    }

    /// Gives every marker of a cell its slot, in the order of the scenarios; what finds none is counted.
    private void place(Spot spot) {
        Rect box = box(spot);
        List<Marker> markers = markersAt(spot);
        int shown = markers.size() > SLOTS ? SLOTS - 1 : markers.size();
        for (int i = 0; i < shown; i++) {
            int[] centre = slot(box, i);
            places.put(key(markers.get(i)), centre);
        }
    }

    private static int[] slot(Rect box, int index) {
        return new int[] {
            box.x() + 20 + index % ACROSS * SLOT, box.y() + 20 + index / ACROSS * (SLOT + 2),
        };
    }

    private static String key(Marker marker) {
        return (marker.after() ? "after " : "before ") + marker.number();
    }

    private List<Marker> markersAt(Spot spot) {
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < grid.scenarios().size(); i++) {
            RiskScenario scenario = grid.scenarios().get(i);
            if (scenario.before().equals(spot)) {
                markers.add(new Marker(i + 1, false));
            }
            if (scenario.after().equals(Optional.of(spot))) {
                markers.add(new Marker(i + 1, true));
            }
        }
        return markers;
    }

    private void markers(Spot spot) {
        List<Marker> markers = markersAt(spot);
        for (Marker marker : markers) {
            int[] centre = places.get(key(marker));
            if (centre != null) {
                marker(marker, centre);
            }
        }
        if (markers.size() > SLOTS) {
            int[] last = slot(box(spot), SLOTS - 1);
            int more = markers.size() - SLOTS + 1;
            canvas.text(last[0], last[1] + 4, Picture.BODY, Anchor.MIDDLE, "+" + more, SLOT);
        }
    }

    private void marker(Marker marker, int[] centre) {
        RiskScenario scenario = grid.scenarios().get(marker.number() - 1);
        String when = texts.say(marker.after() ? "picture.risk.after" : "picture.risk.before");
        canvas.open("g", "class", marker.after() ? "after" : "before");
        canvas.tooltip(scenario.id() + " · " + scenario.name() + " · " + when);
        disc(centre[0], centre[1], marker.after());
        canvas.text(
                centre[0],
                centre[1] + 4,
                new Face(10, true, marker.after() ? "#ffffff" : Picture.INK),
                Anchor.MIDDLE,
                String.valueOf(marker.number()),
                2 * RADIUS + 4);
        canvas.close();
    }

    private void disc(int x, int y, boolean solid) {
        String data = "M" + (x - RADIUS) + " " + y + "a" + RADIUS + " " + RADIUS + " 0 1 0 " + 2 * RADIUS + " 0a"
                + RADIUS + " " + RADIUS + " 0 1 0 -" + 2 * RADIUS + " 0z";
        canvas.path(data, "fill", solid ? Picture.INK : "#ffffff", "stroke", Picture.INK, "stroke-width", "1.6");
    }

    private void arrows() {
        if (grid.scenarios().size() > ARROWS) {
            return;
        }
        for (int i = 1; i <= grid.scenarios().size(); i++) {
            int[] from = places.get(key(new Marker(i, false)));
            int[] to = places.get(key(new Marker(i, true)));
            RiskScenario scenario = grid.scenarios().get(i - 1);
            boolean moved = !scenario.after().equals(Optional.of(scenario.before()));
            if (from != null && to != null && moved) {
                arrow(from, to);
            }
        }
    }

    private void arrow(int[] from, int[] to) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        double dx = (to[0] - from[0]) / length;
        double dy = (to[1] - from[1]) / length;
        double tipX = to[0] - dx * (RADIUS + 2);
        double tipY = to[1] - dy * (RADIUS + 2);
        canvas.path(
                "M" + tenth(from[0] + dx * RADIUS) + " " + tenth(from[1] + dy * RADIUS) + "L" + tenth(tipX) + " "
                        + tenth(tipY),
                "stroke",
                Picture.DARK,
                "stroke-width",
                "1.3",
                "fill",
                "none");
        canvas.path(
                "M" + tenth(tipX) + " " + tenth(tipY) + "L" + tenth(tipX - 8 * dx + 4 * dy) + " "
                        + tenth(tipY - 8 * dy - 4 * dx) + "L" + tenth(tipX - 8 * dx - 4 * dy) + " "
                        + tenth(tipY - 8 * dy + 4 * dx) + "z",
                "fill",
                Picture.DARK);
    }

    private static String tenth(double value) {
        return Canvas.number(Math.rint(value * 10) / 10);
    }

    private void axes(int rows, int columns) {
        for (int step = 0; step < rows; step++) {
            int y = y(grid.likelihood().severity(step)) + ROW / 2 + 4;
            canvas.text(LEFT - 10, y, Picture.BODY, Anchor.END, label(grid.likelihood(), step), LEFT - 36);
        }
        int below = TOP + rows * ROW;
        for (int step = 0; step < columns; step++) {
            int middle = x(grid.impact().severity(step)) + COLUMN / 2;
            canvas.text(middle, below + 17, Picture.BODY, Anchor.MIDDLE, label(grid.impact(), step), COLUMN - 12);
        }
        String likelihood = texts.say("picture.risk.likelihood");
        int half = (int) (FontWidths.width(likelihood, Picture.NAME.size(), true) / 2);
        canvas.upwards(20, TOP + rows * ROW / 2 + half, Picture.NAME, likelihood, rows * ROW - 8);
        canvas.text(
                LEFT + columns * COLUMN / 2,
                below + 37,
                Picture.NAME,
                Anchor.MIDDLE,
                texts.say("picture.risk.impact"),
                columns * COLUMN);
    }

    /// A step by its name, with its own number where the axis counts from the worst.
    private static String label(Axis axis, int step) {
        return axis.descending()
                ? (step + 1) + " " + axis.steps().get(step)
                : axis.steps().get(step);
    }

    /// The border between cells that are tolerable and cells that are not.
    private void tolerable(int rows, int columns) {
        StringBuilder data = new StringBuilder();
        for (int likelihood = 0; likelihood < rows; likelihood++) {
            for (int impact = 0; impact < columns; impact++) {
                Rect box = box(new Spot(likelihood, impact));
                boolean here = isTolerable(likelihood, impact);
                int right = impact + (grid.impact().descending() ? -1 : 1);
                int up = likelihood + (grid.likelihood().descending() ? -1 : 1);
                if (right >= 0 && right < columns && here != isTolerable(likelihood, right)) {
                    data.append('M').append(box.right()).append(' ').append(box.y());
                    data.append('V').append(box.bottom());
                }
                if (up >= 0 && up < rows && here != isTolerable(up, impact)) {
                    data.append('M').append(box.x()).append(' ').append(box.y());
                    data.append('H').append(box.right());
                }
            }
        }
        if (!data.isEmpty()) {
            canvas.path(
                    data.toString(),
                    "class",
                    "tolerable",
                    "fill",
                    "none",
                    "stroke",
                    Picture.INK,
                    "stroke-width",
                    "3.2");
        }
    }

    private boolean isTolerable(int likelihood, int impact) {
        return grid.level(new Spot(likelihood, impact)) <= grid.tolerable();
    }

    private void legend(int y) {
        disc(20, y, false);
        canvas.text(36, y + 4, Picture.BODY, Anchor.START, texts.say("picture.risk.before"), 150);
        disc(206, y, true);
        canvas.text(222, y + 4, Picture.BODY, Anchor.START, texts.say("picture.risk.after"), 150);
        canvas.path("M388 " + y + "h34", "stroke", Picture.INK, "stroke-width", "3.2");
        String line = texts.say("picture.risk.tolerable", grid.levels().get(grid.tolerable()));
        canvas.text(430, y + 4, Picture.BODY, Anchor.START, line, 200);
    }
}
