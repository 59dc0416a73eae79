package org.zonewright.assess.risk.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.AcceptanceId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;

/// One scenario in the matrix.
///
/// `unmitigated` leaves every cyber countermeasure out, `residual` counts them; either is empty where an estimate
/// lacks. `impacts` are the unmitigated impacts as steps counted from 0 for the mildest, by dimension. `notInPlace`
/// are countermeasures that the residual risk counts and that are not in place yet. `subject` is empty for a scenario
/// that is about neither zone nor conduit, which drives no target.
public record ScenarioRisk(
        ScenarioId scenario,
        String name,
        Optional<Subject> subject,
        Map<String, Integer> impacts,
        Optional<Position> unmitigated,
        Optional<Position> residual,
        List<MeasureId> notInPlace,
        State state,
        Optional<AcceptanceId> acceptance,
        Reason reason) {
    public ScenarioRisk {
        impacts = Map.copyOf(impacts);
        notInPlace = List.copyOf(notInPlace);
    }

    /// How a scenario stands against the tolerable risk.
    public enum State {
        /// Tolerable without any countermeasure.
        TOLERABLE,
        /// Tolerable with the countermeasures.
        REDUCED,
        /// Above the line, and somebody answers for it now.
        ACCEPTED,
        /// Above the line, and the acceptance has run out.
        ACCEPTANCE_EXPIRED,
        /// Above the line, and nobody answers for it.
        TOO_HIGH,
        /// Estimates, matrix or line lack.
        UNKNOWN;

        /// The word in JSON and reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// True for what makes a run end with exit 1.
        public boolean counts() {
            return this == TOO_HIGH || this == ACCEPTANCE_EXPIRED;
        }
    }

    /// The place that stands now: residual, or unmitigated where no residual one is known.
    public Optional<Position> current() {
        return residual.or(() -> unmitigated);
    }
}
