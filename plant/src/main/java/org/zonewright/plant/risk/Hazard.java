package org.zonewright.plant.risk;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.HazardId;

/// One row of a HAZOP or LOPA study with the question of a security review added: could it be hacked? The row is
/// hackable if a cause is and every safeguard is too.
public record Hazard(
        HazardId id,
        Optional<String> node,
        Optional<String> deviation,
        String consequence,
        Estimate estimate,
        List<Element> causes,
        List<Element> safeguards) {

    public Hazard {
        causes = List.copyOf(causes);
        safeguards = List.copyOf(safeguards);
    }

    /// A cause or a safeguard; `hackable` empty is not yet answered.
    public record Element(String text, Optional<Boolean> hackable) {}
}
