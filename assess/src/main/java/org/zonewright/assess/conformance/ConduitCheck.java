package org.zonewright.assess.conformance;

import java.util.List;
import org.zonewright.plant.id.ConduitId;

/// The flows of one conduit, in the document's order.
public record ConduitCheck(ConduitId conduit, List<FlowCheck> flows) {
    public ConduitCheck {
        flows = List.copyOf(flows);
    }
}
