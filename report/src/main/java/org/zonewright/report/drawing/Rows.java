package org.zonewright.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of a drawing: which zone stands in which row, through which lanes the conduits pass, and in what order
/// and at which x everything stands. Mutable while a layout is made.
///
/// The method is Sugiyama's with the rows given by the bands: lanes for conduits that pass a row, order by the
/// neighbours' places, places by [Spreading]. Zones of the SUC stand left of the others, so that one perimeter can
/// enclose them.
final class Rows {
    private static final int SWEEPS = 14;
    private static final int GAP = 46;

    final List<List<Node>> rows = new ArrayList<>();
    final List<PurdueBand> bands = new ArrayList<>();
    final List<Route> routes = new ArrayList<>();
    private final Map<String, ZonePlan> plans = new HashMap<>();
    private final Map<String, Node> outermost = new HashMap<>();

    private final Shape shape;

    Rows(ZoneDrawing drawing, Shape shape) {
        this.shape = shape;
        Map<String, List<ZoneBox>> byParent = new HashMap<>();
        drawing.zones().forEach(zone -> byParent.computeIfAbsent(zone.parent().orElse(""), key -> new ArrayList<>())
                .add(zone));
        EnumMap<PurdueBand, List<ZonePlan>> byBand = new EnumMap<>(PurdueBand.class);
        for (ZoneBox zone : byParent.getOrDefault("", List.of())) {
            byBand.computeIfAbsent(zone.band(), key -> new ArrayList<>()).add(plan(zone, byParent));
        }
        // Measured twice: which side a conduit leaves on depends on the rows, and widths depend on the ports.
        byBand.values().forEach(zones -> zones.forEach(ZonePlan::measure));
        byBand.forEach((band, zones) -> wrap(band, zones));
        int number = 1;
        for (ConduitLine conduit : drawing.conduits()) {
            routes.add(route(conduit, number++));
        }
        byBand.values()
                .forEach(zones -> zones.forEach(zone -> {
                    zone.measure();
                    zone.placeAt(0, 0, zone.height());
                }));
    }

    /// Which zones stand in which row, as a key: two shapes with equal ones give the same picture.
    String partition() {
        StringBuilder key = new StringBuilder();
        key.append(shape.cellsHigh()).append('/').append(shape.widestCell());
        rows.forEach(
                row -> key.append(' ').append(row.stream().filter(Node::isZone).count()));
        return key.toString();
    }

    private ZonePlan plan(ZoneBox zone, Map<String, List<ZoneBox>> byParent) {
        List<ZonePlan> children = byParent.getOrDefault(zone.id(), List.of()).stream()
                .map(child -> plan(child, byParent))
                .toList();
        ZonePlan plan = new ZonePlan(zone, children, shape);
        plans.put(zone.id(), plan);
        return plan;
    }

    private void wrap(PurdueBand band, List<ZonePlan> zones) {
        int total = zones.stream().mapToInt(zone -> zone.width() + GAP).sum();
        int wanted = Math.max(1, Math.ceilDiv(total, shape.rowWidth()));
        List<ZonePlan> inOrder = new ArrayList<>(zones);
        inOrder.sort(Comparator.comparing(zone -> !zone.zone().inSuc()));
        int share = (total + wanted - 1) / wanted;
        List<Node> row = new ArrayList<>();
        int used = 0;
        for (ZonePlan zone : inOrder) {
            if (!row.isEmpty() && used + zone.width() / 2 > share) {
                addRow(band, row);
                row = new ArrayList<>();
                used = 0;
            }
            Node node = Node.zone(zone, rows.size());
            row.add(node);
            used += zone.width() + GAP;
            claim(zone, node);
        }
        addRow(band, row);
    }

    private void addRow(PurdueBand band, List<Node> row) {
        rows.add(row);
        bands.add(band);
    }

    private void claim(ZonePlan zone, Node node) {
        outermost.put(zone.zone().id(), node);
        zone.children().forEach(child -> claim(child, node));
    }

    private Route route(ConduitLine conduit, int number) {
        Route route = new Route(conduit, number);
        Node from = find(outermost, conduit.from());
        Node to = find(outermost, conduit.to());
        Optional<ZonePlan> first = Optional.of(find(plans, conduit.from()));
        Optional<ZonePlan> last = Optional.of(find(plans, conduit.to()));
        if (from.row == to.row) {
            boolean below = from.row < rows.size() - 1 || rows.size() == 1;
            new Route.Link(
                    route, new Port(from, first, below), new Port(to, last, below), below ? from.row + 1 : from.row);
            return route;
        }
        boolean down = from.row < to.row;
        Port start = new Port(from, first, down);
        for (int row = from.row + (down ? 1 : -1); row != to.row; row += down ? 1 : -1) {
            Node lane = Node.lane(row);
            rows.get(row).add(lane);
            new Route.Link(route, start, new Port(lane, Optional.empty(), !down), down ? row : row + 1);
            start = new Port(lane, Optional.empty(), down);
        }
        new Route.Link(route, start, new Port(to, last, !down), down ? to.row : to.row + 1);
        return route;
    }

    private static <T> T find(Map<String, T> map, String id) {
        T found = map.get(id);
        if (found == null) {
            throw new IllegalStateException("no zone " + id);
        }
        return found;
    }

