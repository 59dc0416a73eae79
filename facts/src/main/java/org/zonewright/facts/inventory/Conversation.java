package org.zonewright.facts.inventory;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;

/// What one client and one server of a realm exchanged over one service, all client ports and sources together.
///
/// `client` and `server` are asset ids; group and broadcast addresses have the empty id. `protocol` is empty where it
/// was not recognised. Bytes are frame lengths on the wire. `first` opens the first frame.
public record Conversation(
        String realm,
        String client,
        String server,
        Address clientAddress,
        Address serverAddress,
        Transport transport,
        OptionalInt serverPort,
        String protocol,
        ProtocolEvidence protocolEvidence,
        DirectionEvidence direction,
        Outcome outcome,
        long flows,
        long clientPackets,
        long serverPackets,
        long clientBytes,
        long serverBytes,
        Instant firstSeen,
        Instant lastSeen,
        List<FunctionUse> functions,
        SourceRef first) {

    public Conversation {
        functions = List.copyOf(functions);
    }

    /// The service as rules write it: `tcp/502`, or the transport alone.
    public String service() {
        return serverPort.isPresent() ? transport.id() + "/" + serverPort.getAsInt() : transport.id();
    }
}
