package org.zonewright.assess.conformance;

import java.util.Optional;
import org.zonewright.assess.Place;
import org.zonewright.assess.Subject;
import org.zonewright.facts.Address;
import org.zonewright.plant.id.AssetId;

/// One end of an exchange. `observed` is the asset's id in the inventory, empty for an address that nobody was seen
/// to own; `label` is what people read.
record End(Place place, Optional<AssetId> asset, String observed, String label, String realm, Address address) {

    /// What tells this end from others: the asset, or the address where there is none.
    String identity() {
        return observed.isEmpty() ? realm + "/" + address : observed;
    }

    Subject subject() {
        return asset.map(Subject::of).orElseGet(() -> Subject.observed(identity()));
    }

    boolean isGroup() {
        return address.isGroup();
    }
}
