package org.zonewright.plant;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zonewright.plant.assurance.Acceptance;
import org.zonewright.plant.assurance.Approval;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.ProcessStep;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.risk.Risk;

/// One plant document: everything the people of one site have decided about it, in the document's order.
///
/// `catalogues` pins the versions of the requirement data by catalogue key, sorted by key. Ids are unique within
/// their kind in a document that was read without problems; after problems the first of two equal ids is the one that
/// look-ups find. Assets, zones and conduits are looked up in an index, flows by walking all of them.
public record Plant(
        Site site,
        Map<String, String> catalogues,
        Optional<SystemUnderConsideration> suc,
        Policy policy,
        List<Sensor> sensors,
        List<RealmDefinition> realms,
        List<NatRule> nat,
        List<IdentityRule> identity,
        List<PlantAsset> assets,
        List<Zone> zones,
        List<Conduit> conduits,
        List<ServiceRelation> services,
        List<MaintenanceWindow> windows,
        Optional<Risk> risk,
        List<Claim> claims,
        List<Evidence> evidence,
        List<Measure> measures,
        List<Acceptance> acceptances,
        List<ProcessStep> process,
        List<Approval> approvals) {

    /// The version of the document's format that this product reads and writes.
    public static final int FORMAT = 1;

    public Plant {
        catalogues = Collections.unmodifiableMap(new TreeMap<>(catalogues));
        sensors = List.copyOf(sensors);
        realms = List.copyOf(realms);
        nat = List.copyOf(nat);
        identity = List.copyOf(identity);
        assets = ItemList.copyOf(assets, PlantAsset::id);
        zones = ItemList.copyOf(zones, Zone::id);
        conduits = ItemList.copyOf(conduits, Conduit::id);
        services = List.copyOf(services);
        windows = List.copyOf(windows);
        claims = List.copyOf(claims);
        evidence = List.copyOf(evidence);
        measures = List.copyOf(measures);
        acceptances = List.copyOf(acceptances);
        process = List.copyOf(process);
        approvals = List.copyOf(approvals);
    }

    /// A document with nothing but its site.
    public static Plant of(Site site) {
        return new Plant(
                site,
                Map.of(),
                Optional.empty(),
                Policy.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public Optional<PlantAsset> asset(AssetId id) {
        return ItemList.find(assets, PlantAsset::id, id);
    }

    public Optional<Zone> zone(ZoneId id) {
        return ItemList.find(zones, Zone::id, id);
    }

    public Optional<Conduit> conduit(ConduitId id) {
        return ItemList.find(conduits, Conduit::id, id);
    }

    /// The flow with an id, whichever conduit it is in.
    public Optional<Flow> flow(FlowId id) {
        return flows().filter(flow -> flow.id().equals(id)).findFirst();
    }

    /// Every approved flow, conduit after conduit.
    public Stream<Flow> flows() {
        return conduits.stream().flatMap(conduit -> conduit.flows().stream());
    }

    /// What a reference of open kind means: the asset, zone, conduit or flow of that name, looked for in this order.
    public Optional<Id> resolve(ItemRef reference) {
        Stream<Id> ids = Stream.<Stream<? extends Id>>of(
                        assets.stream().map(PlantAsset::id),
                        zones.stream().map(Zone::id),
                        conduits.stream().map(Conduit::id),
                        flows().map(Flow::id))
                .flatMap(Function.identity());
        return ids.filter(id -> id.value().equals(reference.value())).findFirst();
    }

    /// The zones whose parent is `id`, in the document's order.
    public List<Zone> zonesIn(ZoneId id) {
        return zones.stream()
                .filter(zone -> zone.parent().equals(Optional.of(id)))
                .toList();
    }

    /// The conduits that join the zone `id`, in the document's order.
    public List<Conduit> conduitsOf(ZoneId id) {
        return conduits.stream()
                .filter(conduit -> conduit.between().contains(id))
                .toList();
    }

    public Plant withCatalogues(Map<String, String> changed) {
        return new Plant(
                site,
                changed,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withSuc(Optional<SystemUnderConsideration> changed) {
        return new Plant(
                site,
                catalogues,
                changed,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withSensors(List<Sensor> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                changed,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withRealms(List<RealmDefinition> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                changed,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withNat(List<NatRule> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                changed,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withAssets(List<PlantAsset> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                changed,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withZones(List<Zone> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                changed,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withConduits(List<Conduit> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                changed,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withRisk(Optional<Risk> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                changed,
                claims,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withClaims(List<Claim> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                changed,
                evidence,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withEvidence(List<Evidence> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                changed,
                measures,
                acceptances,
                process,
                approvals);
    }

    public Plant withMeasures(List<Measure> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                changed,
                acceptances,
                process,
                approvals);
    }

    public Plant withAcceptances(List<Acceptance> changed) {
        return new Plant(
                site,
                catalogues,
                suc,
                policy,
                sensors,
                realms,
                nat,
                identity,
                assets,
                zones,
                conduits,
                services,
                windows,
                risk,
                claims,
                evidence,
                measures,
                changed,
                process,
                approvals);
    }
}
