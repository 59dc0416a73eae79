package org.zonewright.assess.observation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.id.SensorId;
import org.zonewright.standard.RequirementId.SystemId;

/// What one rule saw about requirements at one place.
///
/// `at` is the asset of the document that was resolved (or an asset of the inventory that no line names), `zone` the
/// zone or conduit it stands in. Of what was seen, `first` and `last` are the times of the earliest and the latest
/// exchange, `exchanges` their number, `sensors` the vantage points, in the order of their ids. `blind` says what the
/// rule cannot see.
public record Observation(
        String rule,
        Force force,
        List<SystemId> requirements,
        Subject at,
        Optional<Subject> zone,
        Instant first,
        Instant last,
        long exchanges,
        List<SensorId> sensors,
        Reason reason,
        Text blind) {

    public Observation {
        requirements = List.copyOf(requirements);
        sensors = List.copyOf(sensors);
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException("an observation touches at least one requirement");
        }
    }

    /// What follows from an observation.
    public enum Force {
        /// A reason to look; no state changes.
        INDICATES,
        /// What was seen cannot be while the requirement is met.
        CONTRADICTS;

        /// The word in JSON and data.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
