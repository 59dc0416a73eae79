package org.zonewright.facts.inventory;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;

/// A device behind an asset, reached through it by an address of the protocol's own, never seen on the network
/// itself.
///
/// `id` is the asset's with the address behind it. `confidence` is in there being such a device; `reason` says what
/// shows it. `facts` are all values said of it, each with the place it was seen; their subject is the asset in front.
public record ChildAsset(
        String id, ChildAddress address, Confidence confidence, Reason reason, List<IdentityFact> facts) {
    public ChildAsset {
        facts = Asset.sorted(facts);
    }

    /// The values of one attribute, best first, as [Asset#values].
    public List<IdentityFact> values(Attribute attribute) {
        return Asset.values(facts, attribute);
    }

    public Optional<String> best(Attribute attribute) {
        return Asset.best(facts, attribute);
    }
}
