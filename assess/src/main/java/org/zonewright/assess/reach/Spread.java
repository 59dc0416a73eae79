package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zonewright.assess.Subject;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.id.ZoneId;

/// What a breach reaches from one foothold. Made by [Reach#from(Foothold, boolean)]; immutable.
///
/// What the foothold holds from the start is not counted as reached.
public final class Spread {
    private final Foothold foothold;
    private final boolean pivoting;
    private final Network network;
    private final Nodes nodes;
    private final Search search;
    private final Arrivals arrivals;
    private final Routes routes;

    Spread(Foothold foothold, boolean pivoting, Network network, Sources sources) {
        this.foothold = foothold;
        this.pivoting = pivoting;
        this.network = network;
        nodes = network.drawn.nodes();
        search = new Search(network, sources, pivoting);
        arrivals = new Arrivals(network, sources, search, pivoting);
        routes = new Routes(foothold, network, sources, search, arrivals);
    }

    public Foothold foothold() {
        return foothold;
    }

    /// True if every asset that is reached gives its own crossings.
    public boolean pivoting() {
        return pivoting;
    }

    /// Every asset that is reached, documented ones first, in the document's order.
    public List<ReachedAsset> assets() {
        return IntStream.range(0, nodes.assets)
                .filter(arrivals::isReached)
                .mapToObj(this::asset)
                .toList();
    }

    /// The assets that are not held from the start: the whole of which the reached ones are a part.
    public int others() {
        return (int) IntStream.range(0, nodes.assets)
                .filter(asset -> nodes.present[asset] && !arrivals.held[asset])
                .count();
    }

    private ReachedAsset asset(int asset) {
        int way = arrivals.easiest[asset];
        int link = way == Arrivals.NO_WAY ? Arrivals.NO_WAY : network.graph.link[way];
        return new ReachedAsset(
                nodes.subject(asset),
                Optional.of(nodes.home[asset]).filter(zone -> zone >= 0).map(nodes::zoneId),
                link == Arrivals.NO_WAY
                        ? Optional.empty()
                        : Optional.of(routes.steps().service(link)),
                link == Arrivals.NO_WAY ? List.of() : routes.steps().functions(link),
                arrivals.steps[asset],
                arrivals.difficulty[asset],
                link == Arrivals.NO_WAY ? Set.of(Basis.DECLARED) : Basis.ofBits(network.bases(link)));
    }

    /// Every zone of which something is reached, sorted by steps and then in the document's order. A zone without
    /// assets is there with none of none.
    public List<ReachedZone> zones() {
        TreeMap<Integer, int[]> byZone = new TreeMap<>();
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (nodes.present[asset] && nodes.home[asset] >= 0) {
                int[] row = byZone.computeIfAbsent(nodes.home[asset], any -> empty());
                row[1]++;
                if (arrivals.isReached(asset)) {
                    row[0]++;
                    row[2] = Math.min(row[2], arrivals.steps[asset]);
                    row[3] = Math.min(row[3], arrivals.difficulty[asset]);
                }
            }
        }
        for (int zone = 0; zone < nodes.zones; zone++) {
            int[] row = byZone.computeIfAbsent(zone, any -> empty());
            if (row[1] == 0 && search.fewest(zone) != Search.NEVER && search.fewest(zone) > 0) {
                row[2] = search.fewest(zone);
                row[3] = search.levelOf(zone);
            }
        }
        List<ReachedZone> all = new ArrayList<>();
        byZone.forEach((zone, row) -> {
            if (row[2] != Search.NEVER) {
                all.add(new ReachedZone(nodes.zoneId(zone), row[0], row[1], row[2], row[3]));
            }
        });
        all.sort((one, two) -> Integer.compare(one.steps(), two.steps()));
        return List.copyOf(all);
    }

    private static int[] empty() {
        return new int[] {0, 0, Search.NEVER, Hurdle.CLOSED_LEVEL};
    }

    /// The essential functions that depend on something that is reached or held, in the document's order.
    public List<FunctionHit> functions() {
        List<FunctionHit> hits = new ArrayList<>();
        for (EssentialFunction function : network.drawn
                .plant()
                .suc()
                .map(SystemUnderConsideration::essentialFunctions)
                .orElse(List.of())) {
            List<Subject> reached = new ArrayList<>();
            int fewest = Search.NEVER;
            int least = Hurdle.CLOSED_LEVEL;
            int nearest = 0;
            int easiest = 0;
            for (int node : Dependencies.of(function, network.drawn)) {
                int at = stepsTo(node);
                if (at != Search.NEVER) {
                    reached.add(nodes.subject(node));
                    nearest = at < fewest ? node : nearest;
                    fewest = Math.min(fewest, at);
                    int level = difficultyOf(node);
                    easiest = level < least ? node : easiest;
                    least = Math.min(least, level);
                }
            }
            if (!reached.isEmpty()) {
                hits.add(new FunctionHit(
                        function.id(), reached, nodes.subject(nearest), nodes.subject(easiest), fewest, least));
            }
        }
        return hits;
    }

    private int stepsTo(int node) {
        if (nodes.isAsset(node)) {
            return arrivals.held[node] ? 0 : arrivals.isReached(node) ? arrivals.steps[node] : Search.NEVER;
        }
        return Math.min(search.fewest(nodes.zoneOfNode(node)), arrivals.steps[node]);
    }

    private int difficultyOf(int node) {
        return nodes.isAsset(node)
                ? arrivals.held[node] ? 0 : arrivals.difficulty[node]
                : Math.min(search.levelOf(nodes.zoneOfNode(node)), arrivals.difficulty[node]);
    }

    /// True if the asset or zone is reached and not held from the start.
    public boolean reaches(Subject subject) {
        int node = Sources.node(subject, nodes);
        return node >= 0 && stepsTo(node) != Search.NEVER && stepsTo(node) > 0;
    }

    /// The ids of the zones that are reached, in the document's order.
    public List<ZoneId> zoneIds() {
        return IntStream.range(0, nodes.zones)
                .filter(zone -> stepsTo(nodes.nodeOfZone(zone)) != Search.NEVER && stepsTo(nodes.nodeOfZone(zone)) > 0)
                .mapToObj(nodes::zoneId)
                .toList();
    }

    /// The route with the fewest steps; of equal ones the easier. Empty where there is none, or where the foothold
    /// holds it.
    public Optional<Route> shortest(Subject to) {
        return routes.to(Sources.node(to, nodes), false);
    }

    /// The route whose hardest step is easiest; of equal ones the shorter.
    public Optional<Route> easiest(Subject to) {
        return routes.to(Sources.node(to, nodes), true);
    }
}
