package org.zonewright.assess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.coverage.Laws;
import org.zonewright.assess.coverage.SiteCoverage;
import org.zonewright.assess.coverage.Suppliers;
import org.zonewright.assess.levels.Gaps;
import org.zonewright.assess.levels.Installed;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.levels.LevelsInput;
import org.zonewright.assess.observation.Observation;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.programme.ProgrammeResult;
import org.zonewright.assess.programme.Programmes;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.NationalOverlay;
import org.zonewright.standard.catalogue.NationalOverlays;

/// Composes the engines that need each other's results: risk gives the targets, levels are held against them, and what
/// the laws are told rests on both. A pure function.
final class OutlookComposer {
    private OutlookComposer() {}

    /// The outlook of a document; `findings` are those of the drawing and of the traffic.
    static Outlook compose(
            Plant plant,
            SourceMap positions,
            Inventory inventory,
            Placement placement,
            List<Finding> findings,
            List<Observation> observations,
            RiskInputs inputs,
            Instant at) {
        Catalogues catalogues = Catalogues.shipped();
        RiskResult risk = RiskEngine.assess(plant, positions, catalogues, inputs.withFindings(findings), at);
        Levels levels = Levels.of(new LevelsInput(
                catalogues.systems(),
                catalogues.components(),
                plant,
                risk.vectors(),
                observations,
                installed(inventory, placement),
                Evidence.Stage.OPERATION,
                at));
        return new Outlook(
                risk,
                levels,
                Gaps.of(levels, catalogues.attack()),
                coverage(plant, positions, catalogues, risk, levels, at));
    }

    /// The firmware that the network shows of documented assets, where it shows one and no other.
    private static List<Installed> installed(Inventory inventory, Placement placement) {
        Map<AssetId, Set<String>> seen = new HashMap<>();
        for (Asset asset : inventory.assets()) {
            Optional<AssetId> documented = placement.of(asset.id()).flatMap(placed -> placed.documented());
            documented.ifPresent(id -> asset.facts().stream()
                    .filter(fact -> fact.attribute().equals(Attribute.FIRMWARE))
                    .map(IdentityFact::value)
                    .forEach(value ->
                            seen.computeIfAbsent(id, any -> new HashSet<>()).add(value)));
        }
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .map(entry -> new Installed(
                        entry.getKey(),
                        Optional.of(entry.getValue().iterator().next()),
                        Optional.<LocalDate>empty(),
                        Optional.<LocalDate>empty()))
                .sorted(Comparator.comparing(Installed::asset))
                .toList();
    }

    private static SiteCoverage coverage(
            Plant plant, SourceMap positions, Catalogues catalogues, RiskResult risk, Levels levels, Instant at) {
        ProgrammeResult programmes = Programmes.judge(plant, positions, catalogues, at);
        Laws laws = new Laws(catalogues, programmes.standings(), OutlookStandings.of(plant, risk, levels));
        List<NationalOverlay> national = NationalOverlays.shipped().stream()
                .filter(overlay ->
                        plant.site().country().filter(overlay.country()::equals).isPresent())
                .toList();
        return new SiteCoverage(
                at,
                plant.site().displayName(),
                programmes,
                laws.nis2(),
                laws.national(national),
                Suppliers.of(plant, positions, List.of(), at),
                List.of());
    }
}
