package org.zonewright.assess.observation;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with the file of a rule.
public enum RuleProblem implements ProblemKind {
    /// A line is neither `key: value` nor goes on from the line before.
    UNREADABLE_LINE("rule.unreadable-line"),
    /// A key stands twice.
    DUPLICATE_KEY("rule.duplicate-key"),
    /// A key that a rule of this kind does not have.
    UNKNOWN_KEY("rule.unknown-key"),
    /// A key that is needed is missing or empty.
    MISSING_KEY("rule.missing-key"),
    /// A value is not of the expected kind or range.
    WRONG_VALUE("rule.wrong-value"),
    /// A rule names a requirement that the catalogue does not have.
    UNKNOWN_REQUIREMENT("rule.unknown-requirement");

    private final String id;

    RuleProblem(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
