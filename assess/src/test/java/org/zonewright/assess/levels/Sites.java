package org.zonewright.assess.levels;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Product;
import org.zonewright.plant.Site;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.SensorId;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.catalogue.Catalogues;

/// Small sites for the tests of this package.
final class Sites {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final ZoneId ZONE = new ZoneId("cell");
    static final Subject CELL = Subject.of(ZONE);

    private Sites() {}

    static SystemId sr(String id) {
        return (SystemId) RequirementId.parse(id).orElseThrow();
    }

    static Plant plant(PlantAsset... assets) {
        return Plant.of(Site.of(new SiteId("works")))
                .withZones(List.of(Zone.of(ZONE, ZoneFunction.CONTROL)))
                .withAssets(List.of(assets));
    }

    static PlantAsset asset(String id, AssetType type) {
        return PlantAsset.of(new AssetId(id)).withType(type).withZone(ZONE);
    }

    static PlantAsset withProduct(PlantAsset asset, String maker, String model, String firmware) {
        return asset.withProduct(new Product(
                Optional.of(maker),
                Optional.of(model),
                firmware.isEmpty() ? Optional.empty() : Optional.of(firmware),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    static LevelsInput input(Plant plant) {
        Catalogues catalogues = Catalogues.shipped();
        return new LevelsInput(
                catalogues.systems(),
                catalogues.components(),
                plant,
                new TreeMap<>(Map.of(CELL, LevelVector.of(2, 2, 2, 2, 2, 2, 2))),
                List.of(),
                List.of(),
                Evidence.Stage.FAT,
                NOW);
    }

    static Levels levels(Plant plant) {
        return Levels.of(input(plant));
    }

    /// A row of evidence, to be made more exact step by step.
    static Row row(String id, String requirement, Evidence.State state) {
        return new Row(id, requirement, state);
    }

    static final class Row {
        private final String id;
        private final List<RequirementRef> requirements;
        private final Evidence.State state;
        private Method method = Method.TEST;
        private LocalDate date = TODAY.minusDays(10);
        private org.zonewright.plant.assurance.Subject at = new org.zonewright.plant.assurance.Subject.OfZone(ZONE);
        private Optional<LocalDate> until = Optional.empty();
        private Optional<Evidence.Stage> stage = Optional.empty();
        private Optional<Evidence.Coverage> covers = Optional.empty();
        private List<MeasureId> compensatedBy = List.of();
        private Optional<Evidence.Provider> provider = Optional.empty();
        private Optional<String> because = Optional.of("workshop");
        private Optional<String> approvedBy = Optional.of("owner");
        private final List<String> clears = new ArrayList<>();
        private Optional<SensorId> sensor = Optional.empty();

        private Row(String id, String requirement, Evidence.State state) {
            this.id = id;
            this.requirements = requirement.lines().map(RequirementRef::new).toList();
            this.state = state;
        }

        Row by(Method changed) {
            method = changed;
            return this;
        }

        Row daysAgo(int days) {
            date = TODAY.minusDays(days);
            return this;
        }

        Row atAsset(String asset) {
            at = new org.zonewright.plant.assurance.Subject.OfAsset(new AssetId(asset));
            return this;
        }

        Row atZone(String zone) {
            at = new org.zonewright.plant.assurance.Subject.OfZone(new ZoneId(zone));
            return this;
        }

        Row until(LocalDate end) {
            until = Optional.of(end);
            return this;
        }

        Row stage(Evidence.Stage changed) {
            stage = Optional.of(changed);
            return this;
        }

        Row covering(String... assets) {
            covers = Optional.of(new Evidence.Coverage(ids(assets), Optional.empty(), Optional.empty()));
            return this;
        }

        Row sampling(Optional<String> approver, String... assets) {
            covers = Optional.of(new Evidence.Coverage(ids(assets), Optional.of("by lot"), approver));
            return this;
        }

        private static List<AssetId> ids(String... assets) {
            return List.of(assets).stream().map(AssetId::new).toList();
        }

        Row compensatedBy(String measure) {
            compensatedBy = List.of(new MeasureId(measure));
            return this;
        }

        Row inheritedFrom(Evidence.Provider changed) {
            provider = Optional.of(changed);
            return this;
        }

        Row unapproved() {
            approvedBy = Optional.empty();
            return this;
        }

        Row clears(String what) {
            clears.add(what);
            return this;
        }

        Row sensor(String changed) {
            sensor = Optional.of(new SensorId(changed));
            return this;
        }

        Evidence build() {
            return new Evidence(
                    new EvidenceId(id),
                    requirements,
                    at,
                    state,
                    Optional.empty(),
                    Optional.empty(),
                    method,
                    stage,
                    covers,
                    date,
                    until,
                    Optional.empty(),
                    Optional.of("assessor"),
                    compensatedBy,
                    provider,
                    because,
                    approvedBy,
                    clears,
                    sensor,
                    Optional.empty());
        }
    }

    static Observation contradicts(String requirement, Subject at, int daysAgo, String... sensors) {
        Instant last = NOW.minusSeconds(86_400L * daysAgo);
        return new Observation(
                "cleartext-login",
                Observation.Force.CONTRADICTS,
                List.of(sr(requirement)),
                at,
                Optional.of(CELL),
                last.minusSeconds(60),
                last,
                3,
                List.of(sensors).stream().map(SensorId::new).toList(),
                Reason.of(Text.of("test.seen")),
                Text.of("test.blind"));
    }

    static Measure measure(String id, Measure.State state) {
        return measure(id, state, "0", List.of(), Optional.empty());
    }

    static Measure measure(
            String id,
            Measure.State state,
            String cost,
            List<Measure.Closure> closes,
            Optional<LevelVector> capability) {
        return new Measure(
                new MeasureId(id),
                Optional.empty(),
                state,
                closes,
                capability,
                List.of(),
                List.of(),
                Optional.of(new BigDecimal(cost)),
                Measure.Outage.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.empty());
    }

    static Claim claim(String id, String model, Optional<LevelVector> vector, List<Claim.Item> items) {
        return claim(id, model, Optional.empty(), Optional.empty(), vector, items);
    }

    static Claim claim(
            String id,
            String model,
            Optional<String> from,
            Optional<String> to,
            Optional<LevelVector> vector,
            List<Claim.Item> items) {
        return new Claim(
                new ClaimId(id),
                Optional.of("Maker"),
                Optional.of(model),
                from,
                to,
                Optional.empty(),
                List.of(),
                vector,
                Map.of(),
                List.of(),
                items,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Claim.Item item(String requirement, Claim.Support support) {
        return new Claim.Item(new RequirementRef(requirement), support, Optional.empty(), Optional.empty());
    }
}
