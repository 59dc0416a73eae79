package org.zonewright.plant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.WindowId;
import org.zonewright.plant.id.ZoneId;

/// A time in which maintenance such as a program download is expected, from `from` until just before `until`. No zone
/// means every zone.
public record MaintenanceWindow(
        WindowId id,
        Instant from,
        Instant until,
        List<ZoneId> zones,
        Optional<String> purpose,
        Optional<String> approvedBy) {
    public MaintenanceWindow {
        zones = List.copyOf(zones);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a window ends after it starts");
        }
    }
}
