package org.zonewright.plant.assurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.EssentialFunctionId;
import org.zonewright.plant.id.EvidenceId;

/// The record that somebody looked whether essential functions survive a measure that can block, and found that they
/// do.
public record EssentialFunctionCheck(
        List<EssentialFunctionId> functions,
        String by,
        LocalDate on,
        List<EvidenceId> evidence,
        Optional<String> note) {
    public EssentialFunctionCheck {
        functions = List.copyOf(functions);
        evidence = List.copyOf(evidence);
    }
}
