package org.zonewright.assess.enforcement;

import java.util.List;
import org.zonewright.base.Reason;
import org.zonewright.facts.policy.Box;

/// What surely gets through from one zone to another, beyond what was excepted.
///
/// `openings` do not overlap and are the first ones where `complete` is false. Addresses are those that the first
/// asset on the way sees. `missing` says what would have to be known to say more; with it and without openings
/// nothing is known.
public record Openings(List<Opening> openings, boolean complete, List<Reason> missing) {
    /// Nothing gets through.
    public static final Openings NONE = new Openings(List.of(), true, List.of());

    public Openings {
        openings = List.copyOf(openings);
        missing = missing.stream().distinct().toList();
    }

    /// Packets that get through, and the rules that let them.
    public record Opening(Box box, List<RuleRef> rules) {
        public Opening {
            rules = List.copyOf(rules);
        }
    }

    /// True if it is certain that nothing gets through.
    public boolean isClosed() {
        return openings.isEmpty() && missing.isEmpty();
    }
}
