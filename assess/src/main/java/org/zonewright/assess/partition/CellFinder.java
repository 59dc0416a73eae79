package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.partition.Exchanges.Exchange;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;

/// Finds cells inside a flat network: groups of stations that bind to each other and hardly to the rest.
///
/// Edges are weighted by what is done: writing, operating, programming and cyclic data bind (4), reading a little
/// (1), searching, naming and timing not at all. Stations that bind to controllers of several groups (a SCADA server,
/// an engineering station) would pull all cells together; they are left out first and stay in the rest of the
/// network. What remains is joined greedily by modularity (Clauset, Newman and Moore, 2004), in integers and with
/// ties by id, so the same traffic gives the same cells. A split is proposed only if it is clear: at least two groups
/// of two or more, each with something that controls, modularity of 0.3 or more, and no more than a fifth of the
/// weight across.
final class CellFinder {
    private static final int BINDS = 4;
    private static final int MOST_STATIONS = 400;
    private static final Set<String> CYCLIC =
            Set.of("profinet", "profinet-rt", "cip-io", "goose", "sv", "ethercat", "egd");

    /// A cell, its assets in the order of the inventory, with what makes it one.
    record Cell(List<Asset> assets, Reason reason) {
        Cell {
            assets = List.copyOf(assets);
        }
    }

    private final Natures natures;
    private final Map<String, Asset> assets = new TreeMap<>();
    private final Map<String, Map<String, Integer>> weights = new TreeMap<>();
    private final Map<String, List<SourceRef>> sources = new HashMap<>();

    private CellFinder(List<Asset> left, Natures natures) {
        this.natures = natures;
        left.forEach(asset -> assets.put(asset.id(), asset));
    }

    /// The cells among some assets of one segment; none where no split is clear.
    static List<Cell> cells(List<Asset> left, Exchanges exchanges, Natures natures) {
        long controllers = left.stream()
                .filter(asset -> natures.of(asset) == Nature.CONTROL)
                .count();
        if (controllers < 2 || left.size() < 4 || left.size() > MOST_STATIONS) {
            return List.of();
        }
        CellFinder finder = new CellFinder(left, natures);
        exchanges.stream().forEach(finder::read);
        finder.leaveOutHubs();
        List<Set<String>> groups = finder.groups();
        return finder.isClear(groups) ? groups.stream().map(finder::cell).toList() : List.of();
    }

    private void read(Exchange exchange) {
        boolean here = assets.containsKey(exchange.client()) && assets.containsKey(exchange.server());
        int weight = here ? weight(exchange) : 0;
        if (weight > 0) {
            bind(exchange.client(), exchange.server(), weight);
            bind(exchange.server(), exchange.client(), weight);
            sources.computeIfAbsent(exchange.client(), any -> new ArrayList<>())
                    .add(exchange.conversation().first());
        }
    }

    private void bind(String one, String other, int weight) {
        weights.computeIfAbsent(one, any -> new TreeMap<>()).merge(other, weight, Integer::sum);
    }

    private static int weight(Exchange exchange) {
        if (CYCLIC.contains(exchange.conversation().protocol()) || exchange.acts()) {
            return BINDS;
        }
        return exchange.classes().contains(FunctionClass.READ) ? 1 : 0;
    }

    /// A hub operates and binds to two or more controllers that do not bind to each other.
    private void leaveOutHubs() {
        Set<String> hubs = new HashSet<>();
        weights.forEach((id, bound) -> {
            Asset asset = assets.get(id);
            if (asset != null && natures.of(asset) == Nature.OPERATIONS) {
                List<String> controllers =
                        bound.keySet().stream().filter(peer -> isControl(peer)).toList();
                boolean apart = controllers.stream().anyMatch(one -> controllers.stream()
                        .anyMatch(other -> !one.equals(other)
                                && !weights.getOrDefault(one, Map.of()).containsKey(other)));
                if (apart) {
                    hubs.add(id);
                }
            }
        });
        weights.keySet().removeAll(hubs);
        weights.values().forEach(bound -> bound.keySet().removeAll(hubs));
        weights.values().removeIf(Map::isEmpty);
    }

