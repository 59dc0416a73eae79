package org.zonewright.assess.reach;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a crossing rests on, the strongest first.
public enum Basis {
    /// The configuration of a device lets it through.
    ENFORCED(1),
    /// Established traffic shows it.
    OBSERVED(2),
    /// Only the document says so.
    DECLARED(4);

    private final int bit;

    Basis(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }

    /// The word in JSON and reports.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The bases of a set of bits, in order.
    static Set<Basis> ofBits(int bits) {
        EnumSet<Basis> all = EnumSet.noneOf(Basis.class);
        for (Basis basis : values()) {
            if ((bits & basis.bit) != 0) {
                all.add(basis);
            }
        }
        return Collections.unmodifiableSet(all);
    }
}
