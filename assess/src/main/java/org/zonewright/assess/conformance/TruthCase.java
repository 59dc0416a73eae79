package org.zonewright.assess.conformance;

import java.util.Locale;

/// How three truths fit together: what the document approves, what the firewalls are configured to let through, and
/// what was seen.
public enum TruthCase {
    /// Approved, let through, seen.
    IN_ORDER,
    /// Approved and let through; not observed in this window.
    OPEN_UNUSED,
    /// Approved and seen, and no rule explains it: another path, or a stale configuration.
    UNCONFIGURED_SEEN,
    /// Approved, and not let through.
    BLOCKED,
    /// Let through and used without approval.
    STANDING_HOLE,
    /// Let through without approval; not observed in this window.
    LATENT_HOLE,
    /// Seen without approval and without a rule: a path that the drawing and the firewalls lack.
    BYPASS,
    /// Not approved, not let through, not seen. Said of a pair of zones alone, where the configuration is known.
    CLOSED,
    /// Something has to be known first.
    NOT_ASSESSABLE;

    /// The word in JSON and reports.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
