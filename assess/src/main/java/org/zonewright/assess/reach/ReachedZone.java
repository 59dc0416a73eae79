package org.zonewright.assess.reach;

import org.zonewright.plant.id.ZoneId;

/// One zone in which a breach reaches `reached` of `assets` assets; `steps` and `difficulty` are the least of them.
public record ReachedZone(ZoneId zone, int reached, int assets, int steps, int difficulty) {}
