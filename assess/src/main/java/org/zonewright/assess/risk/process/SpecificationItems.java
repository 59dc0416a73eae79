package org.zonewright.assess.risk.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.Place;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.AccessPoint;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Life;
import org.zonewright.plant.Match;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Specification;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;

/// Which of the items a to n of ZCR 6.4 the document says of each zone of the SUC and of each conduit that joins one.
///
/// Item a is the id, e the traits, which every zone and conduit has; k, SL-T, is asked of the targets; l follows from
/// k by the catalogue where no requirements of its own are listed.
final class SpecificationItems {
    private final Plant plant;
    private final SourceMap positions;
    private final Set<Subject> withTarget;
    private final Map<ZoneId, Set<AssetId>> assetsOf = new HashMap<>();
    private final Map<AssetId, PlantAsset> assets = new HashMap<>();
    private final Map<ZoneId, List<Conduit>> conduitsOf = new HashMap<>();
    private final Map<Subject, List<AccessPoint>> pointsOf = new HashMap<>();
    private final boolean policies;

    SpecificationItems(Plant plant, SourceMap positions, Set<Subject> withTarget) {
        this.plant = plant;
        this.positions = positions;
        this.withTarget = Set.copyOf(withTarget);
        ZoneLookup zones = new ZoneLookup(plant);
        for (PlantAsset asset : plant.assets()) {
            assets.putIfAbsent(asset.id(), asset);
            if (asset.life() != Life.RETIRED) {
                zone(asset, zones).ifPresent(zone -> assetsOf.computeIfAbsent(zone, _ -> new LinkedHashSet<>())
                        .add(asset.id()));
            }
        }
        plant.conduits().forEach(conduit -> conduit.between()
                .forEach(zone ->
                        conduitsOf.computeIfAbsent(zone, _ -> new ArrayList<>()).add(conduit)));
        this.policies = !plant.suc()
                .map(SystemUnderConsideration::policies)
                .orElse(List.of())
                .isEmpty();
        plant.suc().stream().flatMap(suc -> suc.accessPoints().stream()).forEach(this::point);
    }

    private void point(AccessPoint point) {
        point.zone().ifPresent(id -> pointAt(Subject.of(id), point));
        point.conduit().ifPresent(id -> pointAt(Subject.of(id), point));
        point.asset()
                .ifPresent(asset -> assetsOf.forEach((zone, members) -> {
                    if (members.contains(asset)) {
                        pointAt(Subject.of(zone), point);
                    }
                }));
    }

    private void pointAt(Subject subject, AccessPoint point) {
        pointsOf.computeIfAbsent(subject, _ -> new ArrayList<>()).add(point);
    }

    private static Optional<ZoneId> zone(PlantAsset asset, ZoneLookup zones) {
        Optional<Place> place = zones.placeOf(asset.id());
        if (place.isPresent()) {
            return place.flatMap(Place::inZone);
        }
        for (Match match : asset.matches()) {
            String realm = match.realm().map(RealmId::value).orElse("");
            Optional<ZoneId> zone =
                    match.ip().map(DocumentAddresses::observed).flatMap(address -> zones.zoneOf(realm, address));
            if (zone.isPresent()) {
                return zone;
            }
        }
        return Optional.empty();
    }

    /// Ticks off the items of every zone of the SUC and every conduit that joins one.
    void check(Checklist list) {
        Set<ZoneId> inSuc = new HashSet<>();
        for (Zone zone : plant.zones()) {
            if (zone.inSuc()) {
                inSuc.add(zone.id());
                zone(zone, new Ticker(list, Subject.of(zone.id()), zone.displayName(), lines(zone.id())));
            }
        }
        for (Conduit conduit : plant.conduits()) {
            if (conduit.between().stream().anyMatch(inSuc::contains)) {
                conduit(
                        conduit,
                        new Ticker(list, Subject.of(conduit.id()), conduit.displayName(), lines(conduit.id())));
            }
        }
    }

    private List<SourceRef> lines(Id id) {
        return positions.of(id).stream().toList();
    }

    private record Ticker(Checklist list, Subject subject, String name, List<SourceRef> where) {
        void item(char letter, boolean there) {
            list.need(there, Optional.of(subject), where, "risk.zcr.6-4." + letter, name);
        }
    }

    private void zone(Zone zone, Ticker tick) {
        Specification says = zone.specification();
        List<Conduit> joined = conduitsOf.getOrDefault(zone.id(), List.of());
        tick.item(
                'b',
                says.accountable().isPresent()
                        || zone.organisation().isPresent()
                        || zone.owner().isPresent());
        tick.item('c', says.logicalBoundary().isPresent() || !zone.members().isEmpty());
        tick.item('d', says.physicalBoundary().isPresent());
        boolean flows = joined.stream().anyMatch(conduit -> !conduit.flows().isEmpty());
        points(says, tick, !joined.isEmpty());
        tick.item('h', flows);
        tick.item('i', !joined.isEmpty());
        assets(assetsOf.getOrDefault(zone.id(), Set.of()), tick);
        rest(says, tick);
    }

    private void conduit(Conduit conduit, Ticker tick) {
        Specification says = conduit.specification();
        tick.item(
                'b',
                says.accountable().isPresent()
                        || conduit.organisation().isPresent()
                        || conduit.owner().isPresent());
        tick.item(
                'c', says.logicalBoundary().isPresent() || !conduit.enforcedBy().isEmpty());
        tick.item('d', says.physicalBoundary().isPresent());
        points(says, tick, true);
        tick.item('h', !conduit.flows().isEmpty());
        if (!conduit.members().isEmpty()) {
            assets(Set.copyOf(conduit.members()), tick);
        }
        rest(says, tick);
    }

    /// A conduit is a logical way in by itself.
    private void points(Specification says, Ticker tick, boolean joined) {
        List<AccessPoint> points = pointsOf.getOrDefault(tick.subject(), List.of());
        tick.item(
                'f',
                joined
                        || !says.logicalAccessPoints().isEmpty()
                        || points.stream().anyMatch(point -> !isPhysical(point)));
        tick.item(
                'g',
                !says.physicalAccessPoints().isEmpty() || points.stream().anyMatch(SpecificationItems::isPhysical));
    }

    private static boolean isPhysical(AccessPoint point) {
        return switch (point.kind()) {
            case SERIAL, USB, REMOVABLE_MEDIA, CONSOLE, PHYSICAL -> true;
            case NETWORK, VPN, VENDOR_MODEM, DIAL_UP, CELLULAR, WIRELESS -> false;
        };
    }

    private void assets(Set<AssetId> members, Ticker tick) {
        long described = members.stream()
                .flatMap(id -> Optional.ofNullable(assets.get(id)).stream())
                .filter(asset -> asset.criticality().isPresent()
                        && asset.classification().isPresent())
                .count();
        tick.list()
                .need(
                        !members.isEmpty() && described == members.size(),
                        Optional.of(tick.subject()),
                        tick.where(),
                        members.isEmpty() ? "risk.zcr.6-4.j-none" : "risk.zcr.6-4.j",
                        tick.name(),
                        members.size() - described,
                        members.size());
    }

    private void rest(Specification says, Ticker tick) {
        boolean target = withTarget.contains(tick.subject());
        tick.item('k', target);
        tick.item('l', target || !says.securityRequirements().isEmpty());
        tick.item('m', policies || !says.policies().isEmpty());
        tick.item('n', !says.assumptions().isEmpty() || !says.dependencies().isEmpty());
    }
}
