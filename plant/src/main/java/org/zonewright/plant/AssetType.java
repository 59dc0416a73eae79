package org.zonewright.plant;

/// The component type that decides which requirements of IEC 62443-4-2 apply: EDR, HDR, NDR or SAR.
public enum AssetType implements Word {
    EMBEDDED,
    HOST,
    NETWORK,
    SOFTWARE
}
