package org.zonewright.facts.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zonewright.base.Reason;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.estimate.Conflict;
import org.zonewright.facts.inventory.estimate.Conflicts;
import org.zonewright.facts.inventory.estimate.OperatingSystems;
import org.zonewright.facts.inventory.estimate.SystemEstimate;

/// One device, as far as the facts tell it from others.
///
/// `id` is `<realm>/<lowest address>`, stable for the same facts and rules, never used by documents. `addresses` are
/// all its IP and MAC addresses, in order. `facts` are all values ever said of it, conflicts included;
/// [#best(Attribute)] picks one for display. `children` are the devices behind it that a protocol reached through it.
/// `bases` tells whether it was observed, documented or both. `merges` says
/// why its addresses are one device; empty for a single address. Times are absent for assets that were never
/// observed.
public record Asset(
        String id,
        String realm,
        List<Address> addresses,
        List<AssignedRole> roles,
        Optional<PurdueHint> purdue,
        List<String> protocols,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        List<Basis> bases,
        List<IdentityFact> facts,
        List<ChildAsset> children,
        List<Reason> merges) {

    public Asset {
        addresses = List.copyOf(new TreeSet<>(addresses));
        roles = List.copyOf(roles);
        protocols = List.copyOf(new TreeSet<>(protocols));
        bases = List.copyOf(new TreeSet<>(bases));
        facts = sorted(facts);
        children = inOrder(children);
        merges = List.copyOf(merges);
    }

    /// An asset with nothing behind it.
    public Asset(
            String id,
            String realm,
            List<Address> addresses,
            List<AssignedRole> roles,
            Optional<PurdueHint> purdue,
            List<String> protocols,
            Optional<Instant> firstSeen,
            Optional<Instant> lastSeen,
            List<Basis> bases,
            List<IdentityFact> facts,
            List<Reason> merges) {
        this(id, realm, addresses, roles, purdue, protocols, firstSeen, lastSeen, bases, facts, List.of(), merges);
    }

    /// The values of one attribute, best first: higher confidence, observed before documented, then as sorted.
    public List<IdentityFact> values(Attribute attribute) {
        return values(facts, attribute);
    }

    static List<IdentityFact> values(List<IdentityFact> facts, Attribute attribute) {
        List<IdentityFact> values = new ArrayList<>();
        for (IdentityFact fact : facts) {
            if (fact.attribute().equals(attribute)) {
                values.add(fact);
            }
        }
        values.sort(IdentityFact.BEST_FIRST);
        return List.copyOf(values);
    }

    private static List<ChildAsset> inOrder(List<ChildAsset> children) {
        if (children.isEmpty()) {
            return List.of(); // of most
        }
        List<ChildAsset> sorted = new ArrayList<>(children);
        sorted.sort((one, other) -> one.address().compareTo(other.address()));
        return List.copyOf(sorted);
    }

    static List<IdentityFact> sorted(List<IdentityFact> facts) {
        List<IdentityFact> sorted = new ArrayList<>(facts);
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    public Optional<String> best(Attribute attribute) {
        return best(facts, attribute);
    }

    /// The first of [#values(List, Attribute)], found without the others: reports ask for several of every asset.
    static Optional<String> best(List<IdentityFact> facts, Attribute attribute) {
        IdentityFact best = null;
        for (IdentityFact fact : facts) {
            boolean better = fact.attribute().equals(attribute)
                    && (best == null || IdentityFact.BEST_FIRST.compare(fact, best) < 0);
            best = better ? fact : best;
        }
        return best == null ? Optional.empty() : Optional.of(best.value());
    }

    /// What to show of one attribute: its best value, or all values of equal standing where they contradict each
    /// other.
    public Optional<String> shown(Attribute attribute) {
        return conflicts().stream()
                .filter(conflict -> conflict.attribute().equals(attribute))
                .findFirst()
                .map(conflict -> String.join(" | ", conflict.values()))
                .or(() -> best(attribute));
    }

    /// Attributes whose best values contradict each other.
    public List<Conflict> conflicts() {
        return Conflicts.of(facts);
    }

    /// Its operating system, as far as its words give it away.
    public Optional<SystemEstimate> operatingSystem() {
        return OperatingSystems.of(facts);
    }

    /// The name to show: its best name, else its first address.
    public String label() {
        return best(Attribute.NAME)
                .orElseGet(() -> addresses.isEmpty() ? id : addresses.getFirst().toString());
    }

    public boolean hasRole(Role role) {
        return roles.stream().anyMatch(assigned -> assigned.role() == role);
    }

    public boolean isObserved() {
        return bases.contains(Basis.OBSERVED);
    }
}
