package org.zonewright.assess.enforcement;

import java.util.List;
import org.zonewright.plant.id.AssetId;

/// The assets that traffic between two zones has to pass, each of them, in whatever order. Empty where the document
/// names none.
public record Route(List<AssetId> devices) {
    public Route {
        devices = List.copyOf(devices);
    }

    public boolean isNone() {
        return devices.isEmpty();
    }
}
