package org.zonewright.assess.vantage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long was looked, from where, and what stayed dark. `sensors` are the points that were listened at, sorted;
/// `spots` in the order of their kinds.
public record Vantage(Optional<Instant> first, Optional<Instant> last, List<String> sensors, List<BlindSpot> spots) {
    public Vantage {
        sensors = List.copyOf(sensors);
        spots = List.copyOf(spots);
    }
}
