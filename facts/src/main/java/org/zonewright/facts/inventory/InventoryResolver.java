package org.zonewright.facts.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.asset.AssetPlan;
import org.zonewright.facts.inventory.asset.Device;
import org.zonewright.facts.inventory.asset.Ends;
import org.zonewright.facts.inventory.conversation.ConversationFold;
import org.zonewright.facts.inventory.conversation.Exchange;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;
import org.zonewright.facts.inventory.role.Roles;

/// From facts to an inventory: realms, then directed conversations, then assets, then what assets do.
///
/// A pure function: the same facts and rules give equal inventories, in whatever order the facts came. Time grows as
/// n log n in rows and facts.
public final class InventoryResolver {
    private InventoryResolver() {}

    public static Inventory resolve(Facts facts, IdentityRules rules) {
        Views views = Views.of(facts, rules);
        RealmPlan plan = RealmPlan.of(views, rules);
        ConversationFold fold = ConversationFold.of(views, plan);
        AssetPlan assets = AssetPlan.of(facts, rules, views, plan, fold.exchanges());
        Ends ends = new Ends(fold.exchanges(), assets);
        List<Conversation> conversations = new ArrayList<>(fold.exchanges().size());
        for (int i = 0; i < fold.exchanges().size(); i++) {
            Exchange exchange = fold.exchanges().get(i);
            conversations.add(exchange.between(
                    plan.realms().get(exchange.realm()).id(),
                    idOf(assets, ends.client(i)),
                    idOf(assets, ends.server(i))));
        }
        Roles roles = Roles.of(assets, plan, ends, conversations);
        List<Asset> described = new ArrayList<>(assets.devices().size());
        for (int i = 0; i < assets.devices().size(); i++) {
            described.add(asset(assets, i, roles));
        }
        List<Problem> problems = new ArrayList<>(assets.problems());
        fold.twice()
                .forEach((pair, count) -> problems.add(Problem.of(
                        FactsProblem.SEEN_TWICE,
                        new SourceRef.InFile(pair.second()),
                        count,
                        plan.realms().get(pair.realm()).id(),
                        pair.first(),
                        pair.second())));
        problems.sort(Problem.ORDER);
        return new Inventory(
                assets.realms().sorted(), assets.networks().networks(), described, conversations, problems);
    }

    private static String idOf(AssetPlan assets, int device) {
        return device < 0 ? "" : assets.devices().get(device).id();
    }

    private static Asset asset(AssetPlan assets, int place, Roles roles) {
        Device device = assets.devices().get(place);
        return new Asset(
                device.id(),
                assets.realms().id(device.realm()),
                device.addresses(),
                roles.of(place),
                roles.level(place),
                device.protocols(),
                time(device.firstNanos()),
                time(device.lastNanos()),
                device.bases(),
                device.facts(),
                device.children(),
                device.merges());
    }

    private static Optional<Instant> time(OptionalLong nanos) {
        return nanos.isEmpty() ? Optional.empty() : Optional.of(Exchange.instant(nanos.getAsLong()));
    }
}
