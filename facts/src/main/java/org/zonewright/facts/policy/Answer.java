package org.zonewright.facts.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a configuration says to a [Question].
///
/// `decisions` are the rules that decide a part of what was asked, in the order in which packets meet them; `open` are
/// the rules with conditions that leave a part of it open. `allowed` is what surely gets through and `unsure` what may,
/// as boxes that do not overlap, the first ones where they are many.
public record Answer(Verdict verdict, List<Decision> decisions, List<Rule> open, List<Box> allowed, List<Box> unsure) {
    public Answer {
        decisions = List.copyOf(decisions);
        open = List.copyOf(open);
        allowed = List.copyOf(allowed);
        unsure = List.copyOf(unsure);
    }

    /// How much of what was asked gets through.
    public enum Verdict {
        /// All of it.
        ALLOWED,
        /// Nothing.
        BLOCKED,
        /// A part, and it is known which.
        PARTLY,
        /// It depends on what addresses and ports do not say.
        OPEN;

        /// The word in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One rule's part in the answer; without a rule it is the stage's own answer at its end.
    public record Decision(Stage stage, Optional<Rule> rule, boolean accepts) {}
}
