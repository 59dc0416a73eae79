package org.zonewright.assess.enforcement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.AddressBook.Located;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.placement.Placement;
import org.zonewright.facts.Address;
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
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;

/// How zones, assets and stations look in a realm: their addresses there, by the document, its translations, and
/// where the document gives none by what was seen. The realm `""` is whatever realm. Remembers what it found; one
/// thread.
final class Addresses {
    private record Claim(Cidr cidr, Optional<RealmId> realm, ZoneId zone, int order) {
        boolean isIn(String in) {
            return in.isEmpty() || realm.filter(id -> !id.value().equals(in)).isEmpty();
        }
    }

    private record InRealm(Object what, String realm) {}

    private record Owned(ZoneId zone, AddressSet addresses) {}

    private final ZoneLookup lookup;
    private final AddressBook book;
    private final Translations translations;
    private final Map<AssetId, PlantAsset> assets = new HashMap<>();
    private final Map<AssetId, SortedSet<String>> seenAs = new HashMap<>();
    private final Map<ZoneId, List<ZoneId>> children = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<ZoneId, List<AssetId>> assetsOf = new LinkedHashMap<>();
    private final Map<InRealm, AddressSet> known = new HashMap<>();
    private final Map<String, NavigableMap<Address, Owned>> owners = new HashMap<>();

    Addresses(Plant plant, ZoneLookup lookup, AddressBook book, Placement placement) {
        this.lookup = lookup;
        this.book = book;
        translations = new Translations(plant.nat());
        placement.assets().values().forEach(placed -> placed.documented()
                .ifPresent(asset ->
                        seenAs.computeIfAbsent(asset, any -> new TreeSet<>()).add(placed.observed())));
        int order = 0;
        for (Zone zone : plant.zones()) {
            zone.parent().ifPresent(parent -> children.computeIfAbsent(parent, any -> new ArrayList<>())
                    .add(zone.id()));
            for (Member member : zone.members()) {
                switch (member) {
                    case Member.OfNetwork(Cidr cidr, var realm) ->
                        claims.add(new Claim(cidr, realm, zone.id(), order++));
                    case Member.OfAddress(IpAddress ip, var realm) ->
                        claims.add(new Claim(Cidr.of(ip), realm, zone.id(), order++));
                    case Member.OfHardware _, Member.OfAsset _ -> {}
                }
            }
        }
        // The last that is applied decides: the longer prefix, and of equals the one that stands first.
        claims.sort(Comparator.comparingInt((Claim claim) -> claim.cidr().prefix())
                .thenComparing(Claim::order, Comparator.reverseOrder()));
        for (PlantAsset asset : plant.assets()) {
            assets.put(asset.id(), asset);
            zoneOf(asset.id()).ifPresent(zone -> assetsOf.computeIfAbsent(zone, any -> new ArrayList<>())
                    .add(asset.id()));
        }
    }

    Optional<ZoneId> zoneOf(AssetId asset) {
        return lookup.placeOf(asset).flatMap(Place::inZone);
    }

    Translations translations() {
        return translations;
    }

    /// The zone and all that lie in it.
    Set<ZoneId> within(ZoneId zone) {
        Set<ZoneId> all = new HashSet<>();
        List<ZoneId> next = new ArrayList<>(List.of(zone));
        while (!next.isEmpty()) {
            ZoneId one = next.removeLast();
            if (all.add(one)) {
                next.addAll(children.getOrDefault(one, List.of()));
            }
        }
        return all;
    }

