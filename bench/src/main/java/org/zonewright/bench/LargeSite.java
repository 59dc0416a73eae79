package org.zonewright.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.LevelsInput;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Product;
import org.zonewright.plant.Site;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.ComponentRequirement;
import org.zonewright.standard.catalogue.SystemRequirement;

/// A made-up site for measuring: zones of equal size, assets of four types and 200 models with a claim each, and
/// evidence spread over all requirements and methods. The same arguments give the same site.
final class LargeSite {
    private static final int MODELS = 200;
    private static final List<AssetType> TYPES = List.of(AssetType.values());
    private static final List<Method> METHODS = List.of(Method.values());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private LargeSite() {}

    static Plant plant(int zones, int assets, int evidence) {
        return Plant.of(Site.of(new SiteId("large")))
                .withZones(zones(zones))
                .withAssets(assets(zones, assets))
                .withClaims(claims())
                .withEvidence(evidence(zones, assets, evidence));
    }

    private static List<Zone> zones(int count) {
        List<Zone> zones = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            zones.add(Zone.of(new ZoneId("z" + i), ZoneFunction.CONTROL));
        }
        return zones;
    }

    private static List<PlantAsset> assets(int zones, int count) {
        List<PlantAsset> assets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            assets.add(PlantAsset.of(new AssetId("a" + i))
                    .withType(TYPES.get(i % TYPES.size()))
                    .withZone(new ZoneId("z" + i % zones))
                    .withProduct(new Product(
                            Optional.of("Maker"),
                            Optional.of("Model " + i % MODELS),
                            Optional.of("2." + i % 7),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
        }
        return assets;
    }

    static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(MODELS);
        for (int i = 0; i < MODELS; i++) {
            claims.add(claim(i, 1 + i % 4));
        }
        return claims;
    }

    /// The claim for a model, for firmware 2.0 to 2.5.
    static Claim claim(int model, int level) {
        return new Claim(
                new ClaimId("c" + model),
                Optional.of("Maker"),
                Optional.of("Model " + model),
                Optional.of("2.0"),
                Optional.of("2.5"),
                Optional.empty(),
                List.of(),
                Optional.of(LevelVector.same(SecurityLevel.ofNumber(level).orElseThrow())),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Evidence> evidence(int zones, int assets, int count) {
        List<ComponentRequirement> components =
                Catalogues.shipped().components().requirements();
        List<SystemRequirement> systems = Catalogues.shipped().systems().requirements();
        List<Evidence> evidence = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean ofZone = i % 10 == 0;
            String requirement = ofZone
                    ? systems.get(i / 10 % systems.size()).id().toString()
                    : components.get(i / 3 % components.size()).id().toString();
            evidence.add(item(
                    i,
                    requirement,
                    ofZone
                            ? new org.zonewright.plant.assurance.Subject.OfZone(new ZoneId("z" + i / 10 % zones))
                            : new org.zonewright.plant.assurance.Subject.OfAsset(new AssetId("a" + i % assets)),
                    i % 17 == 0 ? Evidence.State.NOT_MET : Evidence.State.MET));
        }
        return evidence;
    }

    static Evidence item(
            int number, String requirement, org.zonewright.plant.assurance.Subject at, Evidence.State state) {
        return new Evidence(
                new EvidenceId("e" + number),
                List.of(new RequirementRef(requirement)),
                at,
                state,
                Optional.empty(),
                Optional.empty(),
                METHODS.get(number % METHODS.size()),
                Optional.empty(),
                Optional.empty(),
                TODAY.minusDays(number % 600),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static LevelsInput input(Plant plant) {
        SortedMap<Subject, LevelVector> targets = new TreeMap<>();
        plant.zones().forEach(zone -> targets.put(Subject.of(zone.id()), LevelVector.same(SecurityLevel.SL2)));
        return new LevelsInput(
                Catalogues.shipped().systems(),
                Catalogues.shipped().components(),
                plant,
                targets,
                List.of(),
                List.of(),
                Evidence.Stage.FAT,
                Instant.parse("2026-11-22T12:00:00Z"));
    }
}
