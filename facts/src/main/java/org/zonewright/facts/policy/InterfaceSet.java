package org.zonewright.facts.policy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Network interfaces by name: those of `names`, or with `except` all others.
public record InterfaceSet(SortedSet<String> names, boolean except) {
    private static final InterfaceSet ANY = new InterfaceSet(new TreeSet<>(), true);

    public InterfaceSet {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    public static InterfaceSet any() {
        return ANY;
    }

    public static InterfaceSet of(String... names) {
        SortedSet<String> all = new TreeSet<>();
        Collections.addAll(all, names);
        return new InterfaceSet(all, false);
    }

    public boolean contains(String name) {
        return names.contains(name) != except;
    }

    public boolean isAny() {
        return except && names.isEmpty();
    }
}
