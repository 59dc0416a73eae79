package org.zonewright.assess.reach;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.FlowId;

/// Finds the cheapest set of changes that stops a breach: the smallest cut of the graph, where every change counts
/// points. A change that ends several ways at once counts once. Measures of the document that withdraw flows are
/// tried in every combination, up to [#MOST_MEASURES] of them; with more, one after another while it gets cheaper.
final class CutFinder {
    static final int MOST_MEASURES = 8;

    private final Network network;
    private final Sources sources;
    private final CutChanges changes;

    CutFinder(Network network, Sources sources) {
        this.network = network;
        this.sources = sources;
        changes = new CutChanges(network);
    }

    /// What keeps a breach in the zone: no other zone, and no asset elsewhere but on the internet, is reached.
    Optional<Cut> keepIn(int zone) {
        Nodes nodes = network.drawn.nodes();
        Set<Integer> sinks = new TreeSet<>();
        for (int other = 0; other < nodes.zones; other++) {
            if (other != zone) {
                sinks.add(other);
            }
        }
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (nodes.present[asset]
                    && !nodes.isPublic[asset]
                    && network.drawn.units().isApart(asset)
                    && !standsIn(asset, zone)) {
                sinks.add(network.drawn.units().ofAsset[asset]);
            }
        }
        return best(sinks);
    }

    private boolean standsIn(int asset, int zone) {
        for (int home : network.drawn.units().homes(asset)) {
            if (home == zone) {
                return true;
            }
        }
        return false;
    }

    /// What keeps a breach from the nodes.
    Optional<Cut> protect(int[] targets) {
        Set<Integer> sinks = new TreeSet<>();
        for (int node : targets) {
            if (network.drawn.nodes().isAsset(node)) {
                sinks.add(network.drawn.units().ofAsset[node]);
            } else if (node != network.drawn.nodes().outside()) {
                sinks.add(network.drawn.nodes().zoneOfNode(node));
            }
        }
        return best(sinks);
    }

    private Optional<Cut> best(Set<Integer> sinks) {
        for (int unit : starts()) {
            if (sinks.contains(unit)) {
                return Optional.empty();
            }
        }
        List<Measure> measures = measures();
        if (measures.size() > MOST_MEASURES) {
            return greedy(sinks, measures);
        }
        Optional<Cut> best = Optional.empty();
        for (int subset = 0; subset < 1 << measures.size(); subset++) {
            List<Measure> taken = new ArrayList<>();
            for (int i = 0; i < measures.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    taken.add(measures.get(i));
                }
            }
            best = better(best, cut(sinks, taken, true));
        }
        return best;
    }

    private Set<Integer> starts() {
        Set<Integer> units = new TreeSet<>();
        for (int unit : sources.held()) {
            units.add(unit);
        }
        sources.entered().forEach(node -> units.add(network.drawn.units().entered(node)));
        return units;
    }

    /// Measures that are not done and withdraw flows.
    private List<Measure> measures() {
        return network.drawn.plant().measures().stream()
                .filter(measure ->
                        measure.state() == Measure.State.PROPOSED || measure.state() == Measure.State.APPROVED)
                .filter(measure -> !measure.removesFlows().isEmpty())
                .toList();
    }

    private Optional<Cut> greedy(Set<Integer> sinks, List<Measure> measures) {
        List<Measure> taken = new ArrayList<>();
        Optional<Cut> best = cut(sinks, taken, false);
        for (Measure measure : measures) {
            List<Measure> more = new ArrayList<>(taken);
            more.add(measure);
            Optional<Cut> tried = cut(sinks, more, false);
            if (!tried.equals(best) && better(best, tried).equals(tried)) {
                best = tried;
                taken = more;
            }
        }
        return best;
    }

    /// By points, then by money, then by the number of changes; of equals the first.
    private static Optional<Cut> better(Optional<Cut> one, Optional<Cut> two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        Comparator<Cut> order = Comparator.comparingInt(Cut::points)
                .thenComparing((Cut cut) -> cut.cost().orElse(BigDecimal.ZERO))
                .thenComparingInt(cut -> cut.changes().size());
        return order.compare(two.get(), one.get()) < 0 ? two : one;
    }

    private Optional<Cut> cut(Set<Integer> sinks, List<Measure> measures, boolean exact) {
        Set<FlowId> gone = new HashSet<>();
        measures.forEach(measure -> gone.addAll(measure.removesFlows()));
        Graph graph = network.graph;
        Map<CutChanges.Key, Integer> gates = new LinkedHashMap<>();
        List<int[]> ways = new ArrayList<>();
        for (int unit = 0; unit < graph.units; unit++) {
            for (int edge = graph.start[unit]; edge < graph.start[unit + 1]; edge++) {
                if (graph.level[edge] < Hurdle.CLOSED_LEVEL) {
                    Optional<CutChanges.Key> key = changes.key(unit, edge);
                    if (key.filter(one -> changes.isGone(one, gone)).isEmpty()) {
                        int gate = key.map(one -> gates.computeIfAbsent(one, any -> gates.size()))
                                .orElse(-1);
                        ways.add(new int[] {unit, graph.head[edge], gate});
                    }
                }
            }
        }
        int source = graph.units + gates.size() * 2;
        MaxFlow flow = new MaxFlow(source + 2);
        for (int[] way : ways) {
            if (way[2] < 0) {
                flow.add(way[0], way[1], MaxFlow.UNBOUNDED);
            } else {
                flow.add(way[0], graph.units + way[2] * 2, MaxFlow.UNBOUNDED);
                flow.add(graph.units + way[2] * 2 + 1, way[1], MaxFlow.UNBOUNDED);
            }
        }
        gates.forEach((key, gate) -> flow.add(graph.units + gate * 2, graph.units + gate * 2 + 1, changes.points(key)));
        starts().forEach(unit -> flow.add(source, unit, MaxFlow.UNBOUNDED));
        sinks.forEach(unit -> flow.add(unit, source + 1, MaxFlow.UNBOUNDED));
        long value = flow.run(source, source + 1);
        if (value >= MaxFlow.UNBOUNDED) {
            return Optional.empty();
        }
        List<Cut.Change> all =
                new ArrayList<>(measures.stream().map(changes::ofMeasure).toList());
        gates.forEach((key, gate) -> {
            if (flow.isNear(graph.units + gate * 2) && !flow.isNear(graph.units + gate * 2 + 1)) {
                all.add(changes.of(key));
            }
        });
        return Optional.of(
                new Cut(all, all.stream().mapToInt(Cut.Change::points).sum(), cost(measures), exact));
    }

    private static Optional<BigDecimal> cost(List<Measure> measures) {
        return !measures.isEmpty()
                        && measures.stream().allMatch(measure -> measure.cost().isPresent())
                ? measures.stream().flatMap(measure -> measure.cost().stream()).reduce(BigDecimal::add)
                : Optional.empty();
    }
}
