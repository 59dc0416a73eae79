package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zonewright.report.drawing.Route.Link;

/// Gives the links of one channel their tracks, from top to bottom: few crossings first, then few tracks.
final class Tracks {
    private static final int SHARED_LINE = 1000;
    private static final int APART = 26;

    private Tracks() {}

    /// Sets the track of every link that is not straight and returns how many tracks there are.
    static int assign(List<Link> links) {
        List<Link> order = new ArrayList<>(links.stream()
                .filter(link -> !link.isStraight())
                .sorted(Comparator.comparingInt(Link::left)
                        .thenComparingInt(Link::right)
                        .thenComparingInt(link -> link.route.number))
                .toList());
        untangle(order);
        int tracks = 0;
        for (int i = 0; i < order.size(); i++) {
            Link link = order.get(i);
            link.track = 0;
            for (int j = 0; j < i; j++) {
                Link above = order.get(j);
                if (above.left() - APART < link.right() && link.left() - APART < above.right()) {
                    link.track = Math.max(link.track, above.track + 1);
                }
            }
            tracks = Math.max(tracks, link.track + 1);
        }
        return tracks;
    }

    /// Moves each link to the place among the others where it costs least, until nothing changes.
    private static void untangle(List<Link> order) {
        boolean changed = true;
        for (int round = 0; changed && round < 20; round++) {
            changed = false;
            for (int i = 0; i < order.size(); i++) {
                int better = bestPlace(order, i);
                if (better != i) {
                    order.add(better, order.remove(i));
                    changed = true;
                }
            }
        }
    }

    private static int bestPlace(List<Link> order, int index) {
        Link link = order.get(index);
        int best = index;
        int bestCost = 0;
        int cost = 0;
        for (int i = index - 1; i >= 0; i--) {
            cost += above(link, order.get(i)) - above(order.get(i), link);
            if (cost < bestCost) {
                bestCost = cost;
                best = i;
            }
        }
        cost = 0;
        for (int i = index + 1; i < order.size(); i++) {
            cost += above(order.get(i), link) - above(link, order.get(i));
            if (cost < bestCost) {
                bestCost = cost;
                best = i;
            }
        }
        return best;
    }

    /// What it costs if `upper` runs above `lower`: crossings, and ends that would run into each other.
    private static int above(Link upper, Link lower) {
        int cost = 0;
        for (Port port : new Port[] {lower.start, lower.end}) {
            if (port.below && port.x > upper.left() && port.x < upper.right()) {
                cost++;
            }
        }
        for (Port port : new Port[] {upper.start, upper.end}) {
            if (!port.below && port.x > lower.left() && port.x < lower.right()) {
                cost++;
            }
            if (!port.below && lower.comesFromAboveAt((int) port.x - 7, (int) port.x + 7)) {
                cost += SHARED_LINE;
            }
        }
        return cost;
    }
}
