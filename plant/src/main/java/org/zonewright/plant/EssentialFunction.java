package org.zonewright.plant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.EssentialFunctionId;

/// What keeps health, safety, the environment and the availability of the equipment under control; no measure may
/// take it away.
///
/// `dependsOn` names the assets, zones, conduits and flows it needs; `maxOutage` how long it may be away (zero:
/// never).
public record EssentialFunction(
        EssentialFunctionId id,
        Optional<String> name,
        Kind kind,
        List<ItemRef> dependsOn,
        Optional<Duration> maxOutage) {

    public EssentialFunction {
        dependsOn = List.copyOf(dependsOn);
        if (maxOutage.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("an outage cannot be shorter than nothing");
        }
    }

    /// Which of the functions of the equipment it is.
    public enum Kind implements Word {
        SAFETY,
        CONTROL,
        VIEW,
        OPERATE
    }
}
