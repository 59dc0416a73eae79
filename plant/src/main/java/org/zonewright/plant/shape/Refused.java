package org.zonewright.plant.shape;

import java.util.List;
import org.zonewright.plant.PlantProblem;

/// Values that are impossible together, with the kind of problem that says so best.
final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final PlantProblem kind;
    private final transient List<Object> arguments;

    Refused(PlantProblem kind, Object... arguments) {
        super(kind.id());
        this.kind = kind;
        this.arguments = List.of(arguments);
    }

    PlantProblem kind() {
        return kind;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
