package org.zonewright.assess.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.facts.FunctionClass;
import org.zonewright.plant.id.FlowId;

/// One approved flow beside the traffic that it covers.
///
/// `exchanges` counts pairs of assets; `classes` are the classes of function that were asked for, sorted, empty where
/// none could be decoded. `reason` names the exchanges.
public record FlowCheck(
        FlowId flow,
        FlowState state,
        boolean approved,
        int exchanges,
        List<FunctionClass> classes,
        Optional<Instant> lastSeen,
        Reason reason) {
    public FlowCheck {
        classes = classes.stream().sorted().distinct().toList();
    }
}
