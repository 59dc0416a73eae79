package org.zonewright.facts.inventory.asset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.FactsProblem;
import org.zonewright.facts.inventory.realm.Owner;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// Finds addresses with two owners in one realm: at a time (a true duplicate, or an attack), or one after the other
/// (a replaced device, a lease given to another).
final class Duplicates {
    private final Map<String, CaptureSummary> captures = new HashMap<>();

    private Duplicates(Views views) {
        views.observed().forEach(contribution -> contribution
                .capture()
                .ifPresent(capture -> captures.put(contribution.source().file(), capture)));
    }

    static List<Problem> in(RealmPlan plan, Views views, Identities identities) {
        Duplicates duplicates = new Duplicates(views);
        List<Problem> problems = new ArrayList<>();
        for (int realm = 0; realm < plan.realms().size(); realm++) {
            String id = plan.realms().get(realm).id();
            for (Map.Entry<Address, List<Owner>> entry :
                    plan.evidence(realm).owners().entrySet()) {
                List<Owner> owners = entry.getValue();
                if (owners.size() > 1 && !entry.getKey().isLinkLocal()) {
                    Owner first = owners.getFirst();
                    int node = identities.node(realm, first.mac());
                    for (Owner owner : owners) {
                        if (!identities.same(node, identities.node(realm, owner.mac()))) {
                            problems.add(duplicates.problem(id, entry.getKey(), first, owner));
                            break;
                        }
                    }
                }
            }
        }
        return problems;
    }

    private Problem problem(String realm, Address ip, Owner one, Owner two) {
        FactsProblem kind = apartInTime(one, two) ? FactsProblem.ADDRESS_MOVED : FactsProblem.DUPLICATE_ADDRESS;
        return Problem.of(
                kind, two.where(), ip, realm, one.mac(), two.mac(), one.where().display());
    }

    /// True if the owners were seen in captures that do not overlap in time.
    private boolean apartInTime(Owner one, Owner two) {
        Optional<CaptureSummary> first = capture(one);
        Optional<CaptureSummary> second = capture(two);
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return false;
        }
        return before(first.get(), second.get()) || before(second.get(), first.get());
    }

    private Optional<CaptureSummary> capture(Owner owner) {
        return owner.where() instanceof SourceRef.InCapture frame
                ? Optional.ofNullable(captures.get(frame.file()))
                : Optional.empty();
    }

    private static boolean before(CaptureSummary one, CaptureSummary two) {
        Optional<Instant> end = one.lastTime();
        Optional<Instant> start = two.firstTime();
        return end.isPresent() && start.isPresent() && end.get().isBefore(start.get());
    }
}
