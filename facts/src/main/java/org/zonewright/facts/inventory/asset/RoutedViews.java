package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.asset.Identities.Node;
import org.zonewright.facts.inventory.realm.RealmPlan;

/// Addresses that a realm shows from behind a router: nobody there owns them, and they lie in none of its networks.
/// Where one station alone of the other realms owns the address on its link, it is that station.
final class RoutedViews {
    private final Identities identities;
    private final RealmPlan plan;
    private final NetworkFinder networks;
    private final Set<Integer> views = new HashSet<>();

    RoutedViews(Identities identities, RealmPlan plan, NetworkFinder networks) {
        this.identities = identities;
        this.plan = plan;
        this.networks = networks;
    }

    /// Joins them with their stations; after owners are known.
    void join() {
        int count = identities.size();
        for (int number = 0; number < count; number++) {
            Node node = identities.get(number);
            if (identities.isObserved(number) && isFromElsewhere(node)) {
                joinWithOwner(number, node);
            }
        }
    }

    /// True if the node is only a view of a station in another realm.
    boolean isView(int number) {
        return views.contains(number);
    }

    private boolean isFromElsewhere(Node node) {
        return node.address().isIp()
                && node.realm() < plan.realms().size()
                && plan.evidence(node.realm()).owner(node.address()).isEmpty()
                && !networks.holds(node.realm(), node.address());
    }

    private void joinWithOwner(int number, Node node) {
        List<Integer> owners = new ArrayList<>();
        for (int other : identities.everywhere(node.address(), plan.realms().size())) {
            if (isOwned(identities.get(other).realm(), node.address())) {
                owners.add(other);
            }
        }
        if (identities.roots(owners).size() != 1) {
            return;
        }
        int owner = owners.getFirst();
        Text text = Text.of(
                "inventory.merge.routed",
                node.address(),
                plan.realms().get(node.realm()).id(),
                plan.realms().get(identities.get(owner).realm()).id());
        if (identities.areCompatible(owner, number) && identities.join(owner, number, Reason.of(text))) {
            views.add(number);
        }
    }

    private boolean isOwned(int realm, Address address) {
        return plan.evidence(realm).owner(address).isPresent();
    }
}
