package org.zonewright.plant.assurance;

import java.util.Optional;
import org.zonewright.plant.Word;

/// What the people say of one step of IEC 62443-3-2 where the document's contents do not show it, such as a ZCR that
/// does not apply, and why.
public record ProcessStep(
        RequirementRef requirement,
        State state,
        Optional<String> because,
        Optional<String> by,
        Optional<Attachment> attachment) {

    /// How far a step is.
    public enum State implements Word {
        MISSING,
        PARTIAL,
        DONE,
        NOT_APPLICABLE
    }
}
