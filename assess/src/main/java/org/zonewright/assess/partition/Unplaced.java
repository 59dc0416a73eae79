package org.zonewright.assess.partition;

import org.zonewright.base.Reason;

/// An asset of the inventory that no proposed zone or conduit holds, and why.
public record Unplaced(String asset, Reason reason) {}
