package org.zonewright.standard.catalogue;

import java.util.Optional;

/// Who says that two things are related; reports label each.
public enum Basis {
    /// A published source says so.
    PUBLISHED,
    /// It follows from published relations joined in a chain.
    DERIVED,
    /// We think so.
    OWN_ANALYSIS;

    static Optional<Basis> parse(String text) {
        return switch (text) {
            case "published" -> Optional.of(PUBLISHED);
            case "derived" -> Optional.of(DERIVED);
            case "own analysis" -> Optional.of(OWN_ANALYSIS);
            default -> Optional.empty();
        };
    }
}
