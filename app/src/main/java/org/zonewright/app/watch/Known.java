package org.zonewright.app.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What was told before, so that it is told once. Bounded: beyond [#LIMIT] things nothing is new any more, which
/// [#isFull()] says. Mutable; one thread.
final class Known {
    static final int LIMIT = 250_000;

    private final Map<String, Set<String>> realmsOf = new HashMap<>();
    private int size;

    /// True if this was told of the realm before. A realm that is no more (`realms` are those there are) may have
    /// been joined with this one, so what was told of it is not new.
    boolean isKnown(String what, String realm, Set<String> realms) {
        Set<String> told = realmsOf.getOrDefault(what, Set.of());
        return told.contains(realm) || !realms.containsAll(told) || isFull();
    }

    void add(String what, String realm) {
        if (!isFull() && realmsOf.computeIfAbsent(what, any -> new HashSet<>(2)).add(realm)) {
            size++;
        }
    }

    boolean isFull() {
        return size >= LIMIT;
    }
}
