package org.zonewright.enforce;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Text;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.ConduitId;

/// One approved flow as a firewall can hold it against a packet: something of `from` may open `service` at something
/// of `to`. Neither set is empty. `functions` is what it may do there; `notes` say what the addresses leave out.
public record Permit(
        Flow flow,
        ConduitId conduit,
        AddressSet from,
        AddressSet to,
        Service service,
        FunctionBound functions,
        List<Text> notes) {
    public Permit {
        notes = List.copyOf(notes);
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException("a permit has two ends");
        }
    }

    public String id() {
        return flow.id().value();
    }

    public Optional<String> protocol() {
        return flow.protocol();
    }
}
