package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;

/// Holds the partition rules ZCR 3.2, 3.3, 3.5 and 3.6 against what was seen. Roles count from medium confidence on.
/// A station that came late (ZCR 3.4) is told by [AssetChecks].
final class PartitionSeen {
    private static final Set<Role> PLANT_DEVICES = Set.of(Role.CONTROLLER, Role.FIELD_DEVICE);
    private static final Attribute REMOTE_ACCESS = new Attribute("remote-access");
    private static final int MOST_EXCHANGES = 12;

    private final Inventory inventory;
    private final Placement placement;
    private final ZoneLookup zones;
    private final Map<AssetId, PlantAsset> documented = new HashMap<>();

    PartitionSeen(Plant plant, Inventory inventory, Placement placement, ZoneLookup zones) {
        this.inventory = inventory;
        this.placement = placement;
        this.zones = zones;
        plant.assets().forEach(asset -> documented.putIfAbsent(asset.id(), asset));
    }

    List<Finding> find(List<Exchange> exchanges) {
        List<Finding> findings = new ArrayList<>();
        for (Asset asset : inventory.assets()) {
            Optional<PlacedAsset> placed = placement.of(asset.id());
            Optional<Zone> zone = placed.flatMap(one -> one.place().inZone()).flatMap(zones::zone);
            if (asset.isObserved() && zone.isPresent() && !placement.views().containsKey(asset.id())) {
                judge(asset, placed.get(), zone.get(), findings);
            }
        }
        findings.addAll(programmed(exchanges));
        return findings;
    }

    private static void judge(Asset asset, PlacedAsset placed, Zone zone, List<Finding> findings) {
        if (zone.function() == ZoneFunction.ENTERPRISE) {
            role(asset, PLANT_DEVICES::contains)
                    .ifPresent(role -> findings.add(station(
                            FindingKind.BUSINESS_SHARED_SEEN,
                            asset,
                            placed,
                            zone,
                            role.role().id(),
                            List.of(role.reason()))));
        }
        if (zone.inSuc() && !zone.traits().wireless()) {
            role(asset, Role.WIRELESS_ACCESS::equals)
                    .ifPresent(role -> findings.add(station(
                            FindingKind.WIRELESS_SHARED_SEEN,
                            asset,
                            placed,
                            zone,
                            role.role().id(),
                            List.of(role.reason()))));
        }
        boolean inside = zone.function() == ZoneFunction.CONTROL || zone.function() == ZoneFunction.OPERATIONS;
        if (inside && !zone.traits().externalAccess()) {
            asset.values(REMOTE_ACCESS).stream()
                    .findFirst()
                    .ifPresent(fact -> findings.add(station(
                            FindingKind.EXTERNAL_SHARED_SEEN,
                            asset,
                            placed,
                            zone,
                            fact.value(),
                            List.of(Reason.of(
                                    Text.of("finding.external-shared-seen.told", asset.label(), fact.value()),
                                    fact.where())))));
        }
    }

    private static Optional<AssignedRole> role(Asset asset, Predicate<Role> wanted) {
        return asset.roles().stream()
                .filter(role -> wanted.test(role.role()) && role.confidence() != Confidence.LOW)
                .findFirst();
    }

    private static Finding station(
            FindingKind kind, Asset asset, PlacedAsset placed, Zone zone, String what, List<Reason> because) {
        Subject subject = placed.documented().map(Subject::of).orElseGet(() -> Subject.observed(asset.id()));
        List<Reason> reasons = new ArrayList<>(because);
        reasons.add(placed.reason());
        List<SourceRef> evidence =
                because.stream().flatMap(reason -> reason.sources().stream()).toList();
        return Finding.of(
                kind,
                new About(
                        subject.id(),
                        List.of(asset.label(), zone.displayName(), what),
                        List.of(subject, Subject.of(zone.id()))),
                Reason.because(Text.of("finding." + kind.id() + ".because", asset.label(), zone.id(), what), reasons),
                Ranking.start().reaches(Optional.of(zone)).consequence(),
                evidence);
    }

    /// One finding for each safety-related system that was programmed from outside.
    private List<Finding> programmed(List<Exchange> exchanges) {
        Map<String, List<Exchange>> bySystem = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            if (exchange.wentThrough()
                    && exchange.classes().contains(FunctionClass.PROGRAM)
                    && isSafety(exchange.to())
                    && !isSafety(exchange.from())) {
                bySystem.computeIfAbsent(exchange.to().subject().id(), any -> new ArrayList<>())
                        .add(exchange);
            }
        }
        return bySystem.entrySet().stream()
                .map(entry -> programmed(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean isSafety(End end) {
        boolean zone = end.place()
                .inZone()
                .flatMap(zones::zone)
                .filter(known -> known.traits().safetyRelated())
                .isPresent();
        return zone
                || end.asset()
                        .flatMap(id -> Optional.ofNullable(documented.get(id)))
                        .filter(asset -> asset.traits().safetyRelated())
                        .isPresent();
    }

    private Finding programmed(String system, List<Exchange> exchanges) {
        Exchange first = exchanges.getFirst();
        List<Subject> subjects = new ArrayList<>(List.of(first.to().subject()));
        first.to().place().inZone().map(Subject::of).ifPresent(subjects::add);
        return Finding.of(
                FindingKind.SAFETY_PROGRAMMED_SEEN,
                new About(
                        system,
                        List.of(
                                first.to().label(),
                                first.from().label(),
                                first.from().place().label()),
                        subjects),
                Reason.because(
                        Text.of(
                                "finding.safety-programmed-seen.because",
                                first.to().label(),
                                exchanges.size(),
                                first.from().place().label()),
                        exchanges.stream()
                                .limit(MOST_EXCHANGES)
                                .map(Exchange::reason)
                                .toList()),
                Ranking.start()
                        .reaches(first.to().place().inZone().flatMap(zones::zone))
                        .does(List.of(FunctionClass.PROGRAM))
                        .comesFrom(first.from().place().inZone().flatMap(zones::zone))
                        .consequence(),
                exchanges.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).toList());
    }
}
