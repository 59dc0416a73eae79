package org.zonewright.assess.drawing;

import java.util.List;
import org.zonewright.assess.Finding;
import org.zonewright.assess.FindingKind;
import org.zonewright.plant.Traits;

/// Devices that are connected at times only stand in a zone of their own.
///
/// - **What it checks**: an asset marked `temporary` stands in a zone marked `temporary`.
/// - **Why it matters**: a service laptop was in other networks yesterday, and brings along what it met there.
/// - **Evidence**: `assets[].temporary`, `zones[].temporary`.
/// - **Verdicts**: in order · in a zone that is not marked so. Assets without a zone are told by asset-place.
/// - **What it cannot see**: laptops that nobody documented; approved against observed finds them as unknown assets.
/// - **Clause**: ZCR 3.4.
final class TemporarySharedCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        return SharedZones.find(drawing, FindingKind.TEMPORARY_SHARED, Traits::temporary);
    }
}
