package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.report.drawing.Canvas.Anchor;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.ConduitLine.Enforcement;
import org.zonewright.report.drawing.ConduitLine.Initiator;
import org.zonewright.report.drawing.ZoneLayout.Corner;
import org.zonewright.report.drawing.ZoneLayout.Path;

/// Draws conduits: the line in the pen of its state, arrow heads at the sides that answer, a tag with number and
/// enforcement mark at both ends, and what it carries where the line leaves room for it.
final class ConduitPainter {
    private static final int TAG_AT = 21;
    private static final int TAG_HEIGHT = 17;
    private static final int RADIUS = 6;

    private final Canvas canvas;

    ConduitPainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(ZoneLayout layout) {
        for (Path path : layout.paths()) {
            line(path);
        }
        for (Path path : layout.paths()) {
            Initiator initiator = path.route().conduit.initiator();
            if (initiator == Initiator.FROM || initiator == Initiator.BOTH) {
                arrow(path, path.corners().reversed());
            }
            if (initiator == Initiator.TO || initiator == Initiator.BOTH) {
                arrow(path, path.corners());
            }
            tag(path, path.corners());
            tag(path, path.corners().reversed());
        }
        LineLabels labels = new LineLabels(layout);
        for (Path path : layout.paths()) {
            ConduitLine conduit = path.route().conduit;
            labels.find(path, conduit.traffic())
                    .ifPresent(label -> canvas.text(
                            label.x(),
                            label.baseline(),
                            Face.SMALL.in(Ink.pen(conduit.state()).colour()),
                            Anchor.START,
                            conduit.traffic(),
                            label.room()));
        }
    }

    private void line(Path path) {
        Ink.Pen pen = Ink.pen(path.route().conduit.state());
        canvas.open("g");
        canvas.tooltip(path.route().number + "  " + path.route().conduit.name() + "  "
                + path.route().conduit.traffic() + "  "
                + path.route().conduit.reason());
        List<String> attributes =
                new ArrayList<>(List.of("fill", "none", "stroke", pen.colour(), "stroke-width", pen.width()));
        if (!pen.dash().isEmpty()) {
            attributes.addAll(List.of("stroke-dasharray", pen.dash()));
        }
        canvas.path(rounded(path.corners()), attributes.toArray(String[]::new));
        canvas.close();
    }

    /// The path with rounded corners.
    private static String rounded(List<Corner> corners) {
        StringBuilder data = new StringBuilder();
        data.append('M')
                .append(corners.getFirst().x())
                .append(' ')
                .append(corners.getFirst().y());
        for (int i = 1; i < corners.size(); i++) {
            Corner corner = corners.get(i);
            if (i == corners.size() - 1) {
                data.append('L').append(corner.x()).append(' ').append(corner.y());
                break;
            }
            Corner before = corners.get(i - 1);
            Corner after = corners.get(i + 1);
            int radius = Math.min(RADIUS, Math.min(length(before, corner), length(corner, after)) / 2);
            Corner in = towards(corner, before, radius);
            Corner out = towards(corner, after, radius);
            data.append('L').append(in.x()).append(' ').append(in.y());
            data.append('Q').append(corner.x()).append(' ').append(corner.y());
            data.append(' ').append(out.x()).append(' ').append(out.y());
        }
        return data.toString();
    }

    private static int length(Corner one, Corner two) {
        return Math.abs(one.x() - two.x()) + Math.abs(one.y() - two.y());
    }

    private static Corner towards(Corner from, Corner to, int distance) {
        return new Corner(
                from.x() + Integer.signum(to.x() - from.x()) * distance,
                from.y() + Integer.signum(to.y() - from.y()) * distance);
    }

    private void arrow(Path path, List<Corner> fromTip) {
        Corner tip = fromTip.getFirst();
        int away = Integer.signum(fromTip.get(1).y() - tip.y()) * 10;
        canvas.path(
                "M" + tip.x() + " " + tip.y() + "l-4.5 " + away + "h9z",
                "fill",
                Ink.pen(path.route().conduit.state()).colour());
    }

    private void tag(Path path, List<Corner> fromEnd) {
        ConduitLine conduit = path.route().conduit;
        Rect tag = tagAt(path, fromEnd);
        canvas.open("g");
        canvas.tooltip(conduit.name());
        canvas.rect(tag, Ink.PAPER, Ink.pen(conduit.state()).colour(), "rx", "8", "stroke-width", "1.2");
        boolean marked = conduit.enforcement() != Enforcement.NONE;
        int x = tag.x() + tag.width() / 2 + (marked ? 8 : 0);
        canvas.text(
                x,
                tag.y() + 12,
                Face.STRONG.in(Ink.BLACK),
                Anchor.MIDDLE,
                String.valueOf(path.route().number),
                tag.width());
        if (marked) {
            canvas.symbol(Symbols.id(conduit.enforcement()), tag.x() + 4, tag.y() + 2, 13);
        }
        canvas.close();
    }

    /// The room of the tag at the end of a path whose corners start there.
    static Rect tagAt(Path path, List<Corner> fromEnd) {
        Corner end = fromEnd.getFirst();
        int direction = Integer.signum(fromEnd.get(1).y() - end.y());
        int width = path.route().conduit.enforcement() == Enforcement.NONE ? 26 : 38;
        return new Rect(end.x() - width / 2, end.y() + direction * TAG_AT - TAG_HEIGHT / 2, width, TAG_HEIGHT);
    }
}
