package org.zonewright.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers for values, from 0 in the order they were first asked for. What was asked for last is found at
/// once, since one value comes many times in a row. Mutable; one thread.
final class Numbers<T> {
    private final List<T> values = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();
    private @Nullable T last;
    private int lastNumber;

    @SuppressWarnings("ReferenceEquality") // an equal one is found in the map
    int of(T value) {
        if (value != last) {
            Integer known = numbers.putIfAbsent(value, values.size());
            if (known == null) {
                values.add(value);
            }
            lastNumber = known == null ? values.size() - 1 : known;
            last = value;
        }
        return lastNumber;
    }

    /// The values in the order of their numbers.
    List<T> values() {
        return values;
    }

    /// The number of a value that was asked for before, else -1.
    int known(T value) {
        return numbers.getOrDefault(value, -1);
    }
}
