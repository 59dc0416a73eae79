package org.zonewright.assess.conformance;

import java.util.List;
import org.zonewright.assess.Place;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.plant.id.FlowId;

/// One conversation, as one vantage point saw it, with what approves it on a day.
///
/// `flows` have its ends and its port and hold on that day; empty where nothing approves it. `beyond` is what it does
/// that none of them holds: functions such as `modbus 6 Write Single Register`, or another protocol on the approved
/// port.
public record ApprovedUse(Conversation conversation, Place from, Place to, List<FlowId> flows, List<String> beyond) {
    public ApprovedUse {
        flows = List.copyOf(flows);
        beyond = List.copyOf(beyond);
    }
}
