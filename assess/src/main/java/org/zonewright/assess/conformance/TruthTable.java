package org.zonewright.assess.conformance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zonewright.base.Reason;

/// The truth tables of a site, where configurations are known: of its conduits in the document's order, and of pairs
/// of zones that no conduit joins, sorted. `notes` are what a reader should know of the configurations.
public record TruthTable(List<ConduitTruth> conduits, List<ConduitTruth> pairs, List<Reason> notes) {
    public TruthTable {
        conduits = List.copyOf(conduits);
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }

    /// Conduits, then pairs.
    public Stream<ConduitTruth> all() {
        return Stream.concat(conduits.stream(), pairs.stream());
    }

    /// How often each case occurs, in the order of the cases, those that do not left out.
    public Map<TruthCase, Integer> counts() {
        Map<TruthCase, Integer> sum = new EnumMap<>(TruthCase.class);
        all().forEach(one -> one.counts().forEach((truth, count) -> sum.merge(truth, count, Integer::sum)));
        return sum;
    }
}
