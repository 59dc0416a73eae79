package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sums exchanges up by where they come from and where they go.
final class PairTable {
    private record Pair(String from, String to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int order = from.compareTo(other.from);
            return order != 0 ? order : to.compareTo(other.to);
        }
    }

    private PairTable() {}

    static List<PairTraffic> of(List<Exchange> exchanges, FlowMatcher matcher) {
        Map<Pair, List<Exchange>> byPair = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            Pair pair = new Pair(
                    exchange.from().place().label(), exchange.to().place().label());
            byPair.computeIfAbsent(pair, any -> new ArrayList<>()).add(exchange);
        }
        List<PairTraffic> table = new ArrayList<>();
        byPair.forEach((pair, members) -> table.add(row(pair, members, matcher)));
        return table;
    }

    private static PairTraffic row(Pair pair, List<Exchange> members, FlowMatcher matcher) {
        List<Exchange> through = members.stream().filter(Exchange::wentThrough).toList();
        return new PairTraffic(
                pair.from(),
                pair.to(),
                through.size(),
                members.size() - through.size(),
                (int) through.stream()
                        .filter(exchange -> !exchange.isInside())
                        .filter(exchange -> matcher.covering(exchange).isEmpty())
                        .count(),
                through.stream()
                        .mapToLong(exchange -> exchange.conversation().clientPackets()
                                + exchange.conversation().serverPackets())
                        .sum(),
                through.stream().map(Exchange::service).toList(),
                through.stream()
                        .flatMap(exchange -> exchange.classes().stream())
                        .toList());
    }
}
