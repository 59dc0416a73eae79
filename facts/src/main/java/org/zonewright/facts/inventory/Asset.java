package org.zonewright.facts.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        addresses = addresses.stream().sorted().distinct().toList();
        roles = List.copyOf(roles);
        protocols = protocols.stream().sorted().distinct().toList();
        bases = bases.stream().sorted().distinct().toList();
        facts = facts.stream().sorted().toList();
        children = children.stream()
                .sorted(Comparator.comparing(ChildAsset::address))
                .toList();
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
        return facts.stream()
                .filter(fact -> fact.attribute().equals(attribute))
                .sorted(IdentityFact.BEST_FIRST)
                .toList();
    }

    public Optional<String> best(Attribute attribute) {
        return values(attribute).stream().findFirst().map(IdentityFact::value);
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
