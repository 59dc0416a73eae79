package org.zonewright.assess.risk.target;

import java.util.Comparator;
import java.util.Locale;

/// What an entry of a target comes from: its kind and the id of it, which is a scenario's, a zone's or conduit's, a
/// profile's, or empty.
public record Driver(Kind kind, String id) implements Comparable<Driver> {
    /// From what explains most to what explains least; of two drivers of one level the first is kept.
    public enum Kind {
        /// A scenario asks for it.
        SCENARIO,
        /// It makes up for an entry that was lowered elsewhere.
        INHERITED,
        /// A sector profile gives it.
        PROFILE,
        /// A zone that a conduit joins has it.
        JOINED_ZONE,
        /// The floor of this zone or conduit.
        FLOOR,
        /// What every zone and conduit gets at least.
        BASELINE,
        /// A person set it higher than anything else asks for.
        STATED,
        /// It stays below what is asked for, with a named compensation.
        LOWERED;

        /// The word in JSON and reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int compareTo(Driver other) {
        return Comparator.comparing(Driver::kind).thenComparing(Driver::id).compare(this, other);
    }
}
