package org.zonewright.facts;

/// What one source saw of a device that it reached only through a station, by an address of the protocol's own.
///
/// `fact` says what was seen; its subject is the station in front. That a child answered at all is a fact too, whose
/// attribute is the scheme of the child's address.
public record ChildFact(ChildAddress child, IdentityFact fact) implements Comparable<ChildFact> {
    @Override
    public int compareTo(ChildFact other) {
        int byFact = fact.compareTo(other.fact);
        return byFact != 0 ? byFact : child.compareTo(other.child);
    }
}
