package org.zonewright.report.drawing;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a conduit meets the lower (`below`) or upper border of a zone, or an end of a lane. Mutable while a layout
/// is made.
final class Port {
    final Node node;
    /// The zone, which may stand inside the node's; empty for a lane.
    final Optional<ZonePlan> zone;
    final boolean below;
    double x;
    private @Nullable Port opposite;

    Port(Node node, Optional<ZonePlan> zone, boolean below) {
        this.node = node;
        this.zone = zone;
        this.below = below;
        node.ports.add(this);
        zone.ifPresent(plan -> plan.countPort(below));
    }

    static void join(Port one, Port two) {
        one.opposite = two;
        two.opposite = one;
    }

    /// The other end of the same link, across the channel.
    Port opposite() {
        return Objects.requireNonNull(opposite);
    }

    /// True if the link comes back to the row it left.
    boolean isTurn() {
        return opposite().node.row == node.row;
    }

    /// Where the port will be, before ports have places: the middle of its zone's own column.
    double estimate() {
        if (zone.isEmpty() || node.zone.isEmpty()) {
            return node.centre;
        }
        Rect column = zone.get().column();
        Rect outer = node.zone.get().place();
        return node.centre - outer.width() / 2.0 + (column.x() - outer.x()) + column.width() / 2.0;
    }
}
