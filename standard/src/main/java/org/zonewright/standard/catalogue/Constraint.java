package org.zonewright.standard.catalogue;

import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.RequirementId.ConstraintId;

/// What binds every requirement: the constraints of clause 4 of IEC 62443-3-3, and the CCSC of IEC 62443-4-2.
public record Constraint(ConstraintId id, String title, String paraphrase) implements CatalogueEntry {
    @Override
    public Confidence confidence() {
        return Confidence.UNSTATED;
    }

    @Override
    public Optional<String> note() {
        return Optional.empty();
    }

    static Constraint read(CatalogueNode entry) {
        entry.only("id", "title", "paraphrase", "local_id", "clause", "related");
        ConstraintId id = entry.id("id", ConstraintId.class);
        entry.file().declare("common_constraints", id, entry);
        return new Constraint(id, entry.text("title"), entry.text("paraphrase"));
    }
}
