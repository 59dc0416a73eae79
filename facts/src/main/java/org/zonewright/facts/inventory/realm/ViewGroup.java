package org.zonewright.facts.inventory.realm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.base.Reason;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;

/// Views found to show one network, while realms are being planned. Mutable; one thread; owned by [RealmJoiner].
final class ViewGroup {
    private final SortedSet<Integer> views = new TreeSet<>();
    private final SortedMap<Address, Set<MacAddress>> owners = new TreeMap<>();
    private final List<Reason> joined = new ArrayList<>();
    private Optional<String> decided;

    private ViewGroup(Optional<String> decided) {
        this.decided = decided;
    }

    /// A realm that rules speak of and that no view shows.
    static ViewGroup unseen(String realm) {
        return new ViewGroup(Optional.of(realm));
    }

    ViewGroup(int view, LinkEvidence evidence, Optional<String> decided) {
        this(decided);
        views.add(view);
        evidence.owners().forEach((ip, list) -> {
            if (!ip.isLinkLocal()) {
                Set<MacAddress> macs = owners.computeIfAbsent(ip, any -> new HashSet<>());
                for (Owner owner : list) {
                    macs.add(owner.mac());
                }
            }
        });
    }

    SortedSet<Integer> views() {
        return views;
    }

    /// The MAC addresses that own each IP address, link-local ones left out.
    SortedMap<Address, Set<MacAddress>> owners() {
        return owners;
    }

    List<Reason> joined() {
        return joined;
    }

    /// The realm that a rule names for these views.
    Optional<String> decided() {
        return decided;
    }

    /// True if the join's evidence outweighs what speaks against it: addresses that have other owners there.
    boolean accepts(ViewGroup other, Join.Kind kind) {
        if (decided.isPresent() && other.decided.isPresent() && !decided.equals(other.decided)) {
            return false;
        }
        int agreements = 0;
        int conflicts = 0;
        ViewGroup few = owners.size() <= other.owners.size() ? this : other;
        ViewGroup many = few == this ? other : this;
        for (Map.Entry<Address, Set<MacAddress>> entry : few.owners.entrySet()) {
            Set<MacAddress> there = many.owners.get(entry.getKey());
            if (there != null) {
                boolean shared = !Collections.disjoint(entry.getValue(), there);
                agreements += shared ? 1 : 0;
                conflicts += shared ? 0 : 1;
            }
        }
        return switch (kind) {
            case DECIDED -> true;
            case SAME_OWNER -> agreements > conflicts;
            case SAME_SENSOR, HALVES -> conflicts == 0 || agreements > conflicts;
            case ROUTED -> conflicts == 0;
        };
    }

    void absorb(ViewGroup other, Reason reason) {
        views.addAll(other.views);
        other.owners.forEach(
                (ip, macs) -> owners.computeIfAbsent(ip, any -> new HashSet<>()).addAll(macs));
        joined.addAll(other.joined);
        joined.add(reason);
        decided = decided.or(() -> other.decided);
    }
}
