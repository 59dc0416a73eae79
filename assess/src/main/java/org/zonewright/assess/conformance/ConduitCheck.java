package org.zonewright.assess.conformance;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.ConduitId;

/// The flows of one conduit, in the document's order. `truth` holds them against the configurations of firewalls;
/// empty where there is none at all.
public record ConduitCheck(ConduitId conduit, List<FlowCheck> flows, Optional<ConduitTruth> truth) {
    public ConduitCheck {
        flows = List.copyOf(flows);
    }
}
