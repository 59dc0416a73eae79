package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Follows a search back from where it arrived.
final class Routes {
    private final Foothold foothold;
    private final Network network;
    private final Nodes nodes;
    private final Units units;
    private final Sources sources;
    private final Search search;
    private final Arrivals arrivals;
    private final Steps tell;

    /// One way of the graph on the route; `link` is -1 for the entry.
    private record Hop(int link, byte kind, int to) {}

    Routes(Foothold foothold, Network network, Sources sources, Search search, Arrivals arrivals) {
        this.foothold = foothold;
        this.network = network;
        this.sources = sources;
        this.search = search;
        this.arrivals = arrivals;
        nodes = network.drawn.nodes();
        units = network.drawn.units();
        tell = new Steps(network);
    }

    Steps steps() {
        return tell;
    }

    Optional<Route> to(int node, boolean easiest) {
        if (node < 0 || node == nodes.outside()) {
            return Optional.empty();
        }
        boolean asset = nodes.isAsset(node);
        if (asset ? !arrivals.isReached(node) : steps(node) == Search.NEVER || steps(node) == 0) {
            return Optional.empty();
        }
        int level = easiest ? difficulty(node) : Hurdle.CLOSED_LEVEL - 1;
        int last = asset
                ? easiest ? arrivals.easiest[node] : arrivals.shortest[node]
                : search.steps[level][nodes.zoneOfNode(node)] == Search.NEVER
                        ? arrivals.easiest[node]
                        : Arrivals.NO_WAY;
        return Optional.of(new Route(told(hops(node, last, level), node)));
    }

    private int steps(int node) {
        return Math.min(search.fewest(nodes.zoneOfNode(node)), arrivals.steps[node]);
    }

    private int difficulty(int node) {
        return nodes.isAsset(node)
                ? arrivals.difficulty[node]
                : Math.min(arrivals.difficulty[node], search.levelOf(nodes.zoneOfNode(node)));
    }

    /// The way with the fewest steps within a difficulty to where `last` begins, and that one.
    private List<Hop> hops(int node, int last, int level) {
        List<Hop> hops = new ArrayList<>();
        int unit = nodes.isAsset(node) ? units.answerer(node) : nodes.zoneOfNode(node);
        int edge = last;
        if (edge != Arrivals.NO_WAY) {
            hops.add(hop(edge));
            unit = network.graph.tail(edge);
        }
        while (search.way[level][unit] != Search.START) {
            edge = search.way[level][unit];
            hops.add(hop(better(edge, level)));
            unit = network.graph.tail(edge);
        }
        boolean entered = true;
        for (int held : sources.held()) {
            entered &= held != unit;
        }
        if (entered) {
            int at = unit;
            hops.add(new Hop(
                    -1,
                    Graph.ACCESS,
                    sources.entered().stream()
                            .filter(one -> units.entered(one) == at)
                            .findFirst()
                            .orElse(node)));
        }
        Collections.reverse(hops);
        return hops;
    }

    private Hop hop(int edge) {
        return new Hop(network.graph.link[edge], network.graph.kind[edge], network.graph.head[edge]);
    }

    /// Of the ways between the same two units as `edge`, and no longer, the easiest; of equals the best founded.
    private int better(int edge, int level) {
        Graph graph = network.graph;
        int tail = graph.tail(edge);
        int best = edge;
        for (int other = graph.start[tail]; other < graph.start[tail + 1]; other++) {
            if (graph.head[other] == graph.head[edge]
                    && graph.kind[other] == graph.kind[edge]
                    && graph.link[other] >= 0
                    && graph.level[other] <= level
                    && search.isUsable(tail, other, level)
                    && isBetter(other, best)) {
                best = other;
            }
        }
        return best;
    }

    private boolean isBetter(int one, int two) {
        Graph graph = network.graph;
        if (graph.level[one] != graph.level[two]) {
            return graph.level[one] < graph.level[two];
        }
        return rank(graph.link[one]) < rank(graph.link[two]);
    }

    /// The strongest basis first: enforced, observed, declared.
    private int rank(int link) {
        return link < 0 ? Integer.MAX_VALUE : Integer.lowestOneBit(network.bases(link));
    }

    /// The hops as steps; where one ends at another asset than the next begins with, a step within the zone is put
    /// between.
    private List<Step> told(List<Hop> hops, int node) {
        List<Step> steps = new ArrayList<>();
        int at = foothold instanceof Foothold.OfAsset ? sources.alone() : -1;
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.link() < 0 && hop.kind() == Graph.ACCESS) {
                steps.add(tell.entry(foothold, hop.to(), sources.entry()));
                at = hop.to();
            } else if (hop.link() >= 0) {
                int from = tell.from(hop.link());
                if (at >= 0 && at != from && nodes.isAsset(at) && nodes.isAsset(from)) {
                    steps.add(tell.inside(at, from));
                }
                boolean shown = hop.kind() != Graph.HOLD || tell.hurdle(hop.link()) != Hurdle.INSIDE;
                if (shown && !(hop.kind() == Graph.HOLD && i == 0)) {
                    steps.add(tell.of(hop.link(), hop.kind()));
                }
                at = hop.kind() == Graph.HOLD && !shown ? at : tell.to(hop.link());
            }
        }
        if (nodes.isAsset(node) && at != node) {
            if (!steps.isEmpty() && !nodes.isAsset(at) && steps.getLast().kind() != Step.Kind.INSIDE) {
                steps.set(steps.size() - 1, steps.getLast().withTo(nodes.subject(node)));
            } else {
                steps.add(tell.inside(at >= 0 ? at : nodes.nodeOfZone(nodes.home[node]), node));
            }
        }
        if (!steps.isEmpty() && Dependencies.anyOn(node, network.drawn)) {
            steps.set(steps.size() - 1, Steps.essential(steps.getLast()));
        }
        return steps;
    }
}
