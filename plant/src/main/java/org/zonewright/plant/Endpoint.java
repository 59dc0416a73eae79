package org.zonewright.plant;

import java.util.Optional;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.MacAddress;

/// One end of an approved flow.
public sealed interface Endpoint {

    /// A documented asset.
    record OfAsset(AssetId asset) implements Endpoint {}

    /// Whatever is in a zone.
    record OfZone(ZoneId zone) implements Endpoint {}

    /// One address; without a realm, in every realm.
    record OfAddress(IpAddress ip, Optional<RealmId> realm) implements Endpoint {}

    /// Every address of a network; without a realm, in every realm.
    record OfNetwork(Cidr cidr, Optional<RealmId> realm) implements Endpoint {}

    /// A MAC address, such as the group address of a GOOSE message.
    record OfHardware(MacAddress mac) implements Endpoint {}

    /// Anything: written `any`, and worth a warning.
    record Any() implements Endpoint {}
}
