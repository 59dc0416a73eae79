package org.zonewright.plant.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.assurance.Attachment;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.EvidenceId;

/// What was found about requirements of a product or of how it is made, on one day. `maturity` is 1 to 4, for practices
/// of development. That a requirement does not apply needs `because` and `approvedBy`.
public record ProductEvidence(
        EvidenceId id,
        List<RequirementRef> requirements,
        Evidence.State state,
        Optional<Integer> maturity,
        Method method,
        LocalDate date,
        Optional<LocalDate> validUntil,
        Optional<Attachment> attachment,
        Optional<String> assessor,
        Optional<String> because,
        Optional<String> approvedBy,
        List<String> clears,
        Optional<String> note) {
    public ProductEvidence {
        requirements = List.copyOf(requirements);
        clears = List.copyOf(clears);
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException("evidence is about at least one requirement");
        }
        if (maturity.filter(value -> value < 1 || value > 4).isPresent()) {
            throw new IllegalArgumentException("a maturity level is 1 to 4");
        }
        if (validUntil.filter(end -> end.isBefore(date)).isPresent()) {
            throw new IllegalArgumentException("evidence cannot end before its date");
        }
        if (state == Evidence.State.COMPENSATED || state == Evidence.State.INHERITED) {
            throw new IllegalArgumentException("a product cannot be compensated or inherited: that is the site's");
        }
    }
}
