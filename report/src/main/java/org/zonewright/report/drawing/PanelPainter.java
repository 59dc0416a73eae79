package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas.Anchor;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.ConduitLine.Enforcement;
import org.zonewright.report.drawing.ConduitLine.State;

/// Draws the right side of the sheet: the schedule of conduits, notes, the legend and, at the bottom, the title block
/// (fields as in ISO 7200).
final class PanelPainter {
    static final int ROW = 32;
    private static final int PADDING = 14;
    private static final int HEAD = 30;
    private static final int LEGEND_ROW = 19;
    private static final int MOST_SOURCES = 4;
    private static final int MOST_NOTES = 4;
    private static final int NOTE_ROW = 14;

    private final Canvas canvas;
    private final Texts texts;
    private final ZoneDrawing drawing;
    private final Rect panel;
    private final List<Enforcement> marks;
    private final List<AssetKind> kinds;

    PanelPainter(Canvas canvas, Texts texts, ZoneDrawing drawing, Rect panel) {
        this.canvas = canvas;
        this.texts = texts;
        this.drawing = drawing;
        this.panel = panel;
        this.marks = marks(drawing);
        this.kinds = kinds(drawing);
    }

    /// True if the schedule has a row for every conduit.
    boolean fits() {
        return drawing.conduits().size() <= scheduleRows();
    }

    void paint(SheetSize size) {
        canvas.line(panel.x(), panel.y(), panel.x(), panel.bottom(), Ink.DARK, "1.4");
        schedule();
        notes();
        legend();
        titleBlock(size);
    }

    private int scheduleRows() {
        return (panel.height() - HEAD - notesHeight() - legendHeight() - titleHeight() - 10) / ROW;
    }

    private int notesHeight() {
        return drawing.notes().isEmpty() ? 0 : 16 + noteLines().size() * NOTE_ROW;
    }

    private int legendHeight() {
        return HEAD + legendRows() * LEGEND_ROW + 6;
    }

    private int legendRows() {
        int left = State.values().length + 2;
        int right = marks.size() + kinds.size() + 1;
        return Math.max(left, right);
    }

    private int titleHeight() {
        return 58 + 52 + 38 + 38 + 20 + sourceLines().size() * 13 + 8;
    }

    private static List<Enforcement> marks(ZoneDrawing drawing) {
        TreeSet<Enforcement> used = new TreeSet<>();
        drawing.conduits().forEach(conduit -> used.add(conduit.enforcement()));
        used.remove(Enforcement.NONE);
        return List.copyOf(used);
    }

    private static List<AssetKind> kinds(ZoneDrawing drawing) {
        TreeSet<AssetKind> used = new TreeSet<>();
        drawing.zones().forEach(zone -> zone.assets().forEach(asset -> used.add(asset.kind())));
        return List.copyOf(used);
    }

    private void heading(String key, int y) {
        canvas.text(panel.x() + PADDING, y, Face.STRONG.in(Ink.GREY), Anchor.START, texts.say(key), panel.width());
    }

    private void schedule() {
        heading("drawing.schedule", panel.y() + 20);
        if (drawing.conduits().isEmpty()) {
            canvas.text(
                    panel.x() + PADDING,
                    panel.y() + HEAD + 16,
                    Face.BODY,
                    Anchor.START,
                    texts.say("drawing.schedule.none"),
                    panel.width() - 2 * PADDING);
            return;
        }
        int rows = scheduleRows();
        int shown = fits() ? drawing.conduits().size() : rows - 1;
        for (int i = 0; i < shown; i++) {
            row(drawing.conduits().get(i), i + 1, panel.y() + HEAD + i * ROW);
        }
        if (shown < drawing.conduits().size()) {
            canvas.text(
                    panel.x() + PADDING + 44,
                    panel.y() + HEAD + shown * ROW + 18,
                    Face.BODY.in(Ink.GREY),
                    Anchor.START,
                    texts.say("drawing.schedule.more", drawing.conduits().size() - shown),
                    panel.width() - 2 * PADDING - 44);
        }
    }

