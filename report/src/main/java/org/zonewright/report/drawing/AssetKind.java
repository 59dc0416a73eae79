package org.zonewright.report.drawing;

import java.util.Collection;
import java.util.Locale;
import org.zonewright.facts.inventory.Role;

/// What an asset is, as far as a small symbol can tell.
public enum AssetKind {
    CONTROLLER,
    FIELD_DEVICE,
    OPERATOR_STATION,
    ENGINEERING_STATION,
    SERVER,
    NETWORK_DEVICE,
    WIRELESS,
    REMOTE_ACCESS,
    WORKSTATION,
    UNKNOWN;

    /// The kind that says most of an asset with these roles: what it does to the process first, then to the network.
    public static AssetKind of(Collection<Role> roles) {
        AssetKind best = UNKNOWN;
        for (Role role : roles) {
            AssetKind kind = of(role);
            best = kind.compareTo(best) < 0 ? kind : best;
        }
        return best;
    }

    private static AssetKind of(Role role) {
        return switch (role) {
            case CONTROLLER -> CONTROLLER;
            case FIELD_DEVICE -> FIELD_DEVICE;
            case HMI_SCADA -> OPERATOR_STATION;
            case ENGINEERING_STATION -> ENGINEERING_STATION;
            case HISTORIAN, TIME_SERVER, NAME_SERVER, DIRECTORY_SERVER, DHCP_SERVER, LOG_SERVER, FILE_SERVER -> SERVER;
            case GATEWAY, SWITCH, ROUTER -> NETWORK_DEVICE;
            case WIRELESS_ACCESS -> WIRELESS;
            case REMOTE_ACCESS -> REMOTE_ACCESS;
            case PRINTER, WORKSTATION -> WORKSTATION;
        };
    }

    String key() {
        return "drawing.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
