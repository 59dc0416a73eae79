package org.zonewright.app;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with what a command is given, before a format is known.
public enum InputProblem implements ProblemKind {
    /// A file or folder cannot be read: no right, a broken disk, too large.
    UNREADABLE("input.unreadable"),
    /// None of the inputs held anything that could be used.
    NOTHING_READ("input.nothing-read"),
    /// Several plant documents were found where one is meant.
    SEVERAL_DOCUMENTS("input.several-documents"),
    /// No plant document that could be read is among the inputs.
    NO_DOCUMENT("input.no-document"),
    /// The document has no such conduit.
    NO_CONDUIT("enforce.unknown-conduit"),
    /// Rules of this target are not read by any reader of configurations, so that nothing can be proved of them.
    NOT_READ_BACK("enforce.not-read-back"),
    /// Rules that were written do not fit into the bound of the algebra.
    RULES_TOO_COMPLEX("enforce.too-complex");

    private final String id;

    InputProblem(String id) {
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
