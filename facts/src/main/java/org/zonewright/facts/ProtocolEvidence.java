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

    /// The word in JSON and documents.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
