package org.zonewright.plant.shape;

import java.util.List;
import java.util.Optional;

/// The values read for one item, by key.
public final class Values {
    private final List<Optional<?>> values;

    Values(List<Optional<?>> values) {
        this.values = values;
    }

    /// The value of a key: what was read, or what stands for its absence.
    @SuppressWarnings("unchecked") // the slot of a key is only ever filled by that key
    public <V> V get(Key<?, V> key) {
        return (V) values.get(key.position()).orElseThrow();
    }
}
