package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives every port its x: opposite the other end where there is room, in the order of the other ends, so that
/// conduits leave a zone straight and do not cross at its border.
final class Ports {
    private static final int ROUNDS = 6;
    private static final int SMALL_JOG = 30;

    private record Side(ZonePlan zone, boolean below) {}

    private Ports() {}

    static void place(List<Route> routes) {
        Map<Side, List<Port>> sides = new LinkedHashMap<>();
        for (Route route : routes) {
            for (Route.Link link : route.links) {
                start(link.start, sides);
                start(link.end, sides);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean below = round % 2 == 0;
            sides.forEach((side, ports) -> {
                if (side.below() == below) {
                    spread(side.zone(), ports);
                }
            });
        }
        sides.values().forEach(ports -> ports.forEach(port -> port.x = Math.rint(port.x)));
        sides.forEach((side, ports) -> straighten(side.zone(), ports));
        avoidSharedLines(routes, sides.values());
    }

    private static void start(Port port, Map<Side, List<Port>> sides) {
        if (port.zone.isEmpty()) {
            port.x = Math.rint(port.node.centre);
            return;
        }
        sides.computeIfAbsent(new Side(port.zone.get(), port.below), side -> new ArrayList<>())
                .add(port);
        Rect column = port.zone.get().column();
        Optional<ZonePlan> other = port.opposite().zone;
        if (other.isPresent() && !port.isTurn()) {
            Rect facing = other.get().column();
            double from = Math.max(column.x(), facing.x());
            double to = Math.min(column.right(), facing.right());
            port.x = clamp((from + to) / 2, column);
        } else {
            port.x = clamp(port.opposite().estimate(), column);
        }
    }

    private static double clamp(double x, Rect column) {
        return Math.clamp(x, column.x() + ZonePlan.PORT_MARGIN, column.right() - ZonePlan.PORT_MARGIN);
    }

    private static void spread(ZonePlan zone, List<Port> ports) {
        ports.sort(Comparator.comparingDouble(port -> port.opposite().x));
        double[] desired = ports.stream().mapToDouble(port -> port.opposite().x).toArray();
        double[] weights = new double[ports.size()];
        double[] gaps = new double[Math.max(0, ports.size() - 1)];
        Arrays.fill(weights, 1);
        Arrays.fill(gaps, ZonePlan.PORT_GAP);
        Rect column = zone.column();
        double[] places = Spreading.within(
                Spreading.place(desired, weights, gaps),
                ZonePlan.PORT_GAP,
                column.x() + ZonePlan.PORT_MARGIN,
                column.right() - ZonePlan.PORT_MARGIN);
        for (int i = 0; i < places.length; i++) {
            ports.get(i).x = places[i];
        }
    }

    /// Takes small jogs out where the neighbours leave room.
    private static void straighten(ZonePlan zone, List<Port> ports) {
        Rect column = zone.column();
        for (int i = 0; i < ports.size(); i++) {
            Port port = ports.get(i);
            double wish = port.opposite().x;
            boolean near = !port.isTurn() && Math.abs(port.x - wish) < SMALL_JOG;
            boolean inside = wish >= column.x() + ZonePlan.PORT_MARGIN && wish <= column.right() - ZonePlan.PORT_MARGIN;
            boolean free = (i == 0 || wish - ports.get(i - 1).x >= ZonePlan.PORT_GAP)
                    && (i == ports.size() - 1 || ports.get(i + 1).x - wish >= ZonePlan.PORT_GAP);
            if (near && inside && free) {
                port.x = wish;
            }
        }
    }

    /// Two links that meet a channel from both sides at nearly the same x would run into each other: one port gives
    /// way by a few pixels.
    private static void avoidSharedLines(List<Route> routes, Collection<List<Port>> sides) {
        Map<Integer, List<Route.Link>> byChannel = new LinkedHashMap<>();
        routes.forEach(route -> route.links.forEach(link -> byChannel
                .computeIfAbsent(link.channel, channel -> new ArrayList<>())
                .add(link)));
        for (List<Port> side : sides) {
            for (int i = 0; i < side.size(); i++) {
                Port port = side.get(i);
                double least = i == 0 ? port.x - 12 : Math.max(port.x - 12, side.get(i - 1).x + ZonePlan.PORT_GAP - 6);
                double most = i == side.size() - 1
                        ? port.x + 12
                        : Math.min(port.x + 12, side.get(i + 1).x - ZonePlan.PORT_GAP + 6);
                giveWay(port, least, most, byChannel.getOrDefault(channelOf(port), List.of()));
            }
        }
    }

    private static int channelOf(Port port) {
        return port.below ? port.node.row + 1 : port.node.row;
    }

    private static void giveWay(Port port, double least, double most, List<Route.Link> links) {
        if (port.x == port.opposite().x || isFree(port, port.x, links)) {
            return;
        }
        for (int step = 1; step <= 12; step++) {
            for (double x : new double[] {port.x - step, port.x + step}) {
                if (x >= least && x <= most && x != port.opposite().x && isFree(port, x, links)) {
                    port.x = x;
                    return;
                }
            }
        }
    }

    private static boolean isFree(Port port, double x, List<Route.Link> links) {
        for (Route.Link link : links) {
            for (Port other : new Port[] {link.start, link.end}) {
                boolean facing = other != port && other != port.opposite() && other.below != port.below;
                if (facing && Math.abs(other.x - x) < 8) {
                    return false;
                }
            }
        }
        return true;
    }
}
