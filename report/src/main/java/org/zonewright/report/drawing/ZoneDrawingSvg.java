package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas.Anchor;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.ZoneLayout.BandSpace;
import org.zonewright.report.drawing.ZoneLayout.Corner;
import org.zonewright.report.markup.MarkupWriter;

/// Draws the zone-and-conduit drawing as one self-contained SVG: no script, no style sheet, no font or picture from
/// elsewhere, so that a strict content policy lets it stand in a page. The same input gives the same bytes.
///
/// The sheet is A3 landscape; more zones or conduits than that can carry legibly get a larger one of the same shape.
public final class ZoneDrawingSvg {
    /// A tool's own font first; all of them are about as wide as [FontWidths] says.
    private static final String FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, 'Nimbus Sans', sans-serif";

    private static final int[] ROW_WIDTHS = {800, 1050, 1300, 1600, 2000, 2600, 3600};
    private static final int[] LOOSENESS = {110, 80, 50, 25};
    private static final int BAND_COLUMN = 128;
    private static final int PERIMETER_COLUMN = 34;
    private static final int RIGHT_MARGIN = 34;
    private static final double LEGIBLE = 0.72;
    private static final double LARGEST = 1.8;

    private final ZoneDrawing drawing;
    private final Texts texts;
    private final Canvas canvas;

    private record Fit(SheetSize sheet, ZoneLayout layout, double scale) {}

    private ZoneDrawingSvg(ZoneDrawing drawing, Texts texts, Canvas canvas) {
        this.drawing = drawing;
        this.texts = texts;
        this.canvas = canvas;
    }

    /// The drawing as a stand-alone file.
    public static String file(ZoneDrawing drawing, Texts texts) {
        return new MarkupWriter()
                .xmlDocument()
                .include(inline(drawing, texts))
                .line()
                .finished();
    }

    /// The drawing as an element of a page; its symbols' ids begin with `zw-`.
    public static MarkupWriter inline(ZoneDrawing drawing, Texts texts) {
        MarkupWriter out = new MarkupWriter();
        paint(drawing, texts, new Canvas(out));
        return out;
    }

    /// Draws on a canvas that a test can ask, and returns the layout.
    static ZoneLayout paint(ZoneDrawing drawing, Texts texts, Canvas canvas) {
        return new ZoneDrawingSvg(drawing, texts, canvas).paint();
    }

