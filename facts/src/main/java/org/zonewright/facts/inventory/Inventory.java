package org.zonewright.facts.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zonewright.base.Problem;
import org.zonewright.facts.Address;

/// What is on the network: realms, networks, assets and directed conversations, each in a fixed order. Immutable, and
/// a pure function of facts and rules.
///
/// `problems` are those that only show when facts are put together (one address with two owners at a time).
public record Inventory(
        List<Realm> realms,
        List<Network> networks,
        List<Asset> assets,
        List<Conversation> conversations,
        List<Problem> problems) {

    public Inventory {
        realms = List.copyOf(realms);
        networks = List.copyOf(networks);
        assets = List.copyOf(assets);
        conversations = List.copyOf(conversations);
        problems = List.copyOf(problems);
    }

    public Map<String, Asset> assetsById() {
        return assets.stream().collect(Collectors.toUnmodifiableMap(Asset::id, Function.identity()));
    }

    /// The asset that owns the address in the realm.
    public Optional<Asset> assetAt(String realm, Address address) {
        return assets.stream()
                .filter(asset ->
                        asset.realm().equals(realm) && asset.addresses().contains(address))
                .findFirst();
    }
}
