package org.zonewright.assess.drawing;

import java.util.List;
import org.zonewright.assess.Finding;
import org.zonewright.assess.FindingKind;
import org.zonewright.plant.Traits;

/// Wireless devices stand in a zone of their own.
///
/// - **What it checks**: an asset marked `wireless` stands in a zone marked `wireless`.
/// - **Why it matters**: radio does not end at the fence, so whoever stands outside is inside the zone.
/// - **Evidence**: `assets[].wireless`, `zones[].wireless`.
/// - **Verdicts**: in order · in a zone that is not marked so. Assets without a zone are told by asset-place.
/// - **What it cannot see**: radio that nobody documented; no capture on a wire shows it.
/// - **Clause**: ZCR 3.5.
final class WirelessSharedCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        return SharedZones.find(drawing, FindingKind.WIRELESS_SHARED, Traits::wireless);
    }
}
