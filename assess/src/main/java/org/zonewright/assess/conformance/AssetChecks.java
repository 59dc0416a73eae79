package org.zonewright.assess.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.base.Reason;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Life;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.RequirementId;

/// Judges who speaks: stations that the document does not have, those it says should not, and those in several zones.
///
/// In zones outside the SUC an unknown station is only information, and in external zones nothing: there the document
/// is not meant to list everyone.
final class AssetChecks {
    private static final int MOST_EXCHANGES = 12;
    private static final RequirementId TEMPORARY =
            RequirementId.parse("ZCR 3.4").orElseThrow();

    private final Inventory inventory;
    private final Placement placement;
    private final ZoneLookup zones;
    private final SourceMap positions;
    private final Map<AssetId, PlantAsset> documented = new HashMap<>();
    private final Set<AssetId> boundary = new HashSet<>();

    AssetChecks(Plant plant, Inventory inventory, Placement placement, ZoneLookup zones, SourceMap positions) {
        this.inventory = inventory;
        this.placement = placement;
        this.zones = zones;
        this.positions = positions;
        plant.assets().forEach(asset -> documented.putIfAbsent(asset.id(), asset));
        for (Conduit conduit : plant.conduits()) {
            boundary.addAll(conduit.members());
            boundary.addAll(conduit.enforcedBy());
        }
    }

    List<Finding> find(List<Exchange> exchanges) {
        Optional<Instant> start = inventory.assets().stream()
                .flatMap(asset -> asset.firstSeen().stream())
                .min(Comparator.naturalOrder());
        Optional<Instant> end = inventory.assets().stream()
                .flatMap(asset -> asset.lastSeen().stream())
                .max(Comparator.naturalOrder());
        Map<String, List<Exchange>> byStation = new HashMap<>();
        for (Exchange exchange : exchanges) {
            Set<String> ends = new HashSet<>(
                    List.of(exchange.from().observed(), exchange.to().observed()));
            ends.forEach(station ->
                    byStation.computeIfAbsent(station, any -> new ArrayList<>()).add(exchange));
        }
        List<Finding> findings = new ArrayList<>();
        for (Asset asset : inventory.assets()) {
            Optional<PlacedAsset> placed = placement.of(asset.id());
            if (asset.isObserved() && placed.isPresent() && !placement.views().containsKey(asset.id())) {
                List<Exchange> own = byStation.getOrDefault(asset.id(), List.of());
                judge(asset, placed.get(), own, start, end).forEach(findings::add);
            }
        }
        return findings;
    }

    private Stream<Finding> judge(
            Asset asset, PlacedAsset placed, List<Exchange> own, Optional<Instant> start, Optional<Instant> end) {
        List<Finding> findings = new ArrayList<>();
        Optional<PlantAsset> line = placed.documented().flatMap(id -> Optional.ofNullable(documented.get(id)));
        if (line.isEmpty()) {
            unknown(asset, placed, own, start, end).ifPresent(findings::add);
        } else if (line.get().life() == Life.RETIRED && speaks(own, asset)) {
            findings.add(life(FindingKind.RETIRED_ASSET_SPEAKS, "retired", line.get(), placed, own));
        } else if (line.get().life() == Life.PLANNED && speaks(own, asset)) {
            findings.add(life(FindingKind.PLANNED_ASSET_SPEAKS, "planned", line.get(), placed, own));
        }
        boolean borderStation =
                line.filter(known -> boundary.contains(known.id())).isPresent();
        if (placed.addressZones().size() > 1 && !borderStation) {
            findings.add(multiHomed(asset, placed, line));
        }
        return findings.stream();
    }

    /// True if the asset sent anything: as the opening end, or as an end that answered.
    private static boolean speaks(List<Exchange> own, Asset asset) {
        return asset.firstSeen().isPresent()
                || own.stream()
                        .anyMatch(one -> one.from().observed().equals(asset.id())
                                || one.conversation().serverPackets() > 0);
    }

    private Optional<Finding> unknown(
            Asset asset, PlacedAsset placed, List<Exchange> own, Optional<Instant> start, Optional<Instant> end) {
        Optional<Zone> zone = placed.place().inZone().flatMap(zones::zone);
        if (zone.filter(one -> one.function() == ZoneFunction.EXTERNAL).isPresent()) {
            return Optional.empty();
        }
        List<Reason> because = new ArrayList<>();
        because.add(placed.reason());
        because.add(identity(asset));
        boolean late = lateComer(asset, start, end).map(because::add).isPresent();
        because.addAll(exchangeReasons(own));
        boolean temporary =
                late || asset.facts().stream().anyMatch(fact -> fact.method().equals("dhcp"));
        Finding finding = Finding.of(
                FindingKind.UNKNOWN_ASSET,
                new About(
                        asset.id(),
                        List.of(named(asset), placed.place().label()),
                        subjects(Subject.observed(asset.id()), zone)),
                Reason.because(Text.of("finding.unknown-asset.because", named(asset)), because),
                Ranking.start()
                        .reaches(zone)
                        .does(opened(own, asset))
                        .stranger("unknown")
                        .consequence(),
                evidence(asset, own));
        if (temporary) {
            List<RequirementId> clauses = new ArrayList<>(finding.clauses());
            clauses.add(TEMPORARY);
            finding = finding.withClauses(clauses);
        }
        boolean outsideSuc = zone.filter(one -> !one.inSuc()).isPresent();
        return Optional.of(outsideSuc ? finding.withSeverity(Severity.INFO) : finding);
    }

