package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.ZoneLayout.Corner;
import org.zonewright.report.drawing.ZoneLayout.Path;

/// Finds room for what a conduit carries beside its own line: above a horizontal part, else right of a vertical one,
/// and
/// never on anything else. Where there is none, the schedule beside the drawing says it. Mutable while it remembers
/// the room it has given away.
final class LineLabels {
    private static final int HEIGHT = 13;
    private static final int MARGIN = 8;
    private static final int STEP = 8;
    private static final int MOST = 210;
    private static final int LEAST = 80;

    /// Where a label starts, its base line and the width it may take.
    record Label(int x, int baseline, int room) {}

    private final List<Rect> taken = new ArrayList<>();
    private final int width;

    LineLabels(ZoneLayout layout) {
        width = layout.width();
        layout.zones().forEach(zone -> taken.add(zone.place()));
        for (Path path : layout.paths()) {
            taken.add(ConduitPainter.tagAt(path, path.corners()).grownBy(2));
            taken.add(ConduitPainter.tagAt(path, path.corners().reversed()).grownBy(2));
            lines(path.corners());
        }
        layout.perimeters().forEach(this::lines);
    }

    private void lines(List<Corner> corners) {
        for (int i = 1; i < corners.size(); i++) {
            taken.add(segment(corners.get(i - 1), corners.get(i)).grownBy(1));
        }
    }

    private static Rect segment(Corner one, Corner two) {
        int x = Math.min(one.x(), two.x());
        int y = Math.min(one.y(), two.y());
        return new Rect(x, y, Math.abs(one.x() - two.x()), Math.abs(one.y() - two.y()));
    }

    Optional<Label> find(Path path, String text) {
        int full = (int) Math.ceil(FontWidths.width(text, Face.SMALL.size(), false)) + 1;
        List<Rect> horizontal = new ArrayList<>();
        List<Rect> vertical = new ArrayList<>();
        for (int i = 1; i < path.corners().size(); i++) {
            Rect segment = segment(path.corners().get(i - 1), path.corners().get(i));
            (segment.height() == 0 ? horizontal : vertical).add(segment);
        }
        horizontal.sort(Comparator.comparingInt(Rect::width).reversed());
        vertical.sort(Comparator.comparingInt(Rect::height).reversed());
        int[] widths = {Math.min(full, MOST), Math.clamp(full * 2L / 3, Math.min(full, LEAST), MOST)};
        for (int wanted : widths) {
            Optional<Rect> room = horizontal.stream()
                    .map(line -> above(line, wanted))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> vertical.stream()
                            .map(line -> beside(line, wanted))
                            .flatMap(Optional::stream)
                            .findFirst());
            if (room.isPresent()) {
                Rect label = room.get();
                taken.add(label);
                return Optional.of(new Label(label.x() + 2, label.bottom() - 4, wanted));
            }
        }
        return Optional.empty();
    }

    private Optional<Rect> above(Rect line, int width) {
        int spare = line.width() - 2 * MARGIN - width - 4;
        if (spare < 0) {
            return Optional.empty();
        }
        int middle = line.x() + MARGIN + spare / 2;
        for (int away = 0; away <= spare / 2; away += STEP) {
            for (int x : new int[] {middle - away, middle + away}) {
                Rect room = new Rect(x, line.y() - HEIGHT - 2, width + 4, HEIGHT);
                if (isFree(room)) {
                    return Optional.of(room);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Rect> beside(Rect line, int width) {
        int middle = line.y() + line.height() / 2 - HEIGHT / 2;
        for (int away = 0; away <= line.height() / 2 - HEIGHT; away += STEP) {
            for (int y : new int[] {middle - away, middle + away}) {
                for (int x : new int[] {line.x() + 4, line.x() - width - 8}) {
                    Rect room = new Rect(x, y, width + 4, HEIGHT);
                    if (isFree(room)) {
                        return Optional.of(room);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Rect room) {
        return room.x() >= 0 && room.right() <= width && taken.stream().noneMatch(room::overlaps);
    }
}
