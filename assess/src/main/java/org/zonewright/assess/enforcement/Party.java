package org.zonewright.assess.enforcement;

import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// One end of something that crosses a boundary. `zone` is where in the drawing it stands, if that is known.
public sealed interface Party {
    Optional<ZoneId> zone();

    /// An end as the document writes it.
    record Documented(Endpoint endpoint, Optional<ZoneId> zone) implements Party {}

    /// A station as it was seen: `address` in `realm`; `observed` is its id in the inventory, `asset` the line of the
    /// document that it is.
    record Observed(String realm, Address address, String observed, Optional<AssetId> asset, Optional<ZoneId> zone)
            implements Party {}

    /// The documented asset that it is, if it is one.
    default Optional<AssetId> documentedAsset() {
        return switch (this) {
            case Documented(Endpoint.OfAsset(AssetId asset), var zone) -> Optional.of(asset);
            case Documented _ -> Optional.empty();
            case Observed seen -> seen.asset();
        };
    }

    /// What people call it.
    default String label() {
        return switch (this) {
            case Documented(Endpoint endpoint, var zone) ->
                switch (endpoint) {
                    case Endpoint.OfAsset(var asset) -> asset.value();
                    case Endpoint.OfZone(var place) -> place.value();
                    case Endpoint.OfAddress(var ip, var realm) -> ip.toString();
                    case Endpoint.OfNetwork(var cidr, var realm) -> cidr.toString();
                    case Endpoint.OfHardware(var mac) -> mac.toString();
                    case Endpoint.Any() -> "any";
                };
            case Observed seen ->
                seen.asset().map(AssetId::value).orElse(seen.address().toString());
        };
    }
}
