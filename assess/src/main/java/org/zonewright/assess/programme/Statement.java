package org.zonewright.assess.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.standard.RequirementId;

/// What one piece of evidence says about one requirement at one place, wherever it was written.
///
/// `id` is the evidence's own; `maturity` is 1 to 4; `lacking` says what a state that needs a proof of its own
/// (compensated, inherited, not applicable) does not have, and such a statement holds nothing. `clears` are ids that it
/// answers. `places` open its line and its attachment.
public record Statement(
        String id,
        RequirementId requirement,
        Subject at,
        Evidence.State state,
        Optional<Integer> maturity,
        Method method,
        LocalDate date,
        Optional<LocalDate> validUntil,
        Optional<Lack> lacking,
        List<String> clears,
        List<SourceRef> places) {
    public Statement {
        clears = List.copyOf(clears);
        places = List.copyOf(places);
    }

    /// True if it says that the requirement holds, and has what it needs to say so.
    boolean holds() {
        return switch (state) {
            case MET -> true;
            case COMPENSATED, INHERITED, NOT_APPLICABLE -> lacking.isEmpty();
            case PARTIAL, NOT_MET -> false;
        };
    }

    /// True if it says that the requirement was found wanting.
    boolean fails() {
        return state == Evidence.State.PARTIAL || state == Evidence.State.NOT_MET;
    }

    /// The proof that a statement needs and does not have.
    public enum Lack {
        /// Compensated, and no countermeasure that is in place.
        COUNTERMEASURE,
        /// Nobody approved it.
        APPROVER,
        /// Not applicable, and nobody says why.
        REASON,
        /// Inherited, and no evidence of the provider's own that holds today.
        PROVIDER;

        /// The word in text keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
