package org.zonewright.facts.inventory.conversation;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;

/// A directed conversation before its ends are assets; `realm` is its place in the plan, times are nanoseconds since
/// 1970.
public record Exchange(
        int realm,
        Address client,
        Address server,
        Transport transport,
        OptionalInt port,
        String protocol,
        ProtocolEvidence protocolEvidence,
        DirectionEvidence direction,
        Outcome outcome,
        long flows,
        long clientPackets,
        long serverPackets,
        long clientBytes,
        long serverBytes,
        long firstNanos,
        long lastNanos,
        List<FunctionUse> functions,
        SourceRef first) {

    /// By realm, client, server, transport, port and protocol.
    static int compare(Exchange one, Exchange other) {
        int order = Integer.compare(one.realm, other.realm);
        order = order != 0 ? order : one.client.compareTo(other.client);
        order = order != 0 ? order : one.server.compareTo(other.server);
        order = order != 0 ? order : one.transport.compareTo(other.transport);
        order = order != 0 ? order : Integer.compare(one.port.orElse(-1), other.port.orElse(-1));
        return order != 0 ? order : one.protocol.compareTo(other.protocol);
    }

    /// The conversation between two assets, given by their ids (empty where an end is none).
    public Conversation between(String realmId, String clientId, String serverId) {
        return new Conversation(
                realmId,
                clientId,
                serverId,
                client,
                server,
                transport,
                port,
                protocol,
                protocolEvidence,
                direction,
                outcome,
                flows,
                clientPackets,
                serverPackets,
                clientBytes,
                serverBytes,
                instant(firstNanos),
                instant(lastNanos),
                functions,
                first);
    }

    /// A time of a capture as an instant.
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
