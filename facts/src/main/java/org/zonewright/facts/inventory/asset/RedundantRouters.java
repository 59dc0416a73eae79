package org.zonewright.facts.inventory.asset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.realm.LinkEvidence;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// The address that redundant routers share (VRRP, HSRP) is an asset of its own, with its virtual MAC address: it is
/// none of the routers, and what speaks to it reaches whichever of them is active. An address that is one router's
/// own stays that router's.
final class RedundantRouters {
    private static final Attribute SHARED = new Attribute("router.virtual-address");
    private static final int MOST_SOURCES = 4;

    private record Key(int realm, Address shared) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return realm != other.realm ? Integer.compare(realm, other.realm) : shared.compareTo(other.shared);
        }
    }

    /// Who shares an address, and which virtual MAC addresses claim it. Mutable while facts are read.
    private static final class Group {
        final SortedSet<Address> routers = new TreeSet<>();
        final SortedSet<MacAddress> claimed = new TreeSet<>();
        final SortedSet<String> methods = new TreeSet<>();
        final Map<String, SourceRef> frames = new TreeMap<>();

        void add(IdentityFact fact) {
            methods.add(fact.method());
            frames.putIfAbsent(fact.subject().toString(), fact.where());
        }
    }

    private final Identities identities;
    private final RealmPlan plan;
    private final Map<Key, Group> groups = new TreeMap<>();

    RedundantRouters(Identities identities, RealmPlan plan) {
        this.identities = identities;
        this.plan = plan;
    }

    /// Makes the shared addresses and joins each with its virtual MAC address; after owners are known.
    void join(Views views) {
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            for (IdentityFact fact : contribution.identities()) {
                if (fact.basis() == Basis.OBSERVED) {
                    read(plan.realmOfView(index.of(fact.vantage())), fact);
                }
            }
        }
        groups.forEach(this::join);
    }

    private void read(int realm, IdentityFact fact) {
        if (fact.attribute().equals(SHARED)) {
            address(fact).ifPresent(shared -> {
                Group group = groups.computeIfAbsent(new Key(realm, shared), any -> new Group());
                group.routers.add(fact.subject());
                group.add(fact);
            });
        } else if (fact.attribute().equals(Attribute.OWNS_ADDRESS)
                && fact.subject() instanceof MacAddress mac
                && LinkEvidence.isVirtual(mac)) {
            address(fact).ifPresent(shared -> {
                Group group = groups.computeIfAbsent(new Key(realm, shared), any -> new Group());
                group.claimed.add(mac);
                group.add(fact);
            });
        }
    }

    private static Optional<Address> address(IdentityFact fact) {
        return Address.parse(fact.value()).filter(Address::isStation).filter(Address::isIp);
    }

    private void join(Key key, Group group) {
        boolean own = group.routers.contains(key.shared())
                || plan.evidence(key.realm()).owner(key.shared()).isPresent();
        if (own) {
            return;
        }
        int shared = identities.observedNode(key.realm(), key.shared());
        SortedSet<MacAddress> macs = group.claimed.isEmpty() ? fronting(key.realm(), group) : group.claimed;
        if (macs.size() != 1) {
            return;
        }
        OptionalInt mac = identities.find(key.realm(), macs.getFirst());
        if (mac.isPresent()) {
            String routers = group.routers.isEmpty()
                    ? "–"
                    : group.routers.stream().map(Address::toString).collect(Collectors.joining(", "));
            Text text = Text.of(
                    "inventory.merge.redundant",
                    key.shared(),
                    macs.getFirst(),
                    routers,
                    String.join(", ", group.methods));
            List<SourceRef> frames =
                    group.frames.values().stream().limit(MOST_SOURCES).toList();
            identities.join(shared, mac.getAsInt(), new Reason(text, frames, List.of()));
        }
    }

    /// The virtual MAC addresses from which these routers sent.
    private SortedSet<MacAddress> fronting(int realm, Group group) {
        SortedSet<MacAddress> macs = new TreeSet<>();
        plan.evidence(realm).fronted().forEach((mac, sightings) -> {
            if (LinkEvidence.isVirtual(mac)
                    && sightings.stream().anyMatch(sighting -> group.routers.contains(sighting.ip()))) {
                macs.add(mac);
            }
        });
        return macs;
    }
}
