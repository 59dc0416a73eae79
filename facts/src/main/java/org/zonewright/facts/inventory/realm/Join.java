package org.zonewright.facts.inventory.realm;

import org.zonewright.base.Reason;

/// That two views may show one network, and why. Views are numbers in the order of [Views#all()].
record Join(Kind kind, int weight, int one, int two, Reason reason) implements Comparable<Join> {

    /// What speaks for it, the strongest first.
    enum Kind {
        /// A rule names the same realm for both.
        DECIDED,
        /// The same MAC address owns the same IP address in both; `weight` counts such pairs.
        SAME_OWNER,
        /// Two interfaces of one sensor with the same VLAN path.
        SAME_SENSOR,
        /// One sensor sees one direction of a conversation with a tag and the other without it, or with another one.
        HALVES,
        /// A conversation is seen where its station stands and, unchanged, behind a router.
        ROUTED
    }

    /// The strongest first.
    @Override
    public int compareTo(Join other) {
        int order = kind.compareTo(other.kind);
        order = order != 0 ? order : Integer.compare(other.weight, weight);
        order = order != 0 ? order : Integer.compare(one, other.one);
        return order != 0 ? order : Integer.compare(two, other.two);
    }
}
