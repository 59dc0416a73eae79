package org.zonewright.assess.enforcement;

import java.util.List;
import java.util.Locale;
import org.zonewright.base.Reason;

/// Whether something may cross, as configured: the answer of all assets on the way together.
///
/// One that blocks, blocks, whatever is not known of others.
public record Crossing(Verdict verdict, List<DeviceAnswer> answers, List<Reason> missing) {
    public Crossing {
        answers = List.copyOf(answers);
        missing = missing.stream().distinct().toList();
    }

    /// How much of it gets through.
    public enum Verdict {
        /// All of it.
        ALLOWED,
        /// A part: some of the addresses or ports that are meant.
        PARTLY,
        /// Nothing.
        BLOCKED,
        /// It depends on conditions that addresses and ports do not decide.
        OPEN,
        /// Something has to be known first.
        NOT_ASSESSABLE;

        /// The word in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The deciding rules of all assets: where it is blocked those that block, else those that let through.
    public List<RuleRef> rules() {
        boolean through = verdict != Verdict.BLOCKED;
        return answers.stream()
                .filter(answer -> through || answer.verdict() == Verdict.BLOCKED)
                .flatMap(answer -> answer.rules().stream())
                .filter(rule -> rule.accepts() == through)
                .toList();
    }
}
