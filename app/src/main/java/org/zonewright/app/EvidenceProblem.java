package org.zonewright.app;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with evidence that is to be added to a document.
public enum EvidenceProblem implements ProblemKind {
    /// `{0}`: what was given; `{1}`: the nearest requirement that a catalogue has.
    UNKNOWN_REQUIREMENT("evidence.unknown-requirement"),
    /// `{0}`: what was given.
    UNKNOWN_PLACE("evidence.unknown-place"),
    /// The document has faults of its own, and an edit could make them worse. `{0}`: how many.
    FAULTY_DOCUMENT("evidence.faulty-document"),
    /// The list stands in a side file that has no column for what is said. `{0}`: the headings.
    NO_COLUMN("evidence.no-column");

    private final String id;

    EvidenceProblem(String id) {
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
