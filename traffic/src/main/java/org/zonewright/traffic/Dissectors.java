package org.zonewright.traffic;

import java.util.List;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.modbus.ModbusDissector;

/// All dissectors, one line each, those with the most certain content first. This is the only place that lists them.
final class Dissectors {
    private Dissectors() {}

    /// New dissectors for one reader.
    static List<Dissector> all() {
        return List.of(new ModbusDissector());
    }
}
