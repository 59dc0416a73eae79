package org.zonewright.assess.partition;

import java.util.List;
import java.util.Set;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Role;

/// What an asset is there for, as far as its roles tell.
enum Nature {
    /// Controls the process or is near it: controllers, drives, I/O, relays, gateways.
    CONTROL,
    /// Operates or engineers it: operator stations, SCADA, engineering, historians.
    OPERATIONS,
    /// Keeps the network going: switches, routers, access points.
    NETWORK,
    /// Serves names, time, addresses, logs, remote access: found on both sides.
    SERVICE,
    /// Does office work.
    BUSINESS,
    /// Has a public address.
    OUTSIDE,
    /// Shows nothing of the kind.
    UNKNOWN;

    private static final Set<Role> CONTROL_ROLES = Set.of(Role.CONTROLLER, Role.FIELD_DEVICE, Role.GATEWAY);
    private static final Set<Role> OPERATIONS_ROLES = Set.of(Role.HMI_SCADA, Role.ENGINEERING_STATION, Role.HISTORIAN);
    private static final Set<Role> NETWORK_ROLES = Set.of(Role.SWITCH, Role.ROUTER, Role.WIRELESS_ACCESS);
    private static final Set<Role> BUSINESS_ROLES =
            Set.of(Role.PRINTER, Role.WORKSTATION, Role.FILE_SERVER, Role.DIRECTORY_SERVER);

    /// The nature that the gravest role gives: a controller that also serves files is a controller.
    static Nature of(Asset asset) {
        List<Role> roles =
                asset.roles().stream().map(assigned -> assigned.role()).toList();
        if (isOutside(asset)) {
            return OUTSIDE;
        }
        if (roles.contains(Role.CONTROLLER) || roles.contains(Role.FIELD_DEVICE)) {
            return CONTROL;
        }
        if (roles.stream().anyMatch(OPERATIONS_ROLES::contains)) {
            return OPERATIONS;
        }
        if (roles.stream().anyMatch(CONTROL_ROLES::contains)) {
            return CONTROL;
        }
        if (roles.stream().anyMatch(NETWORK_ROLES::contains)) {
            return NETWORK;
        }
        if (roles.stream().anyMatch(BUSINESS_ROLES::contains)) {
            return BUSINESS;
        }
        return roles.isEmpty() ? UNKNOWN : SERVICE;
    }

    /// True if all its IP addresses are public ones.
    static boolean isOutside(Asset asset) {
        List<Address> ips = asset.addresses().stream().filter(Address::isIp).toList();
        return !ips.isEmpty() && ips.stream().allMatch(Nature::isPublic);
    }

    static boolean isPublic(Address address) {
        return switch (address) {
            case Ipv4Address ip -> ip.isStation() && !ip.isPrivate() && !ip.isLoopback();
            // Global unicast (RFC 4291): 2000::/3.
            default -> address.isIp() && address.toString().matches("[23][0-9a-f]{3}:.*");
        };
    }
}
