package org.zonewright.assess.levels;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.assurance.Evidence;

/// Judges one cell, a requirement at an asset or a place, from the evidence and observations about it.
///
/// The rules, in the order in which they decide:
///
/// 1. *Not met* and *partial* stand until a newer row of an equal or stronger method lets it hold; a row of the same
///    day clears only what it names.
/// 2. A contradiction stands until a row of its day or later clears it that is a configuration, a test, or an
///    observation from a vantage point that saw it.
/// 3. A valid compensation holds over a contradiction, and over what failed unless that is newer. It also stands beside
///    what is met, which a claim may still call missing.
/// 4. What failed, then what is contradicted, then what is met, inherited or not applicable and valid today.
/// 5. Nothing of this: no evidence.
///
/// What cleared something has cleared it for good; what it said itself expires. So time alone never raises a level.
///
/// Filled and emptied for each cell; for one thread.
final class CellJudge {
    private static final Comparator<Observation> LATEST =
            Comparator.comparing(Observation::last).thenComparing(Observation::rule, Comparator.reverseOrder());

    private final int today;
    private final List<Row> rows = new ArrayList<>();
    /// As long as `rows`: true where the row clears what failed and does not itself let the cell hold.
    private final List<Boolean> clearsOnly = new ArrayList<>();

    private final List<Observation> contradictions = new ArrayList<>();

    private RequirementState state = RequirementState.NO_EVIDENCE;
    private Rule rule = Rule.NOTHING;
    private @Nullable Object basis;

    CellJudge(int today) {
        this.today = today;
    }

    /// The day of an instant, in UTC.
    static int day(Instant instant) {
        return (int) LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
    }

    void clear() {
        rows.clear();
        clearsOnly.clear();
        contradictions.clear();
    }

    void add(Row row, boolean onlyClears) {
        if (row.isInTime()) {
            rows.add(row);
            clearsOnly.add(onlyClears);
        }
    }

    void add(Observation observation) {
        contradictions.add(observation);
    }

    RequirementState state() {
        return state;
    }

    Rule rule() {
        return rule;
    }

    /// The [Evidence] or [Observation] that decided.
    @Nullable
    Object basis() {
        return basis;
    }

