package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in a row: an outermost zone, or the lane in which a conduit passes. Mutable while a layout is made.
final class Node {
    private static final int BETWEEN_ZONES = 40;
    private static final int BESIDE_PERIMETER = 58;
    private static final int BESIDE_LANE = 28;
    private static final int BETWEEN_LANES = 18;

    final Optional<ZonePlan> zone;
    final int row;
    final boolean inSuc;
    final List<Port> ports = new ArrayList<>();
    double centre;

    private Node(Optional<ZonePlan> zone, int row, boolean inSuc) {
        this.zone = zone;
        this.row = row;
        this.inSuc = inSuc;
    }

    static Node zone(ZonePlan plan, int row) {
        return new Node(Optional.of(plan), row, plan.zone().inSuc());
    }

    static Node lane(int row) {
        return new Node(Optional.empty(), row, false);
    }

    boolean isZone() {
        return zone.isPresent();
    }

    int width() {
        return zone.map(ZonePlan::width).orElse(0);
    }

    /// The least distance between the centres of this node and the next one in its row.
    double gapTo(Node next, int looseness) {
        double half = (width() + next.width()) / 2.0;
        if (isZone() && next.isZone()) {
            return half + looseness + (inSuc == next.inSuc ? BETWEEN_ZONES : BESIDE_PERIMETER);
        }
        return half + (isZone() || next.isZone() ? BESIDE_LANE + looseness / 2 : BETWEEN_LANES);
    }

    /// Where the zones and lanes at the other ends of its conduits would like it to be; its own place if it has none.
    double desired(boolean lookUp, boolean lookDown) {
        double sum = 0;
        double weight = 0;
        for (Port port : ports) {
            if (port.below ? lookDown : lookUp) {
                double wish = port.opposite().estimate() - (port.estimate() - centre);
                double pull = port.isTurn() ? 0.3 : 1;
                sum += wish * pull;
                weight += pull;
            }
        }
        return weight == 0 ? centre : sum / weight;
    }

    double weight() {
        return isZone() ? 1 + ports.size() * 0.2 : 3;
    }
}