    private void row(ConduitLine conduit, int number, int y) {
        String colour = Ink.pen(conduit.state()).colour();
        boolean marked = conduit.enforcement() != Enforcement.NONE;
        canvas.line(panel.x() + PADDING, y, panel.right() - PADDING, y, Ink.HAIR, "0.8");
        canvas.open("g");
        canvas.tooltip(conduit.reason());
        Rect tag = new Rect(panel.x() + PADDING, y + 7, marked ? 38 : 26, 17);
        canvas.rect(tag, Ink.PAPER, colour, "rx", "8", "stroke-width", "1.2");
        canvas.text(
                tag.x() + tag.width() / 2 + (marked ? 8 : 0),
                y + 19,
                Face.STRONG,
                Anchor.MIDDLE,
                String.valueOf(number),
                tag.width());
        if (marked) {
            canvas.symbol(Symbols.id(conduit.enforcement()), tag.x() + 4, y + 9, 13);
        }
        int x = panel.x() + PADDING + 46;
        String state = texts.say(conduit.state().key());
        int stateRoom = (int) Math.ceil(FontWidths.width(state, Face.SMALL.size(), false)) + 2;
        int end = panel.right() - PADDING;
        canvas.text(end, y + 13, Face.SMALL.in(colour), Anchor.END, state, stateRoom);
        canvas.text(x, y + 13, Face.STRONG, Anchor.START, ends(conduit), end - stateRoom - 8 - x);
        String what = conduit.traffic();
        if (!conduit.owner().isBlank()) {
            what = what + " · " + conduit.owner();
        }
        canvas.text(x, y + 27, Face.SMALL.in(Ink.DARK), Anchor.START, what, end - x);
        canvas.close();
    }

    private String ends(ConduitLine conduit) {
        String arrow =
                switch (conduit.initiator()) {
                    case FROM -> " → ";
                    case TO -> " ← ";
                    case BOTH -> " ↔ ";
                    case UNKNOWN -> " – ";
                };
        return name(conduit.from()) + arrow + name(conduit.to());
    }

    private String name(String id) {
        return drawing.zones().stream()
                .filter(zone -> zone.id().equals(id))
                .map(ZoneBox::name)
                .findFirst()
                .orElse(id);
    }

    private List<String> noteLines() {
        List<String> lines = new ArrayList<>();
        for (String note : drawing.notes()) {
            lines.addAll(FontWidths.wrap(note, Face.SMALL.size(), panel.width() - 2 * PADDING));
        }
        return lines.subList(0, Math.min(lines.size(), MOST_NOTES * 2));
    }

    private void notes() {
        int y = panel.bottom() - titleHeight() - legendHeight() - notesHeight();
        for (String line : noteLines()) {
            y += NOTE_ROW;
            canvas.text(
                    panel.x() + PADDING, y, Face.SMALL.in(Ink.DARK), Anchor.START, line, panel.width() - 2 * PADDING);
        }
    }

    private void legend() {
        int top = panel.bottom() - titleHeight() - legendHeight();
        canvas.line(panel.x(), top, panel.right(), top, Ink.LINE, "1");
        heading("drawing.legend", top + 20);
        int x = panel.x() + PADDING;
        int y = top + HEAD;
        for (State state : State.values()) {
            Ink.Pen pen = Ink.pen(state);
            canvas.path(
                    "M" + x + " " + (y + 6) + "h34",
                    "stroke",
                    pen.colour(),
                    "stroke-width",
                    pen.width(),
                    "stroke-dasharray",
                    pen.dash().isEmpty() ? "none" : pen.dash());
            legendText(x + 42, y, state.key(), 170);
            y += LEGEND_ROW;
        }
        canvas.path("M" + x + " " + (y + 6) + "h24", "stroke", Ink.DARK, "stroke-width", "1.6");
        canvas.path("M" + (x + 34) + " " + (y + 6) + "l-10 -4.5v9z", "fill", Ink.DARK);
        legendText(x + 42, y, "drawing.legend.arrow", 170);
        y += LEGEND_ROW;
        canvas.path(
                "M" + x + " " + (y + 6) + "h34",
                "stroke",
                Ink.DARK,
                "stroke-width",
                "1.4",
                "stroke-dasharray",
                "12 4 2 4");
        legendText(x + 42, y, "drawing.legend.perimeter", 170);
        legendSymbols(panel.x() + 236, top + HEAD);
    }

