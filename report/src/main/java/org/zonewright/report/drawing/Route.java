package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.List;

/// One conduit on its way from zone to zone: the links it uses, one a channel. Mutable while a layout is made.
final class Route {
    final ConduitLine conduit;
    /// The number on its tags and in the schedule, from 1.
    final int number;

    final List<Link> links = new ArrayList<>();

    Route(ConduitLine conduit, int number) {
        this.conduit = conduit;
        this.number = number;
    }

    Port from() {
        return links.getFirst().start;
    }

    Port to() {
        return links.getLast().end;
    }

    /// The part of a route that lies in one channel, from `start` to `end` along the route.
    static final class Link {
        final Route route;
        final Port start;
        final Port end;
        final int channel;
        /// The track its horizontal part runs in, -1 while there is none.
        int track = -1;

        Link(Route route, Port start, Port end, int channel) {
            this.route = route;
            this.start = start;
            this.end = end;
            this.channel = channel;
            Port.join(start, end);
            route.links.add(this);
        }

        boolean isStraight() {
            return start.below != end.below && left() == right();
        }

        int left() {
            return (int) Math.min(start.x, end.x);
        }

        int right() {
            return (int) Math.max(start.x, end.x);
        }

        /// True if this link has an end at `x` on the channel's upper side (the lower borders of the row above).
        boolean comesFromAboveAt(int from, int to) {
            return (start.below && inside(start, from, to)) || (end.below && inside(end, from, to));
        }

        private static boolean inside(Port port, int from, int to) {
            return port.x > from && port.x < to;
        }
    }
}
