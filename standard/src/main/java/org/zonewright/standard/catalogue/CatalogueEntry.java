package org.zonewright.standard.catalogue;

import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.RequirementId;

/// One requirement of a standard or law as our catalogues hold it: published number and short title, and our own
/// one-sentence paraphrase. None of it is the standard's text.
public sealed interface CatalogueEntry
        permits LevelledRequirement, Constraint, ZoneConduitRequirement, ProcessRequirement, LegalRequirement {
    RequirementId id();

    String title();

    /// The gist in our words.
    String paraphrase();

    Confidence confidence();

    /// A disagreement between sources that was settled, or a doubt.
    Optional<String> note();
}
