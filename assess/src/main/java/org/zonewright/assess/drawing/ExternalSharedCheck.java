package org.zonewright.assess.drawing;

import java.util.List;
import org.zonewright.assess.Finding;
import org.zonewright.assess.FindingKind;
import org.zonewright.plant.Traits;

/// Devices that are connected over external networks stand in a zone of their own.
///
/// - **What it checks**: an asset marked `external-access` stands in a zone marked `external-access`.
/// - **Why it matters**: its other end is run by somebody else, under rules that the plant does not set.
/// - **Evidence**: `assets[].external-access`, `zones[].external-access`.
/// - **Verdicts**: in order · in a zone that is not marked so. Assets without a zone are told by asset-place.
/// - **What it cannot see**: modems and vendor connections that nobody documented.
/// - **Clause**: ZCR 3.6.
final class ExternalSharedCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        return SharedZones.find(drawing, FindingKind.EXTERNAL_SHARED, Traits::externalAccess);
    }
}
