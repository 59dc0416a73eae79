package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.SensorId;

/// A point of the network where traffic is captured. `sources` are patterns of the file names (or stream names) that
/// come from it, `*` and `?` as in a shell; `interfaceName` the capture's interface, where one file holds several.
public record Sensor(
        SensorId id,
        List<String> sources,
        Optional<String> interfaceName,
        Optional<String> place,
        Optional<String> note) {
    public Sensor {
        sources = List.copyOf(sources);
    }
}
