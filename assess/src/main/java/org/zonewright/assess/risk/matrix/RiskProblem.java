package org.zonewright.assess.risk.matrix;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with the inputs of the risk assessment. `{0}` is the item's id: that of a matrix, a scenario, a
/// zone or a conduit.
public enum RiskProblem implements ProblemKind {
    /// `{1}`: what has the wrong number of steps, rows or cells.
    MATRIX_SIZE("risk.matrix-size", Severity.ERROR),
    /// `{1}`: an axis with two steps.
    MATRIX_COARSE("risk.matrix-coarse", Severity.INFO),
    /// `{1}`: a label or level that stands twice.
    MATRIX_TWICE("risk.matrix-twice", Severity.ERROR),
    /// `{1}`: the cell; `{2}`: what stands in it; `{3}`: what could.
    MATRIX_CELL("risk.matrix-cell", Severity.ERROR),
    /// `{1}` and `{2}`: the cells with their values, the second below the first though it is the worse one.
    MATRIX_FALLS("risk.matrix-falls", Severity.ERROR),
    /// `{1}`: the level.
    MATRIX_LEVEL_UNUSED("risk.matrix-level-unused", Severity.ERROR),
    /// `{1}`: which bands, and whether they overlap, leave a hole, or do not rise.
    MATRIX_BANDS("risk.matrix-bands", Severity.ERROR),
    /// `{1}`: which frequency ranges, and what is between them.
    MATRIX_RANGES("risk.matrix-ranges", Severity.ERROR),
    /// `{1}`: the line; `{2}`: the levels or the range of numbers.
    TOLERABLE_OUTSIDE("risk.tolerable-outside", Severity.ERROR),
    /// A document with estimates but without a matrix that can be used.
    NO_MATRIX("risk.no-matrix", Severity.ERROR),
    /// `{1}`: what was found; `{2}`: the steps there are.
    UNKNOWN_STEP("risk.unknown-step", Severity.ERROR),
    /// A residual risk without the unmitigated one.
    RESIDUAL_ALONE("risk.residual-alone", Severity.ERROR),
    /// A residual estimate without a likelihood.
    RESIDUAL_LIKELIHOOD("risk.residual-likelihood", Severity.ERROR),
    /// The residual likelihood is above the unmitigated one.
    RESIDUAL_RISES("risk.residual-rises", Severity.ERROR),
    /// The residual impact is lower and no countermeasure limits the consequence.
    RESIDUAL_IMPACT("risk.residual-impact", Severity.ERROR),
    /// `{1}`: the words that name a cyber countermeasure.
    UNMITIGATED_COUNTS_MEASURES("risk.unmitigated-counts-measures", Severity.WARNING),
    /// `{1}`: the id that the threat list or ATT&CK does not have.
    UNKNOWN_THREAT("risk.unknown-threat", Severity.WARNING),
    /// A scenario that is about neither a zone nor a conduit.
    SCENARIO_PLACE("risk.scenario-place", Severity.ERROR),
    /// `{1}`: the method; `{2}`: what it lacks.
    METHOD_LACKS("risk.method-lacks", Severity.WARNING),
    /// `{1}`: the range the assessor has to choose from.
    LEVEL_CHOICE("risk.level-choice", Severity.WARNING),
    /// `{1}`: the choice; `{2}`: the range.
    LEVEL_OUTSIDE("risk.level-outside", Severity.ERROR),
    /// A level that a person set without saying why.
    REASON_MISSING("risk.reason-missing", Severity.WARNING),
    /// `{1}`: the profile.
    PROFILE_MISSING("risk.profile-missing", Severity.ERROR),
    /// `{1}`: the profile; no rule of it fits.
    PROFILE_SILENT("risk.profile-silent", Severity.WARNING),
    /// `{1}`: the entry; `{2}`: what is asked; `{3}`: what the lowering lacks.
    LOWERED_WITHOUT("risk.lowered-without", Severity.ERROR),
    /// `{1}`: the entry; `{2}`: the level it takes over; `{3}`: the zone or conduit that hands it over.
    LOWERED_HEIR("risk.lowered-heir", Severity.ERROR),
    /// `{1}`: the entry; `{2}`: the target; `{3}`: what the risk asks for.
    TARGET_BELOW_RISK("risk.target-below-risk", Severity.WARNING);

    private final String id;
    private final Severity severity;

    RiskProblem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
