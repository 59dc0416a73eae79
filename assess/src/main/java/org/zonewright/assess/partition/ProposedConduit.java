package org.zonewright.assess.partition;

import java.util.List;
import org.zonewright.base.Reason;

/// One proposed conduit: two zones between which traffic went through.
///
/// `members` are assets that stand in neither zone and in both networks, such as a router (ids of the inventory);
/// an asset is a member of one conduit only and `enforcers` of others. `flows` hold candidates for approval and for
/// removal; a conduit with none for approval is itself a candidate for removal.
public record ProposedConduit(
        String id,
        String oneZone,
        String otherZone,
        List<String> members,
        List<String> enforcers,
        List<ProposedFlow> flows,
        Reason reason) {
    public ProposedConduit {
        members = List.copyOf(members);
        enforcers = List.copyOf(enforcers);
        flows = List.copyOf(flows);
    }

    public List<ProposedFlow> forApproval() {
        return flows.stream().filter(flow -> flow.removal().isEmpty()).toList();
    }

    public List<ProposedFlow> forRemoval() {
        return flows.stream().filter(flow -> !flow.removal().isEmpty()).toList();
    }
}
