package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Life;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// The zones, conduits and assets of the SUC under numbers, in the document's order, zones first.
///
/// A conduit belongs to the SUC if it joins one of its zones. An asset stands in the zone of its line, or else in the
/// first conduit that names it. What is planned or retired carries nothing.
final class SiteIndex {
    private final List<Subject> places = new ArrayList<>();
    private final Map<Subject, Integer> placeNumbers = new HashMap<>();
    private final List<PlantAsset> assets = new ArrayList<>();
    private final Map<AssetId, Integer> assetNumbers = new HashMap<>();
    private final List<String> models = new ArrayList<>();
    private final int[] placeOf;
    private final int[][] assetsOf;
    private final int[] changedOn;
    private final List<Optional<String>> firmware = new ArrayList<>();

    SiteIndex(Plant plant, List<Installed> installed) {
        Set<ZoneId> zones = new HashSet<>();
        for (Zone zone : plant.zones()) {
            if (zone.inSuc() && zones.add(zone.id())) {
                add(Subject.of(zone.id()));
            }
        }
        Map<AssetId, Integer> conduitOf = new HashMap<>();
        for (Conduit conduit : plant.conduits()) {
            if (conduit.between().stream().anyMatch(zones::contains)
                    && !placeNumbers.containsKey(Subject.of(conduit.id()))) {
                int number = add(Subject.of(conduit.id()));
                conduit.members().forEach(member -> conduitOf.putIfAbsent(member, number));
            }
        }
        for (PlantAsset asset : plant.assets()) {
            boolean present = asset.life() == Life.IN_SERVICE || asset.life() == Life.COMMISSIONED;
            if (present && assetNumbers.putIfAbsent(asset.id(), assets.size()) == null) {
                assets.add(asset);
                models.add(asset.product().model().map(ClaimIndex::word).orElse(""));
                firmware.add(asset.product().firmware());
            }
        }
        placeOf = new int[assets.size()];
        changedOn = new int[assets.size()];
        List<List<Integer>> members = new ArrayList<>();
        places.forEach(_ -> members.add(new ArrayList<>()));
        for (int i = 0; i < assets.size(); i++) {
            PlantAsset asset = assets.get(i);
            changedOn[i] = Integer.MIN_VALUE;
            placeOf[i] = asset.zone()
                    .map(zone -> placeNumbers.getOrDefault(Subject.of(zone), -1))
                    .orElseGet(() -> conduitOf.getOrDefault(asset.id(), -1));
            if (placeOf[i] >= 0) {
                members.get(placeOf[i]).add(i);
            }
        }
        assetsOf = members.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        installed.forEach(this::install);
    }

    private int add(Subject place) {
        placeNumbers.put(place, places.size());
        places.add(place);
        return places.size() - 1;
    }

    private void install(Installed known) {
        int number = assetNumbers.getOrDefault(known.asset(), -1);
        if (number < 0) {
            return;
        }
        if (known.firmware().isPresent()) {
            firmware.set(number, known.firmware());
        }
        known.firmwareSince().ifPresent(day -> changedOn[number] = Math.max(changedOn[number], (int) day.toEpochDay()));
        known.zoneSince().ifPresent(day -> changedOn[number] = Math.max(changedOn[number], (int) day.toEpochDay()));
    }

    List<Subject> places() {
        return places;
    }

    int placeCount() {
        return places.size();
    }

    int assetCount() {
        return assets.size();
    }

    Subject place(int number) {
        return places.get(number);
    }

    PlantAsset asset(int number) {
        return assets.get(number);
    }

    /// The number of a zone or conduit of the SUC; -1 for anything else.
    int placeNumber(Subject place) {
        return placeNumbers.getOrDefault(place, -1);
    }

    /// The number of an asset that is there; -1 for anything else.
    int assetNumber(AssetId id) {
        return assetNumbers.getOrDefault(id, -1);
    }

    /// The place an asset stands in; -1 where it is none of the SUC.
    int placeOf(int asset) {
        return placeOf[asset];
    }

    int[] assetsOf(int place) {
        return assetsOf[place];
    }

    /// The day of the asset's last change, counted from 1970-01-01.
    int changedOn(int asset) {
        return changedOn[asset];
    }

    Optional<String> firmware(int asset) {
        return firmware.get(asset);
    }

    /// The model in lower case, empty where it is not documented.
    String model(int asset) {
        return models.get(asset);
    }

    /// The number of the zone or conduit that a subject of the document is; -1 for anything else.
    int placeNumber(org.zonewright.plant.assurance.Subject subject) {
        return switch (subject) {
            case org.zonewright.plant.assurance.Subject.OfZone(ZoneId zone) -> placeNumber(Subject.of(zone));
            case org.zonewright.plant.assurance.Subject.OfConduit(ConduitId conduit) ->
                placeNumber(Subject.of(conduit));
            case org.zonewright.plant.assurance.Subject.OfAsset _,
                    org.zonewright.plant.assurance.Subject.OfService _,
                    org.zonewright.plant.assurance.Subject.OfSite _ -> -1;
        };
    }

    /// The number of the asset that a subject of the document is; -1 for anything else.
    int assetNumber(org.zonewright.plant.assurance.Subject subject) {
        return subject instanceof org.zonewright.plant.assurance.Subject.OfAsset(AssetId asset)
                ? assetNumber(asset)
                : -1;
    }
}