    private static String named(Asset asset) {
        String address = asset.id().substring(asset.id().indexOf('/') + 1);
        return asset.label().equals(address) ? address : asset.label() + " (" + address + ")";
    }

    private static Reason identity(Asset asset) {
        String addresses = String.join(
                ", ", asset.addresses().stream().map(String::valueOf).toList());
        List<SourceRef> sources = asset.facts().stream()
                .map(fact -> fact.where())
                .distinct()
                .limit(5)
                .toList();
        return new Reason(
                Text.of("finding.unknown-asset.identity", asset.realm(), addresses, asset.label()), sources, List.of());
    }

    /// First seen in the second half of the time that was looked at.
    private static Optional<Reason> lateComer(Asset asset, Optional<Instant> start, Optional<Instant> end) {
        if (asset.firstSeen().isEmpty() || start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        long whole = start.get().until(end.get()).toSeconds();
        long before = start.get().until(asset.firstSeen().get()).toSeconds();
        return before * 2 > whole && whole > 0
                ? Optional.of(Reason.of(
                        Text.of("finding.unknown-asset.late", asset.firstSeen().get(), before, whole)))
                : Optional.empty();
    }

    private Finding life(FindingKind kind, String word, PlantAsset line, PlacedAsset placed, List<Exchange> own) {
        Optional<Zone> zone = placed.place().inZone().flatMap(zones::zone);
        List<SourceRef> where = positions.of(line.id()).stream().toList();
        List<SourceRef> evidence = new ArrayList<>();
        own.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).forEach(evidence::add);
        evidence.addAll(where);
        return Finding.of(
                kind,
                new About(
                        line.id().value(),
                        List.of(line.displayName(), placed.place().label()),
                        subjects(Subject.of(line.id()), zone)),
                new Reason(
                        Text.of(
                                "finding." + kind.id() + ".because",
                                line.id(),
                                line.life().word()),
                        where,
                        exchangeReasons(own)),
                Ranking.start()
                        .reaches(zone)
                        .does(own.stream()
                                .flatMap(one -> one.classes().stream())
                                .toList())
                        .stranger(word)
                        .consequence(),
                evidence);
    }

    private Finding multiHomed(Asset asset, PlacedAsset placed, Optional<PlantAsset> line) {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(line.map(known -> Subject.of(known.id())).orElseGet(() -> Subject.observed(asset.id())));
        placed.addressZones().forEach(zone -> subjects.add(Subject.of(zone)));
        String key = line.map(known -> known.id().value()).orElse(asset.id());
        String list = String.join(
                ", ", placed.addressZones().stream().map(String::valueOf).toList());
        return Finding.of(
                FindingKind.MULTI_HOMED_ASSET,
                new About(key, List.of(key, list), subjects),
                new Reason(
                        Text.of("finding.multi-homed-asset.because", key, list, asset.addresses()),
                        line.flatMap(known -> positions.of(known.id())).stream().toList(),
                        asset.merges()),
                Ranking.start()
                        .reaches(placed.addressZones().stream()
                                .flatMap(zone -> zones.zone(zone).stream())
                                .max(Comparator.comparingInt(zone -> Ranking.start()
                                        .reaches(Optional.of(zone))
                                        .consequence()
                                        .rank())))
                        .consequence(),
                evidence(asset, List.of()));
    }

    private static List<Subject> subjects(Subject first, Optional<Zone> zone) {
        List<Subject> subjects = new ArrayList<>(List.of(first));
        zone.map(Zone::id).map(Subject::of).ifPresent(subjects::add);
        return subjects;
    }

    private static List<Reason> exchangeReasons(List<Exchange> own) {
        List<Reason> reasons = new ArrayList<>(
                own.stream().limit(MOST_EXCHANGES).map(Exchange::reason).toList());
        if (own.size() > MOST_EXCHANGES) {
            reasons.add(Reason.of(Text.of("conformance.more", own.size() - MOST_EXCHANGES)));
        }
        return reasons;
    }

    private static List<FunctionClass> opened(List<Exchange> own, Asset asset) {
        return own.stream()
                .filter(one -> one.from().observed().equals(asset.id()))
                .flatMap(one -> one.classes().stream())
                .toList();
    }

    private static List<SourceRef> evidence(Asset asset, List<Exchange> own) {
        List<SourceRef> evidence = new ArrayList<>();
        own.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).forEach(evidence::add);
        asset.facts().stream().map(fact -> fact.where()).distinct().limit(5).forEach(evidence::add);
        return evidence.stream().distinct().toList();
    }
}
