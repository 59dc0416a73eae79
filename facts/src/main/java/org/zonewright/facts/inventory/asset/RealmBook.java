package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Realm;

/// The realms that were planned, and those that only documents speak of. Mutable; one thread. Realms are numbers;
/// planned ones have their place in the plan.
public final class RealmBook {
    private final List<Realm> realms;
    private final int planned;
    private final Map<String, Integer> numbers = new HashMap<>();

    RealmBook(List<Realm> plannedRealms) {
        realms = new ArrayList<>(plannedRealms);
        planned = plannedRealms.size();
        for (int i = 0; i < planned; i++) {
            numbers.put(realms.get(i).id(), i);
        }
    }

    Optional<Integer> find(String id) {
        return Optional.ofNullable(numbers.get(id));
    }

    /// The realm of this id, made now for what a document names.
    int documented(String id, SourceRef where) {
        return numbers.computeIfAbsent(id, any -> {
            realms.add(new Realm(id, List.of(), Reason.of(Text.of("inventory.realm.documented", id), where)));
            return realms.size() - 1;
        });
    }

    Realm get(int realm) {
        return realms.get(realm);
    }

    /// The realm's id.
    public String id(int realm) {
        return realms.get(realm).id();
    }

    /// How many realms were planned from what was observed and from rules.
    int planned() {
        return planned;
    }

    int size() {
        return realms.size();
    }

    /// All realms in the order of their ids.
    public List<Realm> sorted() {
        List<Realm> sorted = new ArrayList<>(realms);
        sorted.sort((one, other) -> one.id().compareTo(other.id()));
        return List.copyOf(sorted);
    }
}
