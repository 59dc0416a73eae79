package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zonewright.report.markup.MarkupWriter;
import org.zonewright.report.markup.Printable;

/// The sheet while it is drawn: shapes, and text that is shortened to its room. Mutable; one thread.
///
/// Remembers the room every text takes, so that a test can prove that none covers another.
public final class Canvas {
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// How text is set; `size` in pixels.
    public record Face(double size, boolean bold, String colour) {
        public static final Face TITLE = new Face(21, true, Ink.BLACK);
        public static final Face NAME = new Face(13, true, Ink.BLACK);
        public static final Face STRONG = new Face(10.5, true, Ink.BLACK);
        public static final Face BODY = new Face(10.5, false, Ink.DARK);
        public static final Face SMALL = new Face(9.5, false, Ink.GREY);
        public static final Face TINY = new Face(8, false, Ink.GREY);

        public Face in(String newColour) {
            return new Face(size, bold, newColour);
        }
    }

    /// The room of one text, in the coordinates of its layer.
    public record TextRoom(String layer, String text, Rect room) {}

    private final MarkupWriter out;
    private final List<TextRoom> texts = new ArrayList<>();
    private String layer = "sheet";

    public Canvas(MarkupWriter out) {
        this.out = out;
    }

    public List<TextRoom> texts() {
        return texts;
    }

    public void open(String element, String... attributes) {
        out.open(element, attributes);
    }

    public void close() {
        out.close();
    }

    /// Opens a group with its own coordinates.
    public void openLayer(String name, String transform) {
        layer = name;
        out.open("g", "transform", transform).line();
    }

    public void closeLayer() {
        layer = "sheet";
        out.close().line();
    }

    /// What a reader sees when pointing at the group around it.
    public void tooltip(String text) {
        if (!text.isBlank()) {
            out.element("title", text);
        }
    }

    public void rect(Rect rect, String fill, String stroke, String... more) {
        String[] fixed = {
            "x", number(rect.x()),
            "y", number(rect.y()),
            "width", number(rect.width()),
            "height", number(rect.height()),
            "fill", fill,
            "stroke", stroke
        };
        out.empty("rect", joined(fixed, more)).line();
    }

    public void line(int x1, int y1, int x2, int y2, String colour, String width) {
        out.empty(
                        "path",
                        "d",
                        "M" + x1 + " " + y1 + "L" + x2 + " " + y2,
                        "stroke",
                        colour,
                        "stroke-width",
                        width,
                        "fill",
                        "none")
                .line();
    }

    public void path(String data, String... attributes) {
        out.empty("path", joined(new String[] {"d", data}, attributes)).line();
    }

    public void symbol(String id, int x, int y, int edge) {
        out.empty(
                        "use",
                        "href",
                        "#" + id,
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(edge),
                        "height",
                        number(edge))
                .line();
    }

    /// Writes text on a base line, shortened to at most `room` pixels; the full text is then its tooltip.
    public void text(int x, int y, Face face, Anchor anchor, String text, int room) {
        String printable = Printable.of(text).strip();
        String shown = FontWidths.shorten(printable, face.size(), face.bold(), room);
        if (shown.isEmpty()) {
            return;
        }
        int width = (int) Math.ceil(FontWidths.width(shown, face.size(), face.bold()));
        int left =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        int ascent = (int) Math.ceil(face.size() * 0.78);
        int descent = (int) Math.ceil(face.size() * 0.22);
        texts.add(new TextRoom(layer, shown, new Rect(left, y - ascent, width, ascent + descent)));
        write(number(x), number(y), face, anchor, shown, printable);
    }

    /// Writes text that runs upwards from (x, y).
    public void upwards(int x, int y, Face face, String text, int room) {
        String printable = Printable.of(text).strip();
        String shown = FontWidths.shorten(printable, face.size(), face.bold(), room);
        int width = (int) Math.ceil(FontWidths.width(shown, face.size(), face.bold()));
        int ascent = (int) Math.ceil(face.size() * 0.78);
        texts.add(new TextRoom(layer, shown, new Rect(x - ascent, y - width, ascent + 3, width)));
        out.open("g", "transform", "translate(" + x + " " + y + ") rotate(-90)");
        write("0", "0", face, Anchor.START, shown, printable);
        out.close();
    }

    private void write(String x, String y, Face face, Anchor anchor, String shown, String full) {
        List<String> attributes =
                new ArrayList<>(List.of("x", x, "y", y, "font-size", number(face.size()), "fill", face.colour()));
        if (face.bold()) {
            attributes.addAll(List.of("font-weight", "700"));
        }
        switch (anchor) {
            case START -> {}
            case MIDDLE -> attributes.addAll(List.of("text-anchor", "middle"));
            case END -> attributes.addAll(List.of("text-anchor", "end"));
        }
        out.open("text", attributes.toArray(String[]::new));
        if (!shown.equals(full)) {
            out.element("title", full);
        }
        out.text(shown).close().line();
    }

    private static String[] joined(String[] fixed, String... more) {
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return all;
    }

    /// A number as short as it can be written.
    public static String number(double value) {
        double rounded = Math.rint(value * 1000) / 1000;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
