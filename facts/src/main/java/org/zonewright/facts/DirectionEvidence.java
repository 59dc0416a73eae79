package org.zonewright.facts;

import java.util.Locale;

/// How it is known which endpoint opened a conversation, from weakest to strongest.
public enum DirectionEvidence {
    /// Only the order of packets: the first one seen came from this side.
    FIRST_PACKET,
    /// The other side's port is one on which servers of a known service wait.
    KNOWN_PORT,
    /// The other endpoint was seen as a server in another conversation with a handshake.
    KNOWN_SERVER,
    /// A decoded message was a request of this side.
    MESSAGE,
    /// A TCP handshake (SYN or SYN-ACK) or its equal was seen.
    HANDSHAKE;

    private final String id =
            name().toLowerCase(Locale.ROOT).replace('_', '-'); // asked for with every fact and conversation

    /// The word in JSON and documents.
    public String id() {
        return id;
    }

    /// True if nothing else can turn the direction round.
    public boolean isCertain() {
        return this == HANDSHAKE;
    }
}
