package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.report.drawing.Route.Link;

/// Where everything of a drawing stands, in whole pixels; the zones' left edge is x = 0, the top y = 0.
///
/// `zones` are the outermost zones, `bands` the space of each band, `perimeters` the corners of the lines around
/// zones of the SUC (more than one if zones outside lie between them).
record ZoneLayout(
        int width,
        int height,
        List<ZonePlan> zones,
        List<Path> paths,
        List<BandSpace> bands,
        List<List<Corner>> perimeters) {
    /// Room beside a zone's border for arrow heads and tags.
    static final int STUB = 31;

    static final int TRACK = 17;
    private static final int PERIMETER = 11;
    private static final int LEAST_CHANNEL = 30;
    private static final int MOST_EXTRA = 70;

    record Corner(int x, int y) {}

    /// A conduit's corners from its start to its end.
    record Path(Route route, List<Corner> corners) {
        Path {
            corners = List.copyOf(corners);
        }
    }

    record BandSpace(PurdueBand band, int top, int bottom) {}

    /// The layout of one shape; channels are widened to fill `wantedHeight` as far as is pleasant.
    static ZoneLayout of(ZoneDrawing drawing, Shape shape, int wantedHeight) {
        return of(new Rows(drawing, shape), wantedHeight);
    }

    /// The layout of rows that have not been arranged yet.
    static ZoneLayout of(Rows rows, int wantedHeight) {
        rows.arrange();
        Ports.place(rows.routes);
        return new Builder(rows).build(wantedHeight);
    }

    private static final class Builder {
        private final Rows rows;
        private final int count;
        private final int[] rowTops;
        private final int[] rowHeights;
        private final int[] channelTops;
        private final int[] channelHeights;
        private int left = Integer.MAX_VALUE;
        private int right = Integer.MIN_VALUE;

        Builder(Rows rows) {
            this.rows = rows;
            count = rows.rows.size();
            rowTops = new int[count];
            rowHeights = new int[count];
            channelTops = new int[count + 1];
            channelHeights = new int[count + 1];
        }

        ZoneLayout build(int wantedHeight) {
            List<List<Link>> channels = new ArrayList<>();
            for (int i = 0; i <= count; i++) {
                channels.add(new ArrayList<>());
            }
            rows.routes.forEach(route ->
                    route.links.forEach(link -> channels.get(link.channel).add(link)));
            for (int i = 0; i <= count; i++) {
                channelHeights[i] = channelHeight(channels.get(i), i);
            }
            for (int i = 0; i < count; i++) {
                rowHeights[i] = rows.rows.get(i).stream()
                        .mapToInt(node -> node.zone.map(ZonePlan::height).orElse(0))
                        .max()
                        .orElse(0);
            }
            int bottom = stack();
            int extra = count < 2 ? 0 : Math.clamp((wantedHeight - bottom) / (count - 1), 0, MOST_EXTRA);
            for (int i = 1; i < count; i++) {
                channelHeights[i] += extra;
            }
            bottom = stack();
            placeZones();
            List<Path> paths = rows.routes.stream().map(this::path).toList();
            for (Path path : paths) {
                for (Corner corner : path.corners()) {
                    left = Math.min(left, corner.x() - 8);
                    right = Math.max(right, corner.x() + 8);
                }
            }
            return shifted(bottom, paths);
        }

        private int channelHeight(List<Link> links, int channel) {
            boolean outside = channel == 0 || channel == count;
            int line = !outside && isAllSuc(channel - 1) && isAllSuc(channel) ? 0 : PERIMETER;
            if (links.isEmpty()) {
                return outside ? LEAST_CHANNEL : LEAST_CHANNEL + 2 * line;
            }
            int tracks = Tracks.assign(links);
            return 2 * (STUB + line) + Math.max(1, tracks) * TRACK;
        }

        private int stack() {
            int y = 0;
            for (int i = 0; i <= count; i++) {
                channelTops[i] = y;
                y += channelHeights[i];
                if (i < count) {
                    rowTops[i] = y;
                    y += rowHeights[i];
                }
            }
            return y;
        }

        private void placeZones() {
            for (int i = 0; i < count; i++) {
                for (Node node : rows.rows.get(i)) {
                    int top = rowTops[i];
                    int height = rowHeights[i];
                    node.zone.ifPresent(zone -> {
                        zone.placeAt(zone.place().x(), top, height);
                        left = Math.min(left, zone.place().x());
                        right = Math.max(right, zone.place().right());
                    });
                }
            }
        }

        private Path path(Route route) {
            List<Corner> corners = new ArrayList<>();
            for (Link link : route.links) {
                int from = (int) link.start.x;
                int to = (int) link.end.x;
                corners.add(new Corner(from, border(link.start)));
                if (!link.isStraight()) {
                    int y = trackY(link);
                    corners.add(new Corner(from, y));
                    corners.add(new Corner(to, y));
                }
                corners.add(new Corner(to, border(link.end)));
            }
            return new Path(route, corners);
        }

        private int trackY(Link link) {
            int tracks = 1
                    + rows.routes.stream()
                            .flatMap(route -> route.links.stream())
                            .filter(other -> other.channel == link.channel)
                            .mapToInt(other -> other.track)
                            .max()
                            .orElse(0);
            int spare = channelHeights[link.channel] - Math.max(1, tracks) * TRACK;
            return channelTops[link.channel] + spare / 2 + link.track * TRACK + TRACK / 2;
        }

        private int border(Port port) {
            Rect zone = port.zone
                    .map(ZonePlan::place)
                    .orElse(new Rect(0, rowTops[port.node.row], 0, rowHeights[port.node.row]));
            return port.below ? zone.bottom() : zone.y();
        }

        private ZoneLayout shifted(int bottom, List<Path> paths) {
            int shift = -left;
            List<ZonePlan> zones = new ArrayList<>();
            for (List<Node> row : rows.rows) {
                row.forEach(node -> node.zone.ifPresent(zones::add));
            }
            List<List<Corner>> perimeters = perimeters();
            zones.forEach(zone -> zone.placeAt(
                    zone.place().x() + shift, zone.place().y(), zone.place().height()));
            List<Path> moved = paths.stream()
                    .map(path -> new Path(path.route(), moved(path.corners(), shift)))
                    .toList();
            List<List<Corner>> around =
                    perimeters.stream().map(line -> moved(line, shift)).toList();
            return new ZoneLayout(right - left, bottom, zones, moved, bands(), around);
        }

        private static List<Corner> moved(List<Corner> corners, int shift) {
            return corners.stream()
                    .map(corner -> new Corner(corner.x() + shift, corner.y()))
                    .toList();
        }

        private List<BandSpace> bands() {
            List<BandSpace> spaces = new ArrayList<>();
            int first = 0;
            for (int i = 1; i <= count; i++) {
                if (i == count || rows.bands.get(i) != rows.bands.get(first)) {
                    int bottom = rowTops[i - 1] + rowHeights[i - 1];
                    spaces.add(new BandSpace(rows.bands.get(first), rowTops[first], bottom));
                    first = i;
                }
            }
            return spaces;
        }

        private List<List<Corner>> perimeters() {
            List<List<Corner>> lines = new ArrayList<>();
            int first = 0;
            while (first < count) {
                if (!holdsSuc(first)) {
                    first++;
                    continue;
                }
                int last = first;
                while (last + 1 < count && holdsSuc(last + 1)) {
                    last++;
                }
                lines.add(perimeter(first, last));
                first = last + 1;
            }
            return lines;
        }

        private boolean isAllSuc(int row) {
            return rows.rows.get(row).stream().allMatch(node -> !node.isZone() || node.inSuc);
        }

        private boolean holdsSuc(int row) {
            return rows.rows.get(row).stream().anyMatch(node -> node.isZone() && node.inSuc);
        }

        /// Down the right side with a step wherever a row has zones outside, back up the straight left side.
        private List<Corner> perimeter(int first, int last) {
            List<Corner> corners = new ArrayList<>();
            int y = rowTops[first] - STUB - PERIMETER / 2;
            corners.add(new Corner(left - 14, y));
            for (int row = first; row <= last; row++) {
                int x = rightOfSuc(row, first, last);
                corners.add(new Corner(x, y));
                boolean free = row == count - 1 && channelHeights[count] == LEAST_CHANNEL;
                y = rowTops[row] + rowHeights[row] + (free ? LEAST_CHANNEL / 2 : STUB + PERIMETER / 2);
                corners.add(new Corner(x, y));
            }
            corners.add(new Corner(left - 14, y));
            return corners;
        }

        private int rightOfSuc(int row, int first, int last) {
            boolean mixed = rows.rows.get(row).stream().anyMatch(node -> node.isZone() && !node.inSuc);
            return mixed ? rightEnd(row, true) : Math.max(rightEnd(first, last), rightEnd(row, false));
        }

        private int rightEnd(int first, int last) {
            int end = Integer.MIN_VALUE;
            for (int row = first; row <= last; row++) {
                end = Math.max(end, rightEnd(row, true));
            }
            return end;
        }

        private int rightEnd(int row, boolean zonesOnly) {
            return rows.rows.get(row).stream()
                    .filter(node -> node.inSuc || !zonesOnly)
                    .mapToInt(node -> (int) (node.centre + node.width() / 2.0) + 14)
                    .max()
                    .orElse(left);
        }
    }
}
