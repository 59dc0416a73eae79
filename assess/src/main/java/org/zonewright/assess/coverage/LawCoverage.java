package org.zonewright.assess.coverage;

import java.util.List;
import java.util.Optional;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.CatalogueKey;

/// All duties of a law, in the order of its catalogue. `act` is its name and number.
public record LawCoverage(CatalogueKey law, String act, List<DutyCoverage> duties) {
    public LawCoverage {
        duties = List.copyOf(duties);
    }

    /// One duty; empty if the catalogue does not have it.
    public Optional<DutyCoverage> duty(RequirementId id) {
        return duties.stream().filter(duty -> duty.duty().id().equals(id)).findFirst();
    }

    /// How many duties have a verdict.
    public int count(Verdict verdict) {
        return (int) duties.stream().filter(duty -> duty.verdict() == verdict).count();
    }
}
