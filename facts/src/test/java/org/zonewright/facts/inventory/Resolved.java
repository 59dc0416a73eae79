package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;

/// Resolves what tests wrote down, and checks what holds for every inventory: each address is one asset's in its
/// realm, ids are unique, and each text that a person may read exists.
final class Resolved {
    private Resolved() {}

    static Inventory of(Observation... observations) {
        return of(IdentityRules.NONE, observations);
    }

    static Inventory of(IdentityRules rules, Observation... observations) {
        List<Contribution> contributions =
                Arrays.stream(observations).map(Observation::build).toList();
        Inventory inventory = InventoryResolver.resolve(Facts.of(contributions), rules);
        check(inventory);
        return inventory;
    }

    static void check(Inventory inventory) {
        assertThat(inventory.assets().stream().map(Asset::id))
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(inventory.assets().stream()
                        .flatMap(asset -> asset.addresses().stream().map(address -> asset.realm() + " " + address)))
                .doesNotHaveDuplicates();
        Stream<Reason> reasons = Stream.of(
                        inventory.realms().stream().map(Realm::reason),
                        inventory.networks().stream().map(Network::reason),
                        inventory.assets().stream().flatMap(asset -> asset.merges().stream()),
                        inventory.assets().stream()
                                .flatMap(asset -> asset.children().stream())
                                .map(ChildAsset::reason),
                        inventory.assets().stream()
                                .flatMap(asset -> asset.roles().stream())
                                .map(AssignedRole::reason),
                        inventory.assets().stream()
                                .flatMap(asset -> asset.purdue().stream())
                                .map(PurdueHint::reason))
                .flatMap(stream -> stream);
        reasons.flatMap(Resolved::all).map(Reason::text).forEach(Resolved::hasText);
        inventory.problems().forEach(problem -> {
            hasText(problem.message());
            hasText(problem.hint());
        });
    }

    private static Stream<Reason> all(Reason reason) {
        return Stream.concat(Stream.of(reason), reason.because().stream().flatMap(Resolved::all));
    }

    private static void hasText(Text text) {
        assertThat(Texts.english().has(text.key())).as(text.key()).isTrue();
        assertThat(Texts.english().say(text)).doesNotContainPattern("\\{[0-9]\\}");
    }

    static List<String> ids(Inventory inventory) {
        return inventory.assets().stream().map(Asset::id).toList();
    }

    /// The asset with this id.
    static Asset asset(Inventory inventory, String id) {
        return inventory.assets().stream()
                .filter(asset -> asset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is none of " + ids(inventory)));
    }

    static List<String> addresses(Asset asset) {
        return asset.addresses().stream().map(Object::toString).toList();
    }

    static List<Role> roles(Inventory inventory, String id) {
        return asset(inventory, id).roles().stream().map(AssignedRole::role).toList();
    }

    static List<String> problems(Inventory inventory) {
        return inventory.problems().stream().map(problem -> problem.kind().id()).toList();
    }
}
