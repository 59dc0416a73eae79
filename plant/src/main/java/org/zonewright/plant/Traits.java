package org.zonewright.plant;

/// What the partition rules ZCR 3.3 to 3.6 ask about a zone, a conduit or an asset.
public record Traits(boolean safetyRelated, boolean temporary, boolean wireless, boolean externalAccess) {
    /// None of them.
    public static final Traits NONE = new Traits(false, false, false, false);
}
