package org.zonewright.assess.reach;

import java.util.List;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.EssentialFunctionId;

/// One essential function that a breach touches: what it depends on and is reached, in the document's order, with the
/// fewest steps and the least difficulty. `nearest` has the fewest steps, `easiest` the least difficulty; of equals
/// the first.
public record FunctionHit(
        EssentialFunctionId function,
        List<Subject> reached,
        Subject nearest,
        Subject easiest,
        int steps,
        int difficulty) {
    public FunctionHit {
        reached = List.copyOf(reached);
    }
}
