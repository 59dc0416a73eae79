package org.zonewright.assess.reach;

import java.util.Arrays;

/// Breadth-first searches over the graph, one for each difficulty: the fewest steps to each unit over ways that are
/// no harder. Steps that take none (whoever holds an asset stands in its zone) come first.
final class Search {
    /// No way leads there.
    static final int NEVER = Integer.MAX_VALUE;

    /// The way before a unit that the foothold enters or holds from the start.
    static final int START = -1;

    private final Network network;
    private final Graph graph;
    private final Sources sources;
    private final boolean pivoting;
    private final boolean[] held;
    private final boolean[] passed;
    private int[] now = new int[64];
    private int[] then = new int[64];
    private int nowSize;
    private int thenSize;

    /// `steps[d][u]` and the way by which `u` is reached, over ways of at most the difficulty `d`.
    final int[][] steps;

    final int[][] way;

    Search(Network network, Sources sources, boolean pivoting) {
        this.network = network;
        this.sources = sources;
        this.pivoting = pivoting;
        graph = network.graph;
        held = new boolean[graph.units];
        passed = new boolean[graph.units];
        for (int unit : sources.held()) {
            held[unit] = true;
        }
        steps = new int[Hurdle.CLOSED_LEVEL][];
        way = new int[Hurdle.CLOSED_LEVEL][];
        for (int level = 0; level < Hurdle.CLOSED_LEVEL; level++) {
            if (level > 0 && !hasLevel(level)) {
                steps[level] = steps[level - 1];
                way[level] = way[level - 1];
            } else {
                run(level);
            }
        }
    }

    /// The fewest steps to a unit, [#NEVER] where it is not reached.
    int fewest(int unit) {
        return steps[Hurdle.CLOSED_LEVEL - 1][unit];
    }

    /// The least difficulty at which a unit is reached, [Hurdle#CLOSED_LEVEL] for none.
    int levelOf(int unit) {
        int level = 0;
        while (level < Hurdle.CLOSED_LEVEL && steps[level][unit] == NEVER) {
            level++;
        }
        return level;
    }

    /// True if the search could take the way out of a unit that it reached at a difficulty.
    boolean isUsable(int unit, int edge, int level) {
        return pivoting || isOpen(unit, edge, steps[level][unit]);
    }

    private boolean hasLevel(int level) {
        for (byte one : graph.level) {
            if (one == level) {
                return true;
            }
        }
        return sources.entry().level() == level;
    }

    private void run(int level) {
        int[] found = new int[graph.units];
        int[] by = new int[graph.units];
        Arrays.fill(found, NEVER);
        Arrays.fill(by, START);
        steps[level] = found;
        way[level] = by;
        nowSize = 0;
        thenSize = 0;
        for (int unit : sources.held()) {
            found[unit] = 0;
            now = push(now, nowSize++, unit);
        }
        if (!pivoting) {
            pass(level, found, by);
        }
        if (sources.entry().level() <= level) {
            for (int node : sources.entered()) {
                int unit = network.drawn.units().entered(node);
                if (found[unit] > 1) {
                    found[unit] = 1;
                    then = push(then, thenSize++, unit);
                }
            }
        }
        int distance = 0;
        while (nowSize > 0 || thenSize > 0) {
            for (int i = 0; i < nowSize; i++) {
                if (found[now[i]] == distance) {
                    relax(now[i], distance, level, found, by);
                } else if (found[now[i]] > distance) {
                    then = push(then, thenSize++, now[i]);
                }
            }
            int[] swap = now;
            now = then;
            nowSize = thenSize;
            then = swap;
            thenSize = 0;
            distance++;
        }
    }

    private static int[] push(int[] list, int size, int unit) {
        int[] roomy = size == list.length ? Arrays.copyOf(list, size * 2) : list;
        roomy[size] = unit;
        return roomy;
    }

    private void relax(int unit, int distance, int level, int[] found, int[] by) {
        for (int edge = graph.start[unit]; edge < graph.start[unit + 1]; edge++) {
            int next = graph.head[edge];
            int cost = graph.cost(edge);
            if (found[next] > distance + cost
                    && levelOf(unit, edge) <= level
                    && (pivoting || isOpen(unit, edge, distance))) {
                found[next] = distance + cost;
                by[next] = edge;
                if (cost == 0) {
                    now = push(now, nowSize++, next);
                } else {
                    then = push(then, thenSize++, next);
                }
            }
        }
    }

    /// Where packets go that assets of several zones pass on: from the foothold's zone on and on.
    private void pass(int level, int[] found, int[] by) {
        Arrays.fill(passed, false);
        int size = nowSize;
        for (int i = 0; i < size; i++) {
            int unit = now[i];
            for (int edge = graph.start[unit]; edge < graph.start[unit + 1]; edge++) {
                int next = graph.head[edge];
                boolean standing = graph.kind[edge] == Graph.HOLD && held[unit];
                if ((graph.kind[edge] == Graph.FORWARD || standing)
                        && levelOf(unit, edge) <= level
                        && found[next] == NEVER) {
                    found[next] = found[unit] + graph.cost(edge);
                    by[next] = edge;
                    passed[next] = graph.kind[edge] == Graph.FORWARD;
                    now = push(now, size++, next);
                }
            }
        }
        nowSize = size;
    }

    /// How hard a way is; whoever holds an asset from the start need not take it over.
    private int levelOf(int unit, int edge) {
        return held[unit] && graph.kind[edge] == Graph.HOLD ? 0 : graph.level[edge];
    }

    /// True if the way can be taken without taking over anything on it.
    boolean isOpen(int unit, int edge, int distance) {
        byte kind = graph.kind[edge];
        if (kind == Graph.RELAY) {
            return true;
        }
        if (distance == 0) {
            return isOwn(edge);
        }
        if (kind == Graph.GROUP) {
            return unit > network.drawn.nodes().zones;
        }
        return passed[unit] && (kind == Graph.INSIDE || kind == Graph.FORWARD);
    }

    /// True for a way that the foothold itself opens. Of the zone of a single asset these are its own and those that
    /// the whole zone may open.
    private boolean isOwn(int edge) {
        int link = graph.link[edge];
        if (sources.alone() < 0 || link < 0 || network.isStructure(link)) {
            return true;
        }
        int from = network.rowsOf(link).from[network.rowOf(link)];
        return !network.drawn.nodes().isAsset(from) || from == sources.alone();
    }
}