    private ZoneLayout paint() {
        Fit fit = fit();
        SheetSize sheet = fit.sheet();
        canvas.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + sheet.width() + " " + sheet.height(),
                "width",
                sheet.widthMillimetres + "mm",
                "height",
                sheet.heightMillimetres + "mm",
                "font-family",
                FONTS,
                "role",
                "img");
        canvas.tooltip(drawing.block().title() + " · " + drawing.block().site());
        Symbols.define(canvas);
        canvas.rect(new Rect(0, 0, sheet.width(), sheet.height()), Ink.PAPER, "none");
        frame(sheet);
        heading(sheet);
        content(fit);
        new PanelPainter(canvas, texts, drawing, sheet.panel()).paint(sheet);
        canvas.close();
        return fit.layout();
    }

    /// Boxes that show names whole come first; narrower ones only where those cannot be drawn large enough.
    private static final List<Shape> SHAPES = List.of(
            new Shape(0, 4.2, 190, 0),
            new Shape(0, 1.8, 190, 0),
            new Shape(0, 3, 112, 0),
            new Shape(0, 1.4, 112, 0),
            new Shape(0, 0.7, 112, 0));

    private static final double COMFORTABLE = 0.84;

    /// A shape that zones fall into rows by, laid out when somebody asks.
    private static final class Candidate {
        private final Shape shape;
        private final Rows rows;
        private @Nullable ZoneLayout layout;

        private Candidate(Shape shape, Rows rows) {
            this.shape = shape;
            this.rows = rows;
        }

        private Shape shape() {
            return shape;
        }

        private ZoneLayout layout() {
            ZoneLayout made = layout == null ? ZoneLayout.of(rows, 0) : layout;
            layout = made;
            return made;
        }
    }

    /// The smallest sheet on which everything can be read, with the shape that fills it best.
    private Fit fit() {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> partitions = new HashSet<>();
        for (Shape shape : SHAPES) {
            for (int rowWidth : ROW_WIDTHS) {
                Shape wrapped = shape.wrappedAt(rowWidth);
                Rows rows = new Rows(drawing, wrapped);
                if (partitions.add(rows.partition())) {
                    candidates.add(new Candidate(wrapped, rows));
                }
            }
        }
        List<SheetSize> sheets = List.of(SheetSize.values());
        Fit fit = fitOn(sheets.getFirst(), candidates);
        for (SheetSize larger : sheets.subList(1, sheets.size())) {
            boolean listed =
                    new PanelPainter(canvas, texts, drawing, fit.sheet().panel()).fits();
            if (fit.scale() >= LEGIBLE && listed) {
                break;
            }
            fit = fitOn(larger, candidates);
        }
        return fit;
    }

    private Fit fitOn(SheetSize sheet, List<Candidate> candidates) {
        Rect area = sheet.drawing();
        Candidate best = candidates.getFirst();
        double bestScale = 0;
        for (Candidate candidate : candidates) {
            boolean needed = bestScale < COMFORTABLE
                    || candidate.shape().widestCell() == best.shape().widestCell();
            double scale = needed ? scale(area, candidate.layout()) : 0;
            if (scale > bestScale * 1.03) {
                bestScale = scale;
                best = candidate;
            }
        }
        int height = (int) (area.height() / bestScale);
        for (int looseness : LOOSENESS) {
            ZoneLayout looser = ZoneLayout.of(drawing, best.shape().looser(looseness), height);
            if (scale(area, looser) >= bestScale * 0.99) {
                return new Fit(sheet, looser, Math.min(bestScale, scale(area, looser)));
            }
        }
        ZoneLayout layout = ZoneLayout.of(drawing, best.shape(), height);
        return new Fit(sheet, layout, Math.min(bestScale, scale(area, layout)));
    }

    private static double scale(Rect area, ZoneLayout layout) {
        double across = area.width() / (double) (layout.width() + BAND_COLUMN + PERIMETER_COLUMN + RIGHT_MARGIN);
        double down = area.height() / (double) layout.height();
        return Math.min(LARGEST, Math.min(across, down));
    }

    private void frame(SheetSize sheet) {
        Rect frame = sheet.frame();
        canvas.rect(frame.grownBy(16), "none", Ink.LINE, "stroke-width", "0.8");
        canvas.rect(frame, "none", Ink.DARK, "stroke-width", "1.6");
        int columns = Math.max(8, sheet.width() / 210);
        for (int i = 0; i < columns; i++) {
            int left = frame.x() + frame.width() * i / columns;
            int middle = left + frame.width() / columns / 2;
            for (int y : new int[] {frame.y() - 16, frame.bottom()}) {
                canvas.line(left, y, left, y + 16, Ink.LINE, "0.8");
                canvas.text(middle, y + 11, Face.TINY, Anchor.MIDDLE, String.valueOf(i + 1), 20);
            }
        }
        int rows = Math.max(6, sheet.height() / 200);
        for (int i = 0; i < rows; i++) {
            int top = frame.y() + frame.height() * i / rows;
            int middle = top + frame.height() / rows / 2;
            for (int x : new int[] {frame.x() - 16, frame.right()}) {
                canvas.line(x, top, x + 16, top, Ink.LINE, "0.8");
                canvas.text(x + 8, middle, Face.TINY, Anchor.MIDDLE, String.valueOf((char) ('A' + i)), 20);
            }
        }
    }

    private void heading(SheetSize sheet) {
        Rect heading = sheet.heading();
        TitleBlock block = drawing.block();
        String classification = block.classification().toUpperCase(Locale.ROOT);
        Face stamp = new Face(12, true, Ink.RED);
        int stampRoom = classification.isBlank()
                ? 0
                : (int) Math.ceil(FontWidths.width(classification, stamp.size(), true)) + 24;
        stampRoom = Math.min(stampRoom, heading.width() / 3);
        canvas.text(
                heading.x(),
                heading.y() + 34,
                Face.TITLE,
                Anchor.START,
                block.site(),
                heading.width() - stampRoom - 20);
        String below = block.subtitle().isBlank() ? block.title() : block.title() + " · " + block.subtitle();
        canvas.text(
                heading.x(),
                heading.y() + 53,
                new Face(12, false, Ink.DARK),
                Anchor.START,
                below,
                heading.width() - stampRoom - 20);
        if (stampRoom > 0) {
            Rect box = new Rect(heading.right() - stampRoom, heading.y() + 18, stampRoom, 26);
            canvas.rect(box, "none", Ink.RED, "stroke-width", "1.4");
            canvas.text(box.x() + stampRoom / 2, box.y() + 17, stamp, Anchor.MIDDLE, classification, stampRoom - 12);
        }
    }

    private void content(Fit fit) {
        Rect area = fit.sheet().drawing();
        ZoneLayout layout = fit.layout();
        double scale = fit.scale();
        int width = (int) (area.width() / scale);
        int free = width - layout.width() - BAND_COLUMN - PERIMETER_COLUMN - RIGHT_MARGIN;
        int zonesAt = BAND_COLUMN + PERIMETER_COLUMN + Math.max(0, free / 2);
        int down = (int) Math.max(0, (area.height() / scale - layout.height()) / 2);
        canvas.openLayer(
                "drawing",
                "translate(" + area.x() + " " + area.y() + ") scale(" + Canvas.number(scale) + ") translate(" + zonesAt
                        + " " + down + ")");
        for (BandSpace band : layout.bands()) {
            band(band, -zonesAt, width);
        }
        for (List<Corner> perimeter : layout.perimeters()) {
            perimeter(perimeter);
        }
        ZonePainter zones = new ZonePainter(canvas, texts);
        layout.zones().forEach(zones::paint);
        new ConduitPainter(canvas).paint(layout);
        canvas.closeLayer();
    }

    private void band(BandSpace band, int x, int width) {
        Rect plate = new Rect(x, band.top() - 14, width, band.bottom() - band.top() + 28);
        canvas.rect(plate, Ink.PLATE, "none");
        canvas.line(x, plate.y(), x, plate.bottom(), Ink.LINE, "4");
        canvas.text(
                x + 12,
                plate.y() + 24,
                Face.NAME.in(Ink.DARK),
                Anchor.START,
                texts.say(band.band().key()),
                BAND_COLUMN - 14);
        canvas.text(
                x + 12,
                plate.y() + 40,
                Face.SMALL,
                Anchor.START,
                texts.say(band.band().key() + ".level"),
                BAND_COLUMN - 14);
    }

    private static boolean fits(String text, int room) {
        return FontWidths.width(text, Face.STRONG.size(), true) <= room;
    }

    private void perimeter(List<Corner> corners) {
        StringBuilder data = new StringBuilder();
        for (Corner corner : corners) {
            data.append(data.isEmpty() ? "M" : "L")
                    .append(corner.x())
                    .append(' ')
                    .append(corner.y());
        }
        canvas.path(
                data.append('z').toString(),
                "fill",
                "none",
                "stroke",
                Ink.DARK,
                "stroke-width",
                "1.4",
                "stroke-dasharray",
                "12 4 2 4");
        Corner foot = corners.getLast();
        int room = foot.y() - corners.getFirst().y() - 16;
        String full = texts.say("drawing.perimeter", drawing.suc());
        canvas.upwards(
                foot.x() - 5,
                foot.y() - 8,
                Face.STRONG.in(Ink.DARK),
                fits(full, room) ? full : texts.say("drawing.perimeter.short", drawing.suc()),
                room);
    }
}
