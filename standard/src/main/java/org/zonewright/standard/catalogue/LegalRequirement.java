package org.zonewright.standard.catalogue;

import java.time.temporal.TemporalAmount;
import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.RequirementId;

/// A duty of a law that bears on control systems: an article or point of NIS2 or of the Cyber Resilience Act. The
/// Official Journal is authoritative, and NIS2 binds through national law.
public record LegalRequirement(
        RequirementId id,
        String title,
        String paraphrase,
        Optional<Deadline> deadline,
        Confidence confidence,
        Optional<String> note)
        implements CatalogueEntry {
    /// A time limit. `within` is empty where the law sets no fixed time; `from` says in words what starts the clock.
    public record Deadline(Optional<TemporalAmount> within, String from) {}
}
