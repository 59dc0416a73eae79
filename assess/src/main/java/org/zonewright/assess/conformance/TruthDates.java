package org.zonewright.assess.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.Route;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.AssetId;

/// When configurations were taken, against when the traffic was seen, and when approvals end.
final class TruthDates {
    /// Between a configuration and the traffic that is held against it; what is farther apart says nothing of the
    /// other.
    static final Duration FARTHEST = Duration.ofDays(30);

    private final EnforcedConduits enforced;
    private final TruthTraffic traffic;

    TruthDates(EnforcedConduits enforced, TruthTraffic traffic) {
        this.enforced = enforced;
        this.traffic = traffic;
    }

    /// The configurations on the way that were taken at another time than the traffic.
    List<Reason> tooFar(Route route) {
        List<Reason> all = new ArrayList<>();
        for (AssetId device : route.devices()) {
            Optional<Instant> taken = enforced.taken(device);
            if (taken.isPresent()) {
                Duration apart = apart(taken.get());
                if (apart.compareTo(FARTHEST) > 0) {
                    all.add(Reason.of(
                            Text.of("truth.too-far", device, day(taken.get()), apart.toDays(), FARTHEST.toDays())));
                }
            }
        }
        return all;
    }

    /// How long before the first or after the last of the traffic; not positive within it, or without any.
    private Duration apart(Instant taken) {
        Duration before = Duration.between(taken, traffic.first().orElse(taken));
        Duration after = Duration.between(traffic.last().orElse(taken), taken);
        return before.compareTo(after) > 0 ? before : after;
    }

    /// True if the approval ended on a day before that of `time` (UTC).
    static boolean isEnded(Flow flow, Instant time) {
        return flow.until().filter(end -> end.isBefore(day(time))).isPresent();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