    /// Decides.
    ///
    /// @param conditional whether the catalogue lets the requirement be not applicable
    /// @param changedOn the day on which the asset last changed; what was met before is outdated
    /// @param inherits which of the rows that inherit have a provider that holds the requirement
    void judge(boolean conditional, int changedOn, Inheritance inherits, int system) {
        Row failed = null;
        Row compensated = null;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.isNegative()) {
                if (!isCleared(row, conditional, inherits, system)) {
                    failed = Row.prefer(failed, row);
                }
            } else if (!clearsOnly.get(i) && isCompensation(row, changedOn)) {
                compensated = Row.prefer(compensated, row);
            }
        }
        Observation contradiction = null;
        for (Observation one : contradictions) {
            if (!isCleared(one, conditional, inherits, system)
                    && (contradiction == null || LATEST.compare(one, contradiction) > 0)) {
                contradiction = one;
            }
        }
        decide(failed, compensated, contradiction);
        if (state == RequirementState.NO_EVIDENCE) {
            positive(conditional, changedOn, inherits, system);
        }
    }

    private void decide(@Nullable Row failed, @Nullable Row compensated, @Nullable Observation contradiction) {
        if (compensated != null && (failed == null || failed.day() <= compensated.day())) {
            set(RequirementState.COMPENSATED, Rule.EVIDENCE, compensated.evidence());
        } else if (failed != null) {
            RequirementState how =
                    failed.state() == Evidence.State.PARTIAL ? RequirementState.PARTIAL : RequirementState.NOT_MET;
            set(how, Rule.NOT_CLEARED, failed.evidence());
        } else if (contradiction != null) {
            set(RequirementState.CONTRADICTED, Rule.CONTRADICTION, contradiction);
        } else {
            set(RequirementState.NO_EVIDENCE, Rule.NOTHING, null);
        }
    }

    /// The best of the rows that say it holds: met before inherited before not applicable.
    private void positive(boolean conditional, int changedOn, Inheritance inherits, int system) {
        Row best = null;
        Row without = null;
        Rule why = Rule.NOTHING;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.isNegative() || clearsOnly.get(i)) {
                continue;
            }
            Rule hindrance = hindrance(row, conditional, changedOn, inherits, system);
            if (hindrance == Rule.EVIDENCE) {
                boolean better = best == null
                        || (row.state() == best.state() && Row.prefer(best, row) == row)
                        || (row.state() != best.state() && row.state() == Evidence.State.MET)
                        || (best.state() == Evidence.State.NOT_APPLICABLE && row.state() == Evidence.State.INHERITED);
                best = better ? row : best;
            } else if (Row.prefer(without, row) == row) {
                without = row;
                why = hindrance;
            }
        }
        if (best == null) {
            set(RequirementState.NO_EVIDENCE, why, without == null ? null : without.evidence());
        } else {
            set(
                    switch (best.state()) {
                        case INHERITED -> RequirementState.INHERITED;
                        case NOT_APPLICABLE -> RequirementState.NOT_APPLICABLE;
                        case MET, PARTIAL, NOT_MET, COMPENSATED -> RequirementState.MET;
                    },
                    Rule.EVIDENCE,
                    best.evidence());
        }
    }

    /// Why a row that says it holds does not count today; [Rule#EVIDENCE] if it does.
    private Rule hindrance(Row row, boolean conditional, int changedOn, Inheritance inherits, int system) {
        if (!isSound(row, conditional, inherits, system)) {
            return row.state() == Evidence.State.INHERITED && row.isProven() ? Rule.PROVIDER : Rule.UNPROVEN;
        }
        if (row.day() < changedOn) {
            return Rule.OUTDATED;
        }
        return row.isValidOn(today) ? Rule.EVIDENCE : Rule.EXPIRED;
    }

    private boolean isCompensation(Row row, int changedOn) {
        return row.state() == Evidence.State.COMPENSATED && holdsToday(row, changedOn);
    }

    private boolean holdsToday(Row row, int changedOn) {
        return isGood(row) && row.isValidOn(today) && row.day() >= changedOn;
    }

    private static boolean isGood(Row row) {
        return row.isProven() && row.stageCounts();
    }

    /// True if the row may let something hold, whatever day it is today.
    private static boolean isSound(Row row, boolean conditional, Inheritance inherits, int system) {
        return isGood(row)
                && switch (row.state()) {
                    case MET, COMPENSATED -> true;
                    case NOT_APPLICABLE -> conditional;
                    case INHERITED -> inherits.holds(row, system);
                    case PARTIAL, NOT_MET -> false;
                };
    }

    private boolean isCleared(Row failed, boolean conditional, Inheritance inherits, int system) {
        for (Row row : rows) {
            boolean later = row.day() > failed.day()
                    || (row.day() == failed.day()
                            && row.evidence()
                                    .clears()
                                    .contains(failed.evidence().id().value()));
            if (later
                    && row.method().compareTo(failed.method()) >= 0
                    && row.state() != Evidence.State.COMPENSATED
                    && isSound(row, conditional, inherits, system)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCleared(Observation seen, boolean conditional, Inheritance inherits, int system) {
        int day = day(seen.last());
        for (Row row : rows) {
            if (row.day() >= day
                    && row.state() != Evidence.State.COMPENSATED
                    && clearsSeen(row, seen)
                    && isSound(row, conditional, inherits, system)) {
                return true;
            }
        }
        return false;
    }

    private static boolean clearsSeen(Row row, Observation seen) {
        return switch (row.method()) {
            case CONFIGURATION, TEST -> true;
            case OBSERVED ->
                row.evidence().sensor().filter(seen.sensors()::contains).isPresent() && row.day() > day(seen.last());
            case INTERVIEW, EXAMINATION -> false;
        };
    }

    private void set(RequirementState newState, Rule newRule, @Nullable Object newBasis) {
        state = newState;
        rule = newRule;
        basis = newBasis;
    }

    /// Whether the provider of a row that inherits holds the requirement.
    interface Inheritance {
        /// Nothing is inherited.
        Inheritance NONE = (_, _) -> false;

        /// `system` is a system number, or -1 for a component's requirement that carries none.
        boolean holds(Row row, int system);
    }
}
