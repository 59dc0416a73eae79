package org.zonewright.intake.source;

import java.util.List;
import org.zonewright.facts.Contribution;

/// Everything one file gave, and how it was understood. The problems are in the contribution and, the same, in the
/// preview. `descriptions` are of types of devices, not of stations.
public record SourceReading(Contribution contribution, SourcePreview preview, List<DeviceDescription> descriptions) {
    public SourceReading {
        descriptions = List.copyOf(descriptions);
    }
}