    private void legendSymbols(int x, int top) {
        int y = top;
        for (Enforcement mark : marks) {
            canvas.symbol(Symbols.id(mark), x, y - 1, 13);
            legendText(x + 21, y, mark.key(), 130);
            y += LEGEND_ROW;
        }
        for (AssetKind kind : kinds) {
            canvas.symbol(Symbols.id(kind), x, y, 12);
            legendText(x + 21, y, kind.key(), 130);
            y += LEGEND_ROW;
        }
        canvas.symbol(Symbols.WARNING, x, y, 12);
        legendText(x + 21, y, "drawing.legend.warning", 130);
    }

    private void legendText(int x, int y, String key, int room) {
        canvas.text(x, y + 10, Face.SMALL.in(Ink.DARK), Anchor.START, texts.say(key), room);
    }

    private List<String> sourceLines() {
        List<String> sources = drawing.block().sources();
        if (sources.isEmpty()) {
            return List.of(texts.say("drawing.block.no-sources"));
        }
        if (sources.size() <= MOST_SOURCES) {
            return sources;
        }
        List<String> lines = new ArrayList<>(sources.subList(0, MOST_SOURCES - 1));
        lines.add(texts.say("drawing.block.more-sources", sources.size() - MOST_SOURCES + 1));
        return lines;
    }

    private void titleBlock(SheetSize size) {
        TitleBlock block = drawing.block();
        int y = panel.bottom() - titleHeight();
        Rect whole = new Rect(panel.x(), y, panel.width(), titleHeight());
        canvas.rect(whole, "none", Ink.DARK, "stroke-width", "1.4");
        field(
                new Rect(whole.x(), y, whole.width(), 58),
                "drawing.block.site",
                block.site(),
                new Face(19, true, Ink.BLACK));
        y += 58;
        field(new Rect(whole.x(), y, whole.width(), 52), "drawing.block.title", "", Face.NAME);
        canvas.text(whole.x() + 8, y + 28, Face.NAME, Anchor.START, block.title(), whole.width() - 14);
        canvas.text(whole.x() + 8, y + 44, Face.BODY, Anchor.START, block.subtitle(), whole.width() - 14);
        y += 52;
        int third = whole.width() / 3;
        field(new Rect(whole.x(), y, third, 38), "drawing.block.date", block.dateText(), Face.STRONG);
        field(
                new Rect(whole.x() + third, y, third, 38),
                "drawing.block.revision",
                known(block.revision()),
                Face.STRONG);
        field(
                new Rect(whole.x() + 2 * third, y, whole.width() - 2 * third, 38),
                "drawing.block.sheet",
                size.name() + " · 1/1",
                Face.STRONG);
        y += 38;
        field(
                new Rect(whole.x(), y, whole.width() / 2, 38),
                "drawing.block.classification",
                known(block.classification()),
                Face.STRONG.in(block.classification().isBlank() ? Ink.GREY : Ink.RED));
        field(
                new Rect(whole.x() + whole.width() / 2, y, whole.width() - whole.width() / 2, 38),
                "drawing.block.product",
                block.product(),
                Face.STRONG);
        y += 38;
        canvas.text(panel.x() + 8, y + 12, Face.TINY, Anchor.START, texts.say("drawing.block.sources"), panel.width());
        y += 20;
        for (String source : sourceLines()) {
            y += 13;
            canvas.text(panel.x() + 8, y - 3, Face.SMALL.in(Ink.DARK), Anchor.START, source, panel.width() - 16);
        }
    }

    private String known(String value) {
        return value.isBlank() ? texts.say("drawing.block.not-given") : value;
    }

    private void field(Rect cell, String key, String value, Face face) {
        canvas.rect(cell, "none", Ink.LINE, "stroke-width", "0.8");
        canvas.text(cell.x() + 8, cell.y() + 12, Face.TINY, Anchor.START, texts.say(key), cell.width() - 12);
        int base = cell.bottom() - Math.max(8, (cell.height() - 16 - (int) face.size()) / 2);
        canvas.text(cell.x() + 8, base, face, Anchor.START, value, cell.width() - 14);
    }
}
