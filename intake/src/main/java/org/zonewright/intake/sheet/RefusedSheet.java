package org.zonewright.intake.sheet;

import java.util.Arrays;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;

/// A file, or the rest of it, that is not read: the problem without its place.
public final class RefusedSheet extends Exception {
    private static final long serialVersionUID = 1;

    private final IntakeProblem kind;
    private final String[] arguments;

    RefusedSheet(IntakeProblem kind, Object... arguments) {
        super(kind.id() + " " + Arrays.toString(arguments));
        this.kind = kind;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    }

    public Problem at(SourceRef where) {
        return Problem.of(kind, where, (Object[]) arguments);
    }
}
