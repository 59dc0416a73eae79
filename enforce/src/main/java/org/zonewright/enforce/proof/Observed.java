package org.zonewright.enforce.proof;

import java.util.List;
import java.util.OptionalInt;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.plant.id.FlowId;

/// One exchange that was seen where the rules are to stand, as somebody else judged it.
///
/// `from` and `to` are the places of the drawing, `client` and `server` the addresses that the enforcing device sees.
/// `protocol` is the IP protocol, `port` the server's. `flows` are the flows that approve the exchange on that day,
/// whatever it asks for; `beyond` names the functions that it asked for and none of them holds. `answered` is false
/// for attempts. `first` opens the first frame.
public record Observed(
        String from,
        String to,
        Address client,
        Address server,
        int protocol,
        OptionalInt port,
        String application,
        List<FlowId> flows,
        List<String> beyond,
        boolean answered,
        SourceRef first) {
    public Observed {
        flows = List.copyOf(flows);
        beyond = List.copyOf(beyond);
    }

    public boolean isApproved() {
        return !flows.isEmpty();
    }
}
