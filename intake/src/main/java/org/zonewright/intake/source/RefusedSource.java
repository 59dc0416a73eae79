package org.zonewright.intake.source;

import java.io.IOException;
import java.util.Arrays;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;

/// A file, or the rest of it, that is not read: the kind of problem and its arguments.
public final class RefusedSource extends IOException {
    private static final long serialVersionUID = 1;

    private final IntakeProblem kind;
    private final String[] arguments;

    public RefusedSource(IntakeProblem kind, Object... arguments) {
        super(kind.id());
        this.kind = kind;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    }

    /// Reports it for the whole file.
    public void reportTo(ProblemLog log, SourceRef file) {
        log.report(kind, file, (Object[]) arguments);
    }

    /// Reports it for the whole file.
    void reportTo(Gathering into) {
        into.log().report(kind, into.at(0), (Object[]) arguments);
    }
}
