package org.zonewright.assess.conformance;

import java.util.List;
import org.zonewright.facts.FunctionClass;

/// What was opened from one place to another: a cell of the zone × zone matrix.
///
/// `from` and `to` are ids of zones or conduits, `?` for what the drawing does not have; equal for traffic inside.
/// `exchanges` were answered or one-way, `attempts` were not answered or refused; `uncovered` is how many of the
/// exchanges no flow covers, 0 inside a place. `services` are words such as `modbus tcp/502`, sorted.
public record PairTraffic(
        String from,
        String to,
        int exchanges,
        int attempts,
        int uncovered,
        long packets,
        List<String> services,
        List<FunctionClass> classes) {
    public PairTraffic {
        services = services.stream().sorted().distinct().toList();
        classes = classes.stream().sorted().distinct().toList();
    }
}
