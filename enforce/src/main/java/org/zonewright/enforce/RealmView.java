package org.zonewright.enforce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.plant.Member;
import org.zonewright.plant.NatRule;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.RealmId;

/// Addresses as one realm sees those of the others.
///
/// Out of a realm behind a translation only what the document's `nat` maps is seen, under its outside address. Into
/// it addresses go as they are. Realms that no translation joins are taken as routed: an address is seen as it is,
/// unless this realm has an owner of its own for it.
final class RealmView {
    private final Optional<RealmId> here;
    private final List<NatRule> rules;
    private final AddressSet owned;

    RealmView(Plant plant, Optional<RealmId> here) {
        this.here = here;
        this.rules = plant.nat();
        this.owned = here.map(realm -> owned(plant, realm)).orElse(AddressSet.none());
    }

    private static AddressSet owned(Plant plant, RealmId realm) {
        List<AddressSet> all = new ArrayList<>();
        for (Zone zone : plant.zones()) {
            for (Member member : zone.members()) {
                if (member instanceof Member.OfNetwork(var cidr, var of) && of.equals(Optional.of(realm))) {
                    all.add(AddressMath.of(cidr));
                }
                if (member instanceof Member.OfAddress(var ip, var of) && of.equals(Optional.of(realm))) {
                    all.add(AddressMath.of(ip));
                }
            }
        }
        for (PlantAsset asset : plant.assets()) {
            asset.matches().stream()
                    .filter(match -> match.realm().equals(Optional.of(realm)))
                    .forEach(match -> match.ip().ifPresent(ip -> all.add(AddressMath.of(ip))));
        }
        return AddressSet.unionOf(all);
    }

    /// What is seen here of addresses of a realm, or of every realm where it is empty.
    AddressSet of(AddressSet set, Optional<RealmId> realm) {
        if (here.isEmpty() || realm.isEmpty() || realm.equals(here) || set.isEmpty()) {
            return set;
        }
        Map<RealmId, AddressSet> seen = spread(set, realm.get());
        AddressSet found = seen.get(here.get());
        return found == null ? set.minus(owned) : found;
    }

    /// What every realm that translations join with `start` sees of its addresses.
    private Map<RealmId, AddressSet> spread(AddressSet set, RealmId start) {
        Map<RealmId, AddressSet> seen = new HashMap<>();
        seen.put(start, set);
        Deque<RealmId> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            RealmId at = next.remove();
            AddressSet known = seen.getOrDefault(at, AddressSet.none());
            Map<RealmId, AddressSet> further = new HashMap<>();
            for (NatRule rule : rules) {
                if (rule.insideRealm().equals(at)) {
                    further.merge(
                            rule.realm(), AddressMath.moved(known, rule.inside(), rule.outside()), AddressSet::union);
                } else if (rule.realm().equals(at)) {
                    further.merge(
                            rule.insideRealm(), known.minus(AddressMath.of(rule.outside())), AddressSet::intersect);
                }
            }
            further.forEach((realm, addresses) -> {
                if (seen.putIfAbsent(realm, addresses) == null) {
                    next.add(realm);
                }
            });
        }
        return seen;
    }
}
