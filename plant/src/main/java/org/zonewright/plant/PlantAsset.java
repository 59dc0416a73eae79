package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// An asset as the people of the site document it. It may never have been seen.
///
/// `zone` is its zone; an asset of a conduit is named in [Conduit#members()] instead. A multi-homed asset has several
/// `matches`. `criticality` is a word of the site's own.
public record PlantAsset(
        AssetId id,
        Optional<String> name,
        List<Match> matches,
        Optional<AssetType> type,
        List<String> roles,
        Optional<ZoneId> zone,
        Life life,
        Traits traits,
        Product product,
        Optional<String> owner,
        Optional<String> criticality,
        Optional<String> classification,
        Optional<PurdueLevel> purdue,
        Connectivity connectivity,
        Configuration configuration,
        Optional<String> note) {

    public PlantAsset {
        matches = List.copyOf(matches);
        roles = List.copyOf(roles);
    }

    /// An asset in service with nothing but an id.
    public static PlantAsset of(AssetId id) {
        return new PlantAsset(
                id,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Life.IN_SERVICE,
                Traits.NONE,
                Product.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Connectivity.UNKNOWN,
                Configuration.NONE,
                Optional.empty());
    }

    /// The name people read: `name`, or the id.
    public String displayName() {
        return name.orElse(id.value());
    }

    public PlantAsset withName(String changed) {
        return new PlantAsset(
                id,
                Optional.of(changed),
                matches,
                type,
                roles,
                zone,
                life,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withMatches(List<Match> changed) {
        return new PlantAsset(
                id,
                name,
                changed,
                type,
                roles,
                zone,
                life,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withType(AssetType changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                Optional.of(changed),
                roles,
                zone,
                life,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withRoles(List<String> changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                type,
                changed,
                zone,
                life,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withZone(ZoneId changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                type,
                roles,
                Optional.of(changed),
                life,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withLife(Life changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                type,
                roles,
                zone,
                changed,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withTraits(Traits changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                type,
                roles,
                zone,
                life,
                changed,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withProduct(Product changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                type,
                roles,
                zone,
                life,
                traits,
                changed,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                configuration,
                note);
    }

    public PlantAsset withConnectivity(Connectivity changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                type,
                roles,
                zone,
                life,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                changed,
                configuration,
                note);
    }

    public PlantAsset withConfiguration(Configuration changed) {
        return new PlantAsset(
                id,
                name,
                matches,
                type,
                roles,
                zone,
                life,
                traits,
                product,
                owner,
                criticality,
                classification,
                purdue,
                connectivity,
                changed,
                note);
    }
}