    private boolean isControl(String id) {
        Asset asset = assets.get(id);
        return asset != null && natures.of(asset) == Nature.CONTROL;
    }

    /// Joins the two groups whose union gains most, until none gains; the earliest pair wins among equals. The change
    /// of
    /// modularity, times the square of the total weight and over two, is exact in integers. Time grows with the
    /// cube of
    /// the stations, of which there are at most [#MOST_STATIONS].
    private List<Set<String>> groups() {
        List<String> ids = List.copyOf(weights.keySet());
        List<Set<String>> groups = new ArrayList<>();
        ids.forEach(id -> groups.add(new TreeSet<>(Set.of(id))));
        long[][] between = new long[ids.size()][ids.size()];
        long[] degree = new long[ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            Map<String, Integer> bound = weights.getOrDefault(ids.get(i), Map.of());
            for (int j = 0; j < ids.size(); j++) {
                between[i][j] = bound.getOrDefault(ids.get(j), 0);
                degree[i] += between[i][j];
            }
        }
        long total = total();
        int[] best = bestPair(between, degree, total);
        while (best.length == 2) {
            join(best[0], best[1], between, degree);
            groups.get(best[0]).addAll(groups.get(best[1]));
            groups.get(best[1]).clear();
            best = bestPair(between, degree, total);
        }
        groups.removeIf(Set::isEmpty);
        return groups;
    }

    /// The pair whose union gains most; empty where none gains. Groups that share no edge never gain.
    private static int[] bestPair(long[][] between, long[] degree, long total) {
        long most = 0;
        int[] best = {};
        for (int i = 0; i < degree.length; i++) {
            for (int j = i + 1; j < degree.length; j++) {
                long gain = between[i][j] == 0 ? 0 : between[i][j] * total - degree[i] * degree[j];
                if (gain > most) {
                    most = gain;
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    private static void join(int into, int from, long[][] between, long[] degree) {
        degree[into] += degree[from];
        degree[from] = 0;
        for (int k = 0; k < degree.length; k++) {
            if (k != into && k != from) {
                between[into][k] += between[from][k];
                between[k][into] = between[into][k];
            }
            between[from][k] = 0;
            between[k][from] = 0;
        }
    }

    /// Twice the weight of all edges.
    private long total() {
        return weights.values().stream()
                .flatMap(bound -> bound.values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    private long between(Set<String> one, Set<String> other) {
        long sum = 0;
        for (String id : one) {
            for (Map.Entry<String, Integer> edge :
                    weights.getOrDefault(id, Map.of()).entrySet()) {
                if (other.contains(edge.getKey())) {
                    sum += edge.getValue();
                }
            }
        }
        return sum;
    }

    private long degree(Set<String> group) {
        return group.stream()
                .flatMap(id -> weights.getOrDefault(id, Map.of()).values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    private boolean isClear(List<Set<String>> groups) {
        long total = total();
        boolean whole = groups.size() > 1
                && groups.stream()
                        .allMatch(group -> group.size() > 1 && group.stream().anyMatch(this::isControl));
        if (!whole || total == 0) {
            return false;
        }
        long inside = groups.stream().mapToLong(group -> between(group, group)).sum();
        double modularity = groups.stream()
                .mapToDouble(group -> {
                    double share = (double) degree(group) / total;
                    return (double) between(group, group) / total - share * share;
                })
                .sum();
        return modularity >= 0.3 && inside * 5 >= total * 4;
    }

    private Cell cell(Set<String> group) {
        List<Asset> members = group.stream().map(assets::get).toList();
        List<SourceRef> frames = group.stream()
                .flatMap(id -> sources.getOrDefault(id, List.of()).stream())
                .limit(5)
                .toList();
        long inside = between(group, group);
        return new Cell(
                members,
                new Reason(
                        Text.of("partition.cell", members.size(), inside * 100 / Math.max(1, degree(group))),
                        frames,
                        List.of()));
    }
}
