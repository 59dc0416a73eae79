package org.zonewright.traffic.hartip;

/// The names behind manufacturer ids of HART (Common Table 8): only those that are certain; the number is always told
/// beside.
final class HartMakers {
    private HartMakers() {}

    /// The maker's name, or empty.
    static String name(int id) {
        return switch (id) {
            case 0x11 -> "Endress+Hauser";
            case 0x13 -> "Fisher Controls";
            case 0x17 -> "Honeywell";
            case 0x1a -> "ABB";
            case 0x1f -> "Micro Motion";
            case 0x26 -> "Rosemount";
            case 0x2a -> "Siemens";
            case 0x37 -> "Yokogawa";
            default -> "";
        };
    }
}
