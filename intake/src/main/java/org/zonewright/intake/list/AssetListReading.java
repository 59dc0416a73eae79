package org.zonewright.intake.list;

import java.util.List;
import org.zonewright.facts.Contribution;

/// Everything one asset list gave: facts about addresses, the rows that have no address, and how it was understood.
/// The problems are in the contribution and, the same, in the preview.
public record AssetListReading(Contribution contribution, List<UnplacedRow> unplaced, AssetListPreview preview) {
    public AssetListReading {
        unplaced = List.copyOf(unplaced);
    }
}
