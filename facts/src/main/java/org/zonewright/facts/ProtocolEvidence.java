package org.zonewright.facts;

import java.util.Locale;

/// What the name of a conversation's protocol rests on, from weakest to strongest.
public enum ProtocolEvidence {
    /// No name.
    NONE,
    /// The registered port alone.
    PORT,
    /// The content was recognised.
    CONTENT;

    private final String id = name().toLowerCase(Locale.ROOT); // asked for with every fact and conversation

    /// The word in JSON and documents.
    public String id() {
        return id;
    }
}
