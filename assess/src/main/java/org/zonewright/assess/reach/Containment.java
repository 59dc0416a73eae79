package org.zonewright.assess.reach;

import org.zonewright.plant.id.ZoneId;

/// How far a breach of a whole zone gets with pivoting: of `assets` assets outside it, `reached`, in `zones` other
/// zones.
public record Containment(ZoneId zone, int assets, int reached, int zones) {}
