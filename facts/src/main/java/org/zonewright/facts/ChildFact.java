package org.zonewright.facts;

import java.util.Comparator;

/// What one source saw of a device that it reached only through a station, by an address of the protocol's own.
///
/// `fact` says what was seen; its subject is the station in front. That a child answered at all is a fact too, whose
/// attribute is the scheme of the child's address.
public record ChildFact(ChildAddress child, IdentityFact fact) implements Comparable<ChildFact> {
    private static final Comparator<ChildFact> ORDER =
            Comparator.comparing(ChildFact::fact).thenComparing(ChildFact::child);

    @Override
    public int compareTo(ChildFact other) {
        return ORDER.compare(this, other);
    }
}
