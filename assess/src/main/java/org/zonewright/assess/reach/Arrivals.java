package org.zonewright.assess.reach;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// What a search means for each asset: the fewest steps, the least difficulty and the link of the easiest last step.
///
/// Indexed by node; after the nodes come the zones once more, for what leads to a zone but not to those within it.
/// What the foothold holds is not reached. Nobody writes to the arrays once they are made.
final class Arrivals {
    /// No way: nothing leads there, or a step within the zone or the entry does.
    static final int NO_WAY = -1;

    final int[] steps;
    final int[] difficulty;

    /// The last way of the easiest route, and that of the shortest.
    final int[] easiest;

    final int[] shortest;
    final boolean[] held;
    private final Network network;
    private final Nodes nodes;
    private final Units units;
    private final Sources sources;
    private final Search search;
    private final boolean pivoting;
    private final int[] assetOfUnit;

    Arrivals(Network network, Sources sources, Search search, boolean pivoting) {
        this.network = network;
        this.sources = sources;
        this.search = search;
        this.pivoting = pivoting;
        nodes = network.drawn.nodes();
        units = network.drawn.units();
        steps = new int[nodes.count() + nodes.zones];
        difficulty = new int[nodes.count() + nodes.zones];
        easiest = new int[nodes.count() + nodes.zones];
        shortest = new int[nodes.count() + nodes.zones];
        held = new boolean[nodes.assets];
        Arrays.fill(steps, Search.NEVER);
        Arrays.fill(difficulty, Hurdle.CLOSED_LEVEL);
        Arrays.fill(easiest, NO_WAY);
        Arrays.fill(shortest, NO_WAY);
        assetOfUnit = new int[units.count];
        Arrays.fill(assetOfUnit, -1);
        findHeld();
        for (int node : sources.entered()) {
            offer(narrow(node), NO_WAY, 1, sources.entry().level());
        }
        for (int unit = 0; unit < units.count; unit++) {
            if (search.fewest(unit) != Search.NEVER) {
                leave(unit);
            }
        }
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (nodes.present[asset] && !held[asset] && !units.isApart(asset)) {
                ordinary(asset);
            }
        }
    }

    private void findHeld() {
        Set<Integer> all = new HashSet<>();
        for (int unit : sources.held()) {
            all.add(unit);
        }
        for (int asset = 0; asset < nodes.assets; asset++) {
            int unit = units.ofAsset[asset];
            held[asset] = sources.alone() >= 0 ? asset == sources.alone() : all.contains(unit);
            if (units.isApart(asset) && nodes.present[asset]) {
                assetOfUnit[unit] = asset;
            }
        }
    }

    private void leave(int unit) {
        Graph graph = network.graph;
        int before = search.fewest(unit);
        int level = search.levelOf(unit);
        for (int edge = graph.start[unit]; edge < graph.start[unit + 1]; edge++) {
            if (graph.link[edge] >= 0
                    && graph.kind[edge] != Graph.HOLD
                    && graph.level[edge] < Hurdle.CLOSED_LEVEL
                    && (pivoting || search.isOpen(unit, edge, before))) {
                int head = graph.head[edge];
                int number = graph.link[edge];
                int end = network.isStructure(number) ? narrow(end(number)) : end(number);
                int node = assetOfUnit[head] >= 0 ? assetOfUnit[head] : end;
                offer(node, edge, before + 1, Math.max(level, graph.level[edge]));
            }
        }
    }

    /// The place for what leads to a zone alone.
    private int narrow(int node) {
        return nodes.isAsset(node) || node == nodes.outside() ? node : nodes.count() + nodes.zoneOfNode(node);
    }

    private int end(int number) {
        return network.isStructure(number)
                ? network.structure(number).to()
                : network.rowsOf(number).to[network.rowOf(number)];
    }

    private void offer(int node, int way, int at, int level) {
        if (level < difficulty[node] || (level == difficulty[node] && at < steps[node])) {
            easiest[node] = way;
        }
        if (at < steps[node]) {
            shortest[node] = way;
        }
        difficulty[node] = Math.min(difficulty[node], level);
        steps[node] = Math.min(steps[node], at);
    }

    /// Takes over what leads to another node, to its easiest and to its shortest way.
    private void take(int asset, int node) {
        if (steps[node] != Search.NEVER) {
            if (difficulty[node] < difficulty[asset]) {
                easiest[asset] = easiest[node];
                difficulty[asset] = difficulty[node];
            }
            if (steps[node] < steps[asset]) {
                shortest[asset] = shortest[node];
                steps[asset] = steps[node];
            }
        }
    }

    /// Takes what leads to the whole zone, or to one around it, and the step from whatever is reached in the zone.
    private void ordinary(int asset) {
        int unit = units.ofAsset[asset];
        int zone = nodes.home[asset];
        int alone = nodes.count() + zone;
        if (zone >= 0) {
            take(asset, alone);
        }
        for (int depth = 0; zone >= 0 && depth <= nodes.zones; depth++) {
            take(asset, nodes.nodeOfZone(zone));
            zone = nodes.parent[zone];
        }
        int before = search.fewest(unit);
        if (before != Search.NEVER && (pivoting || before == 0)) {
            offer(asset, NO_WAY, before + 1, search.levelOf(unit));
        }
    }

    boolean isReached(int node) {
        return steps[node] != Search.NEVER && (!nodes.isAsset(node) || (nodes.present[node] && !held[node]));
    }
}
