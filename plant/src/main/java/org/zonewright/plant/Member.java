package org.zonewright.plant;

import java.util.Optional;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.MacAddress;

/// What belongs to a zone. The most exact member decides: an asset before a MAC, a MAC before an address, an address
/// before a network, a longer prefix before a shorter one.
public sealed interface Member {

    /// Every address of a network; without a realm, in every realm.
    record OfNetwork(Cidr cidr, Optional<RealmId> realm) implements Member {}

    /// One address; without a realm, in every realm.
    record OfAddress(IpAddress ip, Optional<RealmId> realm) implements Member {}

    /// The device that owns a MAC address.
    record OfHardware(MacAddress mac) implements Member {}

    /// A documented asset.
    record OfAsset(AssetId asset) implements Member {}
}
