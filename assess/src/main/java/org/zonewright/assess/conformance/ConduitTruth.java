package org.zonewright.assess.conformance;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// Approved against configured against observed, for one conduit or, without `conduit`, for two zones that none
/// joins.
///
/// `devices` are what traffic has to pass. `rows` are flows first, then traffic without approval, then what is let
/// through without it; the first ones where they are many, while `counts` has all. `missing` says once what would
/// have to be known. Without rows nothing could be assessed.
public record ConduitTruth(
        Optional<ConduitId> conduit,
        List<ZoneId> between,
        List<AssetId> devices,
        List<TruthRow> rows,
        Map<TruthCase, Integer> counts,
        List<Reason> missing) {
    public ConduitTruth {
        between = List.copyOf(between);
        devices = List.copyOf(devices);
        rows = List.copyOf(rows);
        EnumMap<TruthCase, Integer> ordered = new EnumMap<>(TruthCase.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        missing = missing.stream().distinct().toList();
    }

    /// The id of the conduit, or both zones with `>` between.
    public String key() {
        return conduit.map(ConduitId::value).orElseGet(() -> between.getFirst() + ">" + between.getLast());
    }

    public int count(TruthCase truth) {
        return counts.getOrDefault(truth, 0);
    }

    /// The rows of a case, those of functions beyond an approval left out.
    public List<TruthRow> rows(TruthCase truth) {
        return rows.stream()
                .filter(row -> row.truth() == truth && !row.isExcess())
                .toList();
    }
}
