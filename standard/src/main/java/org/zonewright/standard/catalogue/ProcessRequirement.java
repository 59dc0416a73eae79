package org.zonewright.standard.catalogue;

import java.util.List;
import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.RequirementId;

/// A requirement on how an organisation works, judged by a maturity level and not by a security level: on the asset
/// owner (IEC 62443-2-1), a service provider (2-4) or a product developer (4-1).
///
/// `parent` is the base requirement of an enhancement; `group` an id of [ProcessCatalogue#groups()]; `typicalEvidence`
/// is our suggestion, empty where we have none; `documentDemanded` is our reading of whether the requirement itself
/// asks for a document (2-4 only, else false). Titles of 2-4 are our own.
public record ProcessRequirement(
        RequirementId id,
        Optional<RequirementId> parent,
        String group,
        String title,
        String paraphrase,
        List<String> typicalEvidence,
        boolean documentDemanded,
        Confidence confidence,
        Optional<String> note)
        implements CatalogueEntry {
    public ProcessRequirement {
        typicalEvidence = List.copyOf(typicalEvidence);
    }
}
