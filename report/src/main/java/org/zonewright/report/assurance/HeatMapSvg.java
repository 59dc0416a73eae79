package org.zonewright.report.assurance;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas;
import org.zonewright.report.drawing.Canvas.Anchor;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.Rect;
import org.zonewright.report.markup.MarkupWriter;
import org.zonewright.standard.FoundationalRequirement;

/// Zones and conduits by foundational requirements: in each cell the target over what is achieved.
///
/// Red is only what failed or was contradicted, grey is what nobody has shown. A sheet holds as many places as a page
/// in landscape shows legibly; more places give more sheets. The same rows give the same bytes.
public final class HeatMapSvg {
    private static final int ROWS = 18;
    private static final int NAME_WIDTH = 250;
    private static final int COLUMN = 122;
    private static final int ROW = 34;
    private static final int HEAD = 46;
    private static final int LEGEND = 34;
    private static final int WIDTH = NAME_WIDTH + 7 * COLUMN + 2;

    private final Texts texts;
    private final Canvas canvas;

    HeatMapSvg(Texts texts, Canvas canvas) {
        this.texts = texts;
        this.canvas = canvas;
    }

    /// The sheets as elements of a page, in order; none without rows.
    public static List<MarkupWriter> sheets(List<LevelRow> rows, Texts texts) {
        List<MarkupWriter> sheets = new ArrayList<>();
        for (List<LevelRow> part : parts(rows)) {
            MarkupWriter out = new MarkupWriter();
            new HeatMapSvg(texts, new Canvas(out)).paint(part);
            sheets.add(out);
        }
        return sheets;
    }

    /// The rows of each sheet; sheets are filled evenly.
    static List<List<LevelRow>> parts(List<LevelRow> rows) {
        int sheets = (rows.size() + ROWS - 1) / ROWS;
        List<List<LevelRow>> parts = new ArrayList<>();
        for (int i = 0; i < sheets; i++) {
            parts.add(rows.subList(rows.size() * i / sheets, rows.size() * (i + 1) / sheets));
        }
        return parts;
    }

    void paint(List<LevelRow> rows) {
        int height = HEAD + rows.size() * ROW + LEGEND + 2;
        Picture.open(canvas, WIDTH, height, texts.say("picture.heat.title"));
        head();
        int y = HEAD;
        for (LevelRow row : rows) {
            row(row, y);
            y += ROW;
        }
        legend(y + 8);
        canvas.close();
    }

    private void head() {
        canvas.text(6, 18, Picture.NAME, Anchor.START, texts.say("picture.heat.place"), NAME_WIDTH - 12);
        canvas.text(6, 34, Picture.SMALL, Anchor.START, texts.say("picture.heat.read"), NAME_WIDTH - 12);
        for (FoundationalRequirement concern : FoundationalRequirement.values()) {
            int middle = NAME_WIDTH + (concern.number() - 1) * COLUMN + COLUMN / 2;
            canvas.open("g");
            canvas.tooltip(concern.id() + " " + concern.title());
            canvas.text(middle, 18, Picture.NAME, Anchor.MIDDLE, concern.name(), COLUMN - 8);
            canvas.text(middle, 34, Picture.SMALL, Anchor.MIDDLE, concern.title(), COLUMN - 8);
            canvas.close();
        }
        canvas.line(0, HEAD - 3, WIDTH, HEAD - 3, Picture.DARK, "1.4");
    }

    private void row(LevelRow row, int y) {
        canvas.text(6, y + 15, Picture.NAME, Anchor.START, row.place().name(), NAME_WIDTH - 14);
        String kind = texts.say("picture.place." + kind(row.place().kind()));
        canvas.text(
                6, y + 28, Picture.SMALL, Anchor.START, kind + " " + row.place().id(), NAME_WIDTH - 14);
        for (FoundationalRequirement concern : FoundationalRequirement.values()) {
            cell(row, concern, y);
        }
        canvas.line(0, y + ROW - 1, NAME_WIDTH - 6, y + ROW - 1, Picture.HAIR, "0.8");
    }

    private void cell(LevelRow row, FoundationalRequirement concern, int y) {
        LevelCell cell = row.at(concern);
        LevelCell.State state = cell.state();
        Picture.Paint paint = Picture.paint(state);
        int x = NAME_WIDTH + (concern.number() - 1) * COLUMN;
        canvas.open("g", "class", "level " + Picture.key(state).substring("picture.state.".length()));
        canvas.tooltip(tooltip(row, concern, cell));
        box(new Rect(x + 1, y + 1, COLUMN - 3, ROW - 4), paint);
        Picture.mark(canvas, state, x + 8, y + 6);
        Face strong = new Face(12, true, paint.ink());
        Face small = new Face(9.5, false, paint.ink());
        int left = x + 26;
        int room = COLUMN - 32;
        canvas.text(left, y + 15, strong, Anchor.START, values(cell), room);
        if (below(state)) {
            String bound = texts.say("picture.heat.at-most", cell.atMost().number());
            canvas.text(x + COLUMN - 9, y + 15, small, Anchor.END, bound, 26);
        }
        String why = below(state) ? cell.limiting() : texts.say(Picture.key(state));
        canvas.text(left, y + 27, small, Anchor.START, why, room);
        canvas.close();
    }

    private static boolean below(LevelCell.State state) {
        return state != LevelCell.State.NO_TARGET && state != LevelCell.State.REACHED;
    }

    private String values(LevelCell cell) {
        String target =
                cell.target().map(level -> String.valueOf(level.number())).orElse("–");
        return cell.sameFrom() == cell.achieved()
                ? texts.say("picture.heat.cell", target, cell.achieved().number())
                : texts.say(
                        "picture.heat.same",
                        target,
                        cell.sameFrom().number(),
                        cell.achieved().number());
    }

    private String tooltip(LevelRow row, FoundationalRequirement concern, LevelCell cell) {
        List<String> parts = new ArrayList<>(List.of(
                row.place().name(),
                concern.name() + " " + concern.title(),
                values(cell),
                texts.say("picture.heat.bound", cell.atMost().number()),
                texts.say(Picture.key(cell.state()))));
        if (!cell.limiting().isBlank()) {
            parts.add(texts.say("picture.heat.limit", cell.limiting()));
        }
        if (cell.sameFrom() != cell.achieved()) {
            parts.add(texts.say(
                    "picture.heat.adds-nothing",
                    cell.sameFrom().number(),
                    cell.achieved().number()));
        }
        return String.join(" · ", parts);
    }

    private void box(Rect box, Picture.Paint paint) {
        if (paint.dash().isEmpty()) {
            canvas.rect(box, paint.fill(), paint.border(), "stroke-width", "1");
        } else {
            canvas.rect(box, paint.fill(), paint.border(), "stroke-width", "1", "stroke-dasharray", paint.dash());
        }
    }

    private void legend(int y) {
        int step = WIDTH / LevelCell.State.values().length;
        int x = 6;
        for (LevelCell.State state : LevelCell.State.values()) {
            box(new Rect(x, y, 20, 16), Picture.paint(state));
            Picture.mark(canvas, state, x + 5, y + 3);
            canvas.text(x + 26, y + 12, Picture.BODY, Anchor.START, texts.say(Picture.key(state)), step - 34);
            x += step;
        }
    }

    private static String kind(PlaceName.Kind kind) {
        return switch (kind) {
            case ZONE -> "zone";
            case CONDUIT -> "conduit";
        };
    }
}
