package org.zonewright.plant.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Member;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ZoneId;

/// What is wrong with a document as a whole though each item is right. Whether the design is a good one is not asked
/// here.
final class PlantChecks {
    private final Plant plant;
    private final SourceMap positions;
    private final ProblemLog log;

    PlantChecks(Plant plant, SourceMap positions, ProblemLog log) {
        this.plant = plant;
        this.positions = positions;
        this.log = log;
    }

    void run(Map<String, Set<String>> catalogues) {
        assetsInTwoPlaces();
        Map<ZoneId, Set<ZoneId>> parents = new HashMap<>();
        plant.zones().forEach(zone -> zone.parent().ifPresent(parent -> parents.put(zone.id(), Set.of(parent))));
        cycles(plant.zones().stream().map(Zone::id).toList(), id -> parents.getOrDefault(id, Set.of()));
        Map<MeasureId, Set<MeasureId>> needs = plant.measures().stream()
                .collect(Collectors.toMap(Measure::id, measure -> new TreeSet<>(measure.needs()), (a, _) -> a));
        cycles(plant.measures().stream().map(Measure::id).toList(), id -> needs.getOrDefault(id, Set.of()));
        if (!catalogues.isEmpty()) {
            plant.catalogues().forEach((key, version) -> catalogue(key, version, catalogues));
        }
    }

    private SourceRef place(Id id) {
        return positions.of(id).orElseGet(() -> new SourceRef.InDocument("", 0, 0, id.value()));
    }

    /// Every asset is in exactly one zone or conduit (ZCR 6.3); being in none is for the assessment to say.
    private void assetsInTwoPlaces() {
        Map<AssetId, Id> placed = new HashMap<>();
        for (PlantAsset asset : plant.assets()) {
            asset.zone().ifPresent(zone -> place(placed, asset.id(), zone));
        }
        for (Zone zone : plant.zones()) {
            for (Member member : zone.members()) {
                if (member instanceof Member.OfAsset(var asset)) {
                    place(placed, asset, zone.id());
                }
            }
        }
        for (Conduit conduit : plant.conduits()) {
            conduit.members().forEach(asset -> place(placed, asset, conduit.id()));
        }
    }

    private void place(Map<AssetId, Id> placed, AssetId asset, Id where) {
        Id before = placed.putIfAbsent(asset, where);
        if (before != null && !before.equals(where)) {
            log.report(
                    PlantProblem.ASSET_IN_TWO_PLACES,
                    place(asset),
                    asset,
                    before.kind().word() + " " + before.value(),
                    where.kind().word() + " " + where.value());
        }
    }

    private <I extends Id> void cycles(List<I> ids, Function<I, Set<I>> next) {
        Set<I> done = new LinkedHashSet<>();
        for (I id : ids) {
            walk(id, next, new ArrayList<>(), done);
        }
    }

    /// Depth first; `way` is what is being walked, so meeting it again closes a cycle.
    private <I extends Id> void walk(I id, Function<I, Set<I>> next, List<I> way, Set<I> done) {
        if (done.contains(id)) {
            return;
        }
        if (way.contains(id)) {
            List<I> round = way.subList(way.indexOf(id), way.size());
            String names = round.stream().map(Id::value).collect(Collectors.joining(" → "));
            log.report(PlantProblem.CYCLE, place(id), names + " → " + id.value());
            return;
        }
        way.add(id);
        next.apply(id).forEach(following -> walk(following, next, way, done));
        way.removeLast();
        done.add(id);
    }

    private void catalogue(String key, String version, Map<String, Set<String>> known) {
        String path = "catalogues." + key;
        SourceRef where = positions.at("catalogues").orElseGet(() -> new SourceRef.InDocument("", 0, 0, path));
        Set<String> versions = known.get(key);
        if (versions == null) {
            log.report(PlantProblem.UNKNOWN_CATALOGUE, where, key, Nearest.to(key, known.keySet()));
        } else if (!versions.contains(version)) {
            String there = String.join(", ", new TreeSet<>(versions));
            log.report(PlantProblem.UNKNOWN_CATALOGUE_VERSION, where, version, key, there);
        }
    }
}
