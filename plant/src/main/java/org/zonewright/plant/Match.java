package org.zonewright.plant;

import java.util.Optional;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.MacAddress;

/// How an observed device is recognised. What is given must all hold, and at least one of address, MAC, serial
/// number, host name, asset or unit is given.
///
/// `realm` says where the address is meant. `behind` is the gateway and `unit` the unit id, rack or station behind it
/// for a device that no capture shows by itself.
public record Match(
        Optional<RealmId> realm,
        Optional<IpAddress> ip,
        Optional<MacAddress> mac,
        Optional<String> serial,
        Optional<String> hostname,
        Optional<AssetId> behind,
        Optional<String> unit) {
    public Match {
        if (ip.isEmpty() && mac.isEmpty() && serial.isEmpty() && hostname.isEmpty() && unit.isEmpty()) {
            throw new IllegalArgumentException("a match needs an ip, mac, serial, hostname or unit");
        }
    }

    /// Recognised by its address in a realm.
    public static Match address(RealmId realm, IpAddress ip) {
        return new Match(
                Optional.of(realm),
                Optional.of(ip),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
