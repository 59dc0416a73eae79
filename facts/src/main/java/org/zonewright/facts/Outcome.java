package org.zonewright.facts;

import java.util.Locale;

/// What became of a conversation, as far as one vantage point can tell.
public enum Outcome {
    /// Both sides took part: a completed handshake or answered traffic.
    ESTABLISHED,
    /// Asked, and no answer was seen.
    ATTEMPTED,
    /// Asked, and refused by a reset or an ICMP error.
    REJECTED,
    /// Traffic of one side only, without a request that would need an answer.
    ONE_WAY;

    private final String id =
            name().toLowerCase(Locale.ROOT).replace('_', '-'); // asked for with every fact and conversation

    /// The word in JSON and documents: lower case, words joined by hyphens.
    public String id() {
        return id;
    }
}
