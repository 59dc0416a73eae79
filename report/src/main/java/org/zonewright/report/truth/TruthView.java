package org.zonewright.report.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.conformance.ConduitTruth;
import org.zonewright.assess.conformance.TruthCase;
import org.zonewright.assess.conformance.TruthRow;
import org.zonewright.assess.conformance.TruthTable;
import org.zonewright.base.Reason;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// All truth tables of a site as the report shows them. `sheets` are conduits, then pairs of zones with more to say
/// than that they are closed; `closed` are those others, `a → b`. `counts` are of all.
public record TruthView(
        List<TruthSheet> sheets, List<String> closed, Map<TruthCase, Integer> counts, List<Reason> notes) {
    public TruthView {
        sheets = List.copyOf(sheets);
        closed = List.copyOf(closed);
        EnumMap<TruthCase, Integer> ordered = new EnumMap<>(TruthCase.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        notes = List.copyOf(notes);
    }

    /// The tables of an assessment; empty where there is no configuration.
    public static Optional<TruthView> of(Assessment assessment) {
        return assessment
                .conformance()
                .flatMap(conformance -> conformance.truth())
                .map(table -> of(table, assessment.plant().orElseThrow()));
    }

    private static TruthView of(TruthTable table, Plant plant) {
        ZoneLookup zones = new ZoneLookup(plant);
        List<TruthSheet> sheets = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        table.conduits().forEach(truth -> sheets.add(sheet(truth, plant, zones)));
        for (ConduitTruth truth : table.pairs()) {
            boolean shut = truth.rows().stream().allMatch(row -> row.truth() == TruthCase.CLOSED);
            if (shut && !truth.rows().isEmpty()) {
                closed.add(pair(truth, zones));
            } else {
                sheets.add(sheet(truth, plant, zones));
            }
        }
        return new TruthView(sheets, closed, table.counts(), table.notes());
    }

    private static TruthSheet sheet(ConduitTruth truth, Plant plant, ZoneLookup zones) {
        String name = truth.conduit()
                .flatMap(plant::conduit)
                .map(Conduit::displayName)
                .orElseGet(() -> pair(truth, zones));
        return new TruthSheet(
                truth.key(),
                name,
                truth.devices().stream().map(AssetId::value).toList(),
                truth.rows().stream().map(TruthView::row).toList(),
                truth.missing());
    }

    private static String pair(ConduitTruth truth, ZoneLookup zones) {
        return zone(truth.between().getFirst(), zones)
                + " → "
                + zone(truth.between().getLast(), zones);
    }

    private static String zone(ZoneId id, ZoneLookup zones) {
        return zones.zone(id).map(Zone::displayName).orElse(id.value());
    }

    private static TruthSheet.Row row(TruthRow row) {
        return new TruthSheet.Row(
                row.truth(),
                row.flow().map(flow -> flow.value()).orElse(""),
                row.from(),
                row.to(),
                row.service(),
                row.functions(),
                row.exchanges(),
                row.reason());
    }
}