    /// Orders the rows and gives everything in them its x.
    void arrange() {
        rows.forEach(row -> spread(row, pack(row)));
        List<List<Node>> best = copy();
        double bestCost = Double.MAX_VALUE;
        Map<Node, Double> bestPlaces = new HashMap<>();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            boolean both = sweep > SWEEPS / 2;
            for (int i = 0; i < rows.size(); i++) {
                List<Node> row = rows.get(down ? i : rows.size() - 1 - i);
                order(row, desired(row, down || both, !down || both));
                spread(row, desired(row, down || both, !down || both));
            }
            double cost = cost();
            if (cost < bestCost) {
                bestCost = cost;
                best = copy();
                rows.forEach(row -> row.forEach(node -> bestPlaces.put(node, node.centre)));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, best.get(i));
        }
        bestPlaces.forEach((node, centre) -> node.centre = centre);
        for (int round = 0; round < 4; round++) {
            rows.forEach(row -> spread(row, desired(row, true, true)));
        }
        routes.forEach(this::alignLanes);
        toWholePixels();
    }

    private List<List<Node>> copy() {
        List<List<Node>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private double cost() {
        double cost = 0;
        for (Route route : routes) {
            for (Route.Link link : route.links) {
                cost += Math.abs(link.start.estimate() - link.end.estimate());
            }
        }
        return cost;
    }

    private double[] pack(List<Node> row) {
        double[] centres = new double[row.size()];
        for (int i = 1; i < row.size(); i++) {
            centres[i] = centres[i - 1] + row.get(i - 1).gapTo(row.get(i), shape.looseness());
        }
        double middle = row.isEmpty() ? 0 : centres[row.size() - 1] / 2;
        for (int i = 0; i < row.size(); i++) {
            centres[i] -= middle;
        }
        return centres;
    }

    private static double[] desired(List<Node> row, boolean lookUp, boolean lookDown) {
        return row.stream().mapToDouble(node -> node.desired(lookUp, lookDown)).toArray();
    }

    /// Sorts zones by where they would like to be, the SUC's first, then puts each lane into the nearest gap.
    private void order(List<Node> row, double[] desired) {
        Map<Node, Double> wishes = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            wishes.put(row.get(i), desired[i]);
        }
        Comparator<Node> byWish = Comparator.comparingDouble(node -> wishes.getOrDefault(node, 0.0));
        List<Node> zones = new ArrayList<>(row.stream().filter(Node::isZone).toList());
        List<Node> lanes =
                new ArrayList<>(row.stream().filter(node -> !node.isZone()).toList());
        zones.sort(Comparator.<Node, Boolean>comparing(node -> !node.inSuc).thenComparing(byWish));
        lanes.sort(byWish);
        spread(
                zones,
                zones.stream()
                        .mapToDouble(node -> wishes.getOrDefault(node, 0.0))
                        .toArray());
        row.clear();
        int lane = 0;
        for (Node zone : zones) {
            while (lane < lanes.size() && wishes.getOrDefault(lanes.get(lane), 0.0) < zone.centre) {
                row.add(lanes.get(lane++));
            }
            row.add(zone);
        }
        row.addAll(lanes.subList(lane, lanes.size()));
    }

    private void spread(List<Node> row, double[] desired) {
        double[] weights = row.stream().mapToDouble(Node::weight).toArray();
        double[] gaps = new double[Math.max(0, row.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = row.get(i).gapTo(row.get(i + 1), shape.looseness());
        }
        double[] places = Spreading.place(desired, weights, gaps);
        for (int i = 0; i < places.length; i++) {
            row.get(i).centre = places[i];
        }
    }

    /// Puts the lanes of one conduit on one line where no neighbour stands in the way.
    private void alignLanes(Route route) {
        List<Node> lanes = route.links.stream()
                .map(link -> link.end.node)
                .filter(node -> !node.isZone())
                .toList();
        List<Double> lines = new ArrayList<>();
        lanes.forEach(lane -> lines.add(lane.centre));
        if (lanes.isEmpty()) {
            return;
        }
        lines.add(lines.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        lines.add(0, route.to().estimate());
        lines.add(1, route.from().estimate());
        lines.stream()
                .filter(line -> lanes.stream().allMatch(lane -> isFree(lane, line)))
                .findFirst()
                .ifPresent(line -> lanes.forEach(lane -> lane.centre = line));
    }

    private boolean isFree(Node lane, double x) {
        List<Node> row = rows.get(lane.row);
        int at = row.indexOf(lane);
        boolean clearLeft =
                at == 0 || x - row.get(at - 1).centre >= row.get(at - 1).gapTo(lane, 0);
        boolean clearRight = at == row.size() - 1 || row.get(at + 1).centre - x >= lane.gapTo(row.get(at + 1), 0);
        return clearLeft && clearRight;
    }

    private void toWholePixels() {
        for (List<Node> row : rows) {
            for (Node node : row) {
                double left = Math.rint(node.centre - node.width() / 2.0);
                node.centre = left + node.width() / 2.0;
                node.zone.ifPresent(zone -> zone.placeAt((int) left, 0, zone.height()));
            }
        }
    }
}
