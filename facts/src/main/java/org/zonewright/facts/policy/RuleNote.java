package org.zonewright.facts.policy;

import java.util.List;
import java.util.Locale;

/// Something about one rule that whoever keeps the configuration should know. `because` are the rules that make it so.
public record RuleNote(Kind kind, String chain, Rule rule, List<Rule> because) {
    public RuleNote {
        because = List.copyOf(because);
    }

    /// What is to be noted.
    public enum Kind {
        /// Earlier rules decide every packet that it matches.
        SHADOWED,
        /// No packet can match it.
        IMPOSSIBLE,
        /// Without it, later rules would decide the same.
        REDUNDANT,
        /// It lets any address reach any other by any service.
        ANY_TO_ANY,
        /// It has not matched a packet since the device counts.
        NEVER_HIT,
        /// It is switched off.
        DISABLED;

        /// The word in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