    /// The documented assets of the zone and of those in it, sorted.
    List<AssetId> assetsIn(ZoneId zone) {
        Set<ZoneId> mine = within(zone);
        return assetsOf.entrySet().stream()
                .filter(entry -> mine.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    /// True if one is the other or contains it.
    boolean related(ZoneId one, ZoneId other) {
        return lookup.withParents(one).contains(other)
                || lookup.withParents(other).contains(one);
    }

    /// The realms in which the zone has addresses, sorted.
    SortedSet<String> realmsOf(ZoneId zone) {
        Set<ZoneId> mine = within(zone);
        SortedSet<String> realms = new TreeSet<>();
        claims.stream().filter(claim -> mine.contains(claim.zone())).forEach(claim -> claim.realm()
                .ifPresent(realm -> realms.add(realm.value())));
        if (realms.isEmpty()) {
            mine.forEach(
                    inner -> assetsOf.getOrDefault(inner, List.of()).forEach(asset -> realms.addAll(realmsOf(asset))));
        }
        return realms;
    }

    /// The realms in which the document knows the asset, sorted.
    SortedSet<String> realmsOf(AssetId asset) {
        SortedSet<String> realms = new TreeSet<>();
        matches(asset).forEach(match -> match.realm().ifPresent(realm -> realms.add(realm.value())));
        return realms;
    }

    private List<Match> matches(AssetId asset) {
        PlantAsset found = assets.get(asset);
        return found == null ? List.of() : found.matches();
    }

    AddressSet of(Party party, String realm) {
        return switch (party) {
            case Party.Documented(Endpoint endpoint, var zone) -> of(endpoint, realm);
            case Party.Observed seen -> of(seen, realm);
        };
    }

    private AddressSet of(Endpoint endpoint, String realm) {
        return switch (endpoint) {
            case Endpoint.OfAsset(AssetId asset) -> of(asset, realm);
            case Endpoint.OfZone(ZoneId zone) -> of(zone, realm);
            case Endpoint.OfAddress(IpAddress ip, var in) -> seenFrom(setOf(Cidr.of(ip)), in, realm);
            case Endpoint.OfNetwork(Cidr cidr, var in) -> seenFrom(setOf(cidr), in, realm);
            case Endpoint.OfHardware _ -> AddressSet.none();
            case Endpoint.Any() -> AddressSet.any();
        };
    }

    private AddressSet seenFrom(AddressSet set, Optional<RealmId> in, String realm) {
        return in.map(id -> translations.move(set, id.value(), realm)).orElse(set);
    }

    AddressSet of(AssetId asset, String realm) {
        InRealm key = new InRealm(asset, realm);
        AddressSet found = known.get(key);
        if (found == null) {
            found = find(asset, realm);
            known.put(key, found);
        }
        return found;
    }

    private AddressSet find(AssetId asset, String realm) {
        List<AddressSet> said = new ArrayList<>();
        for (Match match : matches(asset)) {
            if (match.ip().isPresent() && match.unit().isEmpty()) {
                AddressSet set = setOf(Cidr.of(match.ip().get()));
                String in = match.realm().map(RealmId::value).orElse(realm);
                if (in.equals(realm) || realm.isEmpty()) {
                    said.add(set);
                } else {
                    said.add(translations.translated(set, in, realm));
                }
            }
        }
        AddressSet documented = AddressSet.unionOf(said);
        if (!documented.isEmpty()) {
            return documented;
        }
        List<AddressSet> seen = new ArrayList<>();
        for (String observed : seenAs.getOrDefault(asset, new TreeSet<>())) {
            seen.add(placesOf(observed, realm));
        }
        return AddressSet.unionOf(seen);
    }

    private AddressSet placesOf(String observed, String realm) {
        List<AddressSet> there = new ArrayList<>();
        for (Located place : book.placesOf(observed)) {
            if (place.address().isIp()) {
                AddressSet set = AddressSet.of(place.address());
                boolean here = realm.isEmpty() || place.realm().equals(realm);
                there.add(here ? set : translations.translated(set, place.realm(), realm));
            }
        }
        return AddressSet.unionOf(there);
    }

    private AddressSet of(Party.Observed seen, String realm) {
        if (!seen.address().isIp()) {
            return AddressSet.none();
        }
        AddressSet itself = AddressSet.of(seen.address());
        if (realm.isEmpty() || seen.realm().equals(realm)) {
            return itself;
        }
        AddressSet moved = translations.translated(itself, seen.realm(), realm);
        if (!moved.isEmpty()) {
            return moved;
        }
        AddressSet there = placesOf(seen.observed(), realm);
        if (!there.isEmpty() || seen.asset().isEmpty()) {
            return there.isEmpty() && isPlaced(seen, realm) ? itself : there;
        }
        return of(seen.asset().get(), realm);
    }

    /// True if the address means the same zone in the other realm: it is routed there, not translated.
    private boolean isPlaced(Party.Observed seen, String realm) {
        return seen.zone().isPresent() && lookup.zoneOf(realm, seen.address()).equals(seen.zone());
    }

    /// The addresses of a zone and of those in it, less those that the document gives to others more exactly.
    AddressSet of(ZoneId zone, String realm) {
        InRealm key = new InRealm(zone, realm);
        AddressSet found = known.get(key);
        if (found == null) {
            found = find(zone, realm);
            known.put(key, found);
        }
        return found;
    }

    private AddressSet find(ZoneId zone, String realm) {
        Set<ZoneId> mine = within(zone);
        List<Claim> own = claims.stream()
                .filter(claim -> mine.contains(claim.zone()) && claim.isIn(realm))
                .toList();
        AddressSet set = AddressSet.none();
        for (Claim claim : claims) {
            if (claim.isIn(realm) && own.stream().anyMatch(one -> one.cidr().overlaps(claim.cidr()))) {
                AddressSet network = setOf(claim.cidr());
                set = mine.contains(claim.zone()) ? set.union(network) : set.minus(network);
            }
        }
        set = set.union(translatedClaims(mine, realm));
        for (AddressSet.Range range : set.ranges()) {
            for (Owned other :
                    owned(realm).subMap(range.first(), true, range.last(), true).values()) {
                set = mine.contains(other.zone()) ? set : set.minus(other.addresses());
            }
        }
        for (ZoneId inner : mine) {
            List<AddressSet> added = assetsOf.getOrDefault(inner, List.of()).stream()
                    .map(asset -> of(asset, realm))
                    .toList();
            set = set.union(AddressSet.unionOf(added));
        }
        return set;
    }

    /// Assets that stand in a zone by a line of the document, by the address that they have in the realm: the first
    /// asset
    /// of each.
    private NavigableMap<Address, Owned> owned(String realm) {
        NavigableMap<Address, Owned> found = owners.get(realm);
        if (found == null) {
            found = new TreeMap<>();
            for (Map.Entry<ZoneId, List<AssetId>> entry : assetsOf.entrySet()) {
                for (AssetId asset : entry.getValue()) {
                    for (AddressSet.Range range : of(asset, realm).ranges()) {
                        found.putIfAbsent(
                                range.first(),
                                new Owned(entry.getKey(), AddressSet.range(range.first(), range.last())));
                    }
                }
            }
            owners.put(realm, found);
        }
        return found;
    }

    /// What the zone has in other realms, as translations show it here.
    private AddressSet translatedClaims(Set<ZoneId> mine, String realm) {
        List<AddressSet> moved = new ArrayList<>();
        for (Claim claim : claims) {
            if (mine.contains(claim.zone()) && !claim.isIn(realm)) {
                moved.add(translations.translated(
                        setOf(claim.cidr()), claim.realm().orElseThrow().value(), realm));
            }
        }
        return AddressSet.unionOf(moved);
    }

    static AddressSet setOf(Cidr cidr) {
        Address network = DocumentAddresses.observed(cidr.network());
        return AddressSet.prefix(network, cidr.prefix());
    }
}
