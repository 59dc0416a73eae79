package org.zonewright.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Member;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;

/// Where the document puts an asset or an address. The most exact member of a zone decides: an asset before a MAC
/// address, that before an address, an address before a network, a longer prefix before a shorter one; of equals the
/// zone that stands first.
public final class ZoneLookup {
    private record Claim(Cidr cidr, Optional<RealmId> realm, ZoneId zone) {
        boolean holds(String in, IpAddress ip) {
            return cidr.contains(ip)
                    && realm.filter(id -> !id.value().equals(in)).isEmpty();
        }
    }

    private final Map<ZoneId, Zone> zones = new HashMap<>();
    private final Map<AssetId, Place> documented = new HashMap<>();
    private final Map<AssetId, ZoneId> memberAssets = new HashMap<>();
    private final Map<Address, ZoneId> memberMacs = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();

    public ZoneLookup(Plant plant) {
        plant.zones().forEach(this::read);
        claims.sort(
                (one, two) -> Integer.compare(two.cidr().prefix(), one.cidr().prefix()));
        for (Conduit conduit : plant.conduits()) {
            conduit.members().forEach(asset -> documented.putIfAbsent(asset, new Place.InConduit(conduit.id())));
        }
        for (PlantAsset asset : plant.assets()) {
            asset.zone().ifPresent(zone -> documented.put(asset.id(), new Place.InZone(zone)));
        }
    }

    private void read(Zone zone) {
        zones.putIfAbsent(zone.id(), zone);
        for (Member member : zone.members()) {
            switch (member) {
                case Member.OfAsset asset -> memberAssets.putIfAbsent(asset.asset(), zone.id());
                case Member.OfHardware hardware ->
                    memberMacs.putIfAbsent(DocumentAddresses.observed(hardware.mac()), zone.id());
                case Member.OfAddress address ->
                    claims.add(new Claim(Cidr.of(address.ip()), address.realm(), zone.id()));
                case Member.OfNetwork network -> claims.add(new Claim(network.cidr(), network.realm(), zone.id()));
            }
        }
    }

    public Optional<Zone> zone(ZoneId id) {
        return Optional.ofNullable(zones.get(id));
    }

    /// Where a line of the document puts the asset itself; empty if only its addresses can tell.
    public Optional<Place> placeOf(AssetId asset) {
        return Optional.ofNullable(documented.get(asset))
                .or(() -> Optional.ofNullable(memberAssets.get(asset)).map(Place.InZone::new));
    }

    /// The zone in which the address of the realm lies.
    public Optional<ZoneId> zoneOf(String realm, Address address) {
        if (address instanceof MacAddress) {
            return Optional.ofNullable(memberMacs.get(address));
        }
        return DocumentAddresses.ip(address).flatMap(ip -> claims.stream()
                .filter(claim -> claim.holds(realm, ip))
                .findFirst()
                .map(Claim::zone));
    }

    /// The zone and all that contain it.
    public Collection<ZoneId> withParents(ZoneId zone) {
        Set<ZoneId> all = new HashSet<>();
        Optional<ZoneId> at = Optional.of(zone);
        while (at.isPresent() && all.add(at.get())) {
            at = zone(at.get()).flatMap(Zone::parent);
        }
        return all;
    }
}
