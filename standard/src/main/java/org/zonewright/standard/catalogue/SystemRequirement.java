package org.zonewright.standard.catalogue;

import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;

/// A system requirement (SR) of IEC 62443-3-3, or one of its requirement enhancements (RE): the unit that is met or
/// not.
///
/// `firstLevel` is the lowest level that selects it, SL1 to SL4; all higher ones do too. `clause` is where the standard
/// has it.
public record SystemRequirement(
        SystemId id,
        String clause,
        String title,
        SecurityLevel firstLevel,
        String paraphrase,
        Confidence confidence,
        Optional<String> note)
        implements LevelledRequirement {

    @Override
    public FoundationalRequirement foundationalRequirement() {
        return id.foundationalRequirement();
    }

    public boolean isEnhancement() {
        return id.isEnhancement();
    }
}
