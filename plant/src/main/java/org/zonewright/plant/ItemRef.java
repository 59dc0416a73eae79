package org.zonewright.plant;

import org.zonewright.plant.id.Id;

/// A reference to an asset, zone, conduit or flow where the document does not say which of them it means;
/// [Plant#resolve(ItemRef)] finds it.
public record ItemRef(String value) implements Comparable<ItemRef> {
    public ItemRef {
        Id.check(value);
    }

    @Override
    public int compareTo(ItemRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
