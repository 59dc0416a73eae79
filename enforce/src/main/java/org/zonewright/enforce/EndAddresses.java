package org.zonewright.enforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.Text;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Match;
import org.zonewright.plant.Member;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;

/// The addresses that ends of flows have as one realm sees them.
///
/// A zone has the addresses of its members and of its assets, those of the zones in it too, less what belongs more
/// exactly to another zone: an asset before an address, an address before a network, a longer prefix before a shorter
/// one, as everywhere in the product. One thread; remembers zones.
final class EndAddresses {
    /// More exact than any prefix.
    private static final int ASSET = 1_000;

    /// An end's addresses, and what they leave out.
    record Resolved(AddressSet addresses, List<Text> notes) {
        Resolved {
            notes = List.copyOf(notes);
        }
    }

    private record Claim(AddressSet set, int exactness, ZoneId zone) {}

    private final Plant plant;
    private final RealmView view;
    private final List<Claim> claims = new ArrayList<>();
    private final Map<ZoneId, List<AssetId>> assets = new HashMap<>();
    private final Map<ZoneId, Resolved> known = new HashMap<>();

    EndAddresses(Plant plant, Optional<RealmId> realm) {
        this.plant = plant;
        view = new RealmView(plant, realm);
        plant.zones().forEach(this::read);
        for (PlantAsset asset : plant.assets()) {
            asset.zone().ifPresent(zone -> claim(asset.id(), zone));
        }
    }

    private void read(Zone zone) {
        for (Member member : zone.members()) {
            switch (member) {
                case Member.OfNetwork(var cidr, var realm) ->
                    claims.add(new Claim(view.of(AddressMath.of(cidr), realm), cidr.prefix(), zone.id()));
                case Member.OfAddress(var ip, var realm) ->
                    claims.add(new Claim(view.of(AddressMath.of(ip), realm), ip.bitLength(), zone.id()));
                case Member.OfAsset(var asset) -> claim(asset, zone.id());
                case Member.OfHardware _ -> {
                    // A MAC address says nothing of the IP addresses its device has.
                }
            }
        }
    }

    private void claim(AssetId asset, ZoneId zone) {
        List<AssetId> all = assets.computeIfAbsent(zone, any -> new ArrayList<>());
        if (!all.contains(asset)) {
            all.add(asset);
            claims.add(new Claim(ofAsset(asset).addresses(), ASSET, zone));
        }
    }

    Resolved of(Endpoint end) {
        return switch (end) {
            case Endpoint.OfAsset(var asset) -> ofAsset(asset);
            case Endpoint.OfZone(var zone) -> ofZone(zone);
            case Endpoint.OfAddress(var ip, var realm) -> plain(view.of(AddressMath.of(ip), realm));
            case Endpoint.OfNetwork(var cidr, var realm) -> plain(view.of(AddressMath.of(cidr), realm));
            case Endpoint.OfHardware _ -> plain(AddressSet.none());
            case Endpoint.Any _ -> new Resolved(AddressSet.any(), List.of(Text.of("enforce.note.any")));
        };
    }

    private static Resolved plain(AddressSet set) {
        return new Resolved(set, List.of());
    }

    /// The asset's own addresses, or where it has none those of what it stands behind or runs on.
    Resolved ofAsset(AssetId id) {
        return ofAsset(id, new HashSet<>());
    }

    private Resolved ofAsset(AssetId id, Set<AssetId> visited) {
        Optional<PlantAsset> asset = plant.asset(id);
        if (asset.isEmpty() || !visited.add(id)) {
            return plain(AddressSet.none());
        }
        List<AddressSet> own = new ArrayList<>();
        for (Match match : asset.get().matches()) {
            match.ip().ifPresent(ip -> own.add(view.of(AddressMath.of(ip), match.realm())));
        }
        AddressSet addresses = AddressSet.unionOf(own);
        Optional<AssetId> instead = asset.get()
                .connectivity()
                .runsOn()
                .or(() -> asset.get().connectivity().behind())
                .or(() -> asset.get().matches().stream()
                        .flatMap(match -> match.behind().stream())
                        .findFirst());
        if (!addresses.isEmpty() || instead.isEmpty() || !own.isEmpty()) {
            return plain(addresses);
        }
        Resolved other = ofAsset(instead.get(), visited);
        List<Text> notes = new ArrayList<>(other.notes());
        if (!other.addresses().isEmpty()) {
            notes.add(Text.of("enforce.note.behind", id, instead.get()));
        }
        return new Resolved(other.addresses(), notes);
    }

    Resolved ofZone(ZoneId id) {
        Resolved before = known.get(id);
        if (before == null) {
            before = findZone(id);
            known.put(id, before);
        }
        return before;
    }

    /// The addresses of the zone alone, without those of zones in it.
    AddressSet own(ZoneId id) {
        return addresses(Set.of(id));
    }

    private AddressSet addresses(Set<ZoneId> family) {
        List<AddressSet> parts = new ArrayList<>();
        Map<Integer, AddressSet> moreExact = new HashMap<>();
        for (Claim mine : claims) {
            if (family.contains(mine.zone()) && !mine.set().isEmpty()) {
                AddressSet others = moreExact.computeIfAbsent(mine.exactness(), limit -> foreign(family, limit));
                parts.add(mine.set().minus(others));
            }
        }
        return AddressSet.unionOf(parts);
    }

    private Resolved findZone(ZoneId id) {
        Set<ZoneId> family = family(id);
        List<Text> notes = new ArrayList<>();
        List<String> without = family.stream()
                .flatMap(zone -> assets.getOrDefault(zone, List.of()).stream())
                .filter(asset -> ofAsset(asset).addresses().isEmpty())
                .map(AssetId::value)
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            notes.add(Text.of("enforce.note.assets-without-address", id, without.size(), String.join(", ", without)));
        }
        return new Resolved(addresses(family), notes);
    }

    private AddressSet foreign(Set<ZoneId> family, int exactness) {
        return AddressSet.unionOf(claims.stream()
                .filter(claim -> claim.exactness() > exactness && !family.contains(claim.zone()))
                .map(Claim::set)
                .toList());
    }

    /// The zone and those in it.
    Set<ZoneId> family(ZoneId id) {
        Set<ZoneId> all = new HashSet<>(Set.of(id));
        List<ZoneId> next = new ArrayList<>(List.of(id));
        while (!next.isEmpty()) {
            for (Zone inner : plant.zonesIn(next.removeLast())) {
                if (all.add(inner.id())) {
                    next.add(inner.id());
                }
            }
        }
        return all;
    }
}
