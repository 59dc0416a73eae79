package org.zonewright.assess.levels;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.MeasureId;

/// The cheapest set of measures that closes everything that is open.
///
/// Exact for up to [#MOST_EXACT] measures that help: every set is tried but for those that cannot become cheaper.
/// With more, the measure that closes most for its cost is taken time and again, and the result says so. What a
/// measure needs comes with it and its cost. A measure without a cost counts as free and makes the total a lower
/// bound.
public final class CheapestCover {
    /// The most measures among which the cheapest set is certain.
    public static final int MOST_EXACT = 20;

    /// Measures that close all, in the document's order. `isExact`: no cheaper set exists; `isPriced`: every one of
    /// them has a cost.
    public record Choice(List<MeasureId> measures, BigDecimal cost, boolean isExact, boolean isPriced) {
        public Choice {
            measures = List.copyOf(measures);
        }
    }

    /// A measure with what it needs: what both close and cost together.
    private record Pack(List<Integer> members, BitSet closes, BigDecimal cost) {}

    private final List<Measure> measures;
    private final int open;
    private final List<Pack> packs = new ArrayList<>();
    private List<Integer> best = List.of();
    private Optional<BigDecimal> bestCost = Optional.empty();

    private CheapestCover(int open, List<Measure> measures) {
        this.open = open;
        this.measures = measures;
    }

    /// The cheapest choice; empty where nothing is open or the measures together do not close all.
    ///
    /// @param open how many things are to be closed
    /// @param measures those that may be chosen
    /// @param closes which of the things, from 0, a measure closes
    public static Optional<Choice> find(int open, List<Measure> measures, Function<Measure, List<Integer>> closes) {
        CheapestCover cover = new CheapestCover(open, measures);
        cover.pack(closes);
        BitSet all = new BitSet();
        cover.packs.forEach(pack -> all.or(pack.closes()));
        if (open == 0 || all.cardinality() < open) {
            return Optional.empty();
        }
        boolean exact = cover.packs.size() <= MOST_EXACT;
        if (exact) {
            cover.search(0, new BitSet(), new ArrayList<>());
        } else {
            cover.greedy();
        }
        return cover.bestCost.map(cost -> new Choice(
                cover.best.stream().map(i -> measures.get(i).id()).toList(),
                cost,
                exact,
                cover.best.stream().allMatch(i -> measures.get(i).cost().isPresent())));
    }

    private void pack(Function<Measure, List<Integer>> closes) {
        Map<MeasureId, Integer> numbers = new HashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            numbers.putIfAbsent(measures.get(i).id(), i);
        }
        for (int i = 0; i < measures.size(); i++) {
            List<Integer> members = new ArrayList<>();
            gather(i, numbers, members);
            BitSet closed = new BitSet();
            members.forEach(member -> closes.apply(measures.get(member)).forEach(closed::set));
            if (!closes.apply(measures.get(i)).isEmpty()) {
                packs.add(new Pack(members, closed, cost(members)));
            }
        }
    }

    private void gather(int measure, Map<MeasureId, Integer> numbers, List<Integer> members) {
        if (!members.contains(measure)) {
            members.add(measure);
            measures.get(measure).needs().forEach(need -> Optional.ofNullable(numbers.get(need))
                    .ifPresent(number -> gather(number, numbers, members)));
        }
    }

    private BigDecimal cost(List<Integer> members) {
        return members.stream()
                .map(member -> measures.get(member).cost().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void search(int next, BitSet closed, List<Integer> chosen) {
        BigDecimal cost = cost(chosen);
        if (bestCost.isPresent() && cost.compareTo(bestCost.get()) > 0) {
            return;
        }
        if (closed.cardinality() == open) {
            keep(cost, chosen);
            return;
        }
        if (next < packs.size()) {
            Pack pack = packs.get(next);
            BitSet more = (BitSet) closed.clone();
            more.or(pack.closes());
            if (more.cardinality() > closed.cardinality()) {
                search(next + 1, more, joined(chosen, pack.members()));
            }
            search(next + 1, closed, chosen);
        }
    }

    /// Of two sets of one cost the smaller, then the one that comes first in the document.
    private void keep(BigDecimal cost, List<Integer> chosen) {
        List<Integer> sorted = chosen.stream().sorted().toList();
        boolean cheaper = bestCost.isEmpty() || cost.compareTo(bestCost.get()) < 0;
        boolean nicer = bestCost.isPresent()
                && cost.compareTo(bestCost.get()) == 0
                && Comparator.<List<Integer>>comparingInt(List::size)
                                .thenComparing(List::toString)
                                .compare(sorted, best)
                        < 0;
        if (cheaper || nicer) {
            best = sorted;
            bestCost = Optional.of(cost);
        }
    }

    private static List<Integer> joined(List<Integer> chosen, List<Integer> more) {
        List<Integer> both = new ArrayList<>(chosen);
        more.stream().filter(one -> !both.contains(one)).forEach(both::add);
        return both;
    }

    private void greedy() {
        BitSet closed = new BitSet();
        List<Integer> chosen = new ArrayList<>();
        while (closed.cardinality() < open) {
            Pack pick = null;
            double pickWorth = -1;
            for (Pack pack : packs) {
                BitSet gain = (BitSet) pack.closes().clone();
                gain.andNot(closed);
                BigDecimal extra = cost(joined(chosen, pack.members())).subtract(cost(chosen));
                double worth = gain.isEmpty() ? -1 : gain.cardinality() / (extra.doubleValue() + 1e-9);
                if (worth > pickWorth) {
                    pick = pack;
                    pickWorth = worth;
                }
            }
            if (pick == null) {
                return;
            }
            closed.or(pick.closes());
            chosen = joined(chosen, pick.members());
        }
        keep(cost(chosen), chosen);
    }
}
