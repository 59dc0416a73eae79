package org.zonewright.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.base.Reason;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.id.AcceptanceId;
import org.zonewright.standard.RequirementId;

/// One thing that does not fit together, with why it is believed and what to do.
///
/// `key` is the kind's id and what it is about, such as `undeclared-flow:office>cell-a`: the same thing has the same
/// key in every run, so that an acceptance can name it. `subjects` are what it is about, those of the key first;
/// `evidence` opens the frames and lines that decide it, the best first; `acceptance` is the one that covers it or
/// did.
public record Finding(
        FindingKind kind,
        String key,
        Severity severity,
        Text title,
        Reason reason,
        List<Subject> subjects,
        List<RequirementId> clauses,
        Consequence consequence,
        Text advice,
        State state,
        Optional<AcceptanceId> acceptance,
        List<SourceRef> evidence) {

    /// Those that count first, then by severity, consequence and key: the order of reports.
    public static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> !finding.counts())
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparingInt(finding -> -finding.consequence().rank())
            .thenComparing(Finding::key);

    public Finding {
        subjects = List.copyOf(subjects);
        clauses = List.copyOf(clauses);
        evidence = List.copyOf(evidence);
    }

    /// Whether somebody answers for it.
    public enum State {
        NEW,
        ACCEPTED,
        ACCEPTANCE_EXPIRED;

        /// The word in JSON and reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a finding is about: the part of its key after the colon, what its title says, and its subjects.
    public record About(String key, List<String> words, List<Subject> subjects) {
        public About {
            words = List.copyOf(words);
            subjects = List.copyOf(subjects);
        }
    }

    /// A new finding of the kind's usual severity, clauses and texts.
    public static Finding of(
            FindingKind kind, About about, Reason reason, Consequence consequence, List<SourceRef> evidence) {
        Object[] words = about.words().toArray();
        return new Finding(
                kind,
                kind.id() + ":" + about.key(),
                kind.severity(),
                Text.of("finding." + kind.id(), words),
                reason,
                about.subjects(),
                kind.clauses(),
                consequence,
                Text.of("finding." + kind.id() + ".advice", words),
                State.NEW,
                Optional.empty(),
                evidence);
    }

    /// The same with more reasons beneath and more evidence.
    public Finding with(List<Reason> because, List<SourceRef> more) {
        List<Reason> all = new ArrayList<>(reason.because());
        all.addAll(because);
        return new Finding(
                kind,
                key,
                severity,
                title,
                new Reason(reason.text(), reason.sources(), all),
                subjects,
                clauses,
                consequence,
                advice,
                state,
                acceptance,
                Stream.concat(evidence.stream(), more.stream()).distinct().toList());
    }

    /// True if the finding makes a run end with exit 1: it is more than information, and nobody answers for it now.
    public boolean counts() {
        return severity != Severity.INFO && state != State.ACCEPTED;
    }

    public Finding withSeverity(Severity changed) {
        return new Finding(
                kind, key, changed, title, reason, subjects, clauses, consequence, advice, state, acceptance, evidence);
    }

    public Finding withClauses(List<RequirementId> changed) {
        return new Finding(
                kind,
                key,
                severity,
                title,
                reason,
                subjects,
                changed,
                consequence,
                advice,
                state,
                acceptance,
                evidence);
    }

    /// The finding as an acceptance leaves it.
    public Finding withState(State changed, AcceptanceId by) {
        return new Finding(
                kind,
                key,
                severity,
                title,
                reason,
                subjects,
                clauses,
                consequence,
                advice,
                changed,
                Optional.of(by),
                evidence);
    }
}
