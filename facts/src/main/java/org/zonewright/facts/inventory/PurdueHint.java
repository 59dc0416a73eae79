package org.zonewright.facts.inventory;

import org.zonewright.base.Reason;

/// Where an asset probably stands in the Purdue order: 0, 1, 2, 3, 3.5, 4 or 5. A hint for drawing and drafting,
/// never a zone.
public record PurdueHint(double level, Reason reason) {}
