package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.Port;

/// What decides how far a breach gets through an asset.
///
/// `forwards`: packets between its interfaces (empty: not said). `translates`: protocols it ends on one side and
/// speaks anew on the other, so that the first does not pass through. `behind`: the gateway through which alone it is
/// reached, over `link`. `runsOn`: the device that executes this software. `hostFirewall`: what its own firewall lets
/// in; empty is no firewall, an empty list lets nothing in.
public record Connectivity(
        Optional<Boolean> forwards,
        List<Translation> translates,
        Optional<AssetId> behind,
        Optional<ConduitKind> link,
        Optional<AssetId> runsOn,
        Optional<IpAddress> defaultGateway,
        List<Route> routes,
        Optional<List<Admission>> hostFirewall) {

    /// Nothing is documented.
    public static final Connectivity UNKNOWN = new Connectivity(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public Connectivity {
        translates = List.copyOf(translates);
        routes = List.copyOf(routes);
        hostFirewall = hostFirewall.map(List::copyOf);
    }

    /// A protocol that arrives as `from` and leaves as `to`, such as `iec104` in and `mms` out.
    public record Translation(String from, String to) {}

    /// Packets for `to` go to the neighbour `via`.
    public record Route(Cidr to, IpAddress via) {}

    /// The asset's own firewall lets `from` open `port`; no port is every port.
    public record Admission(Endpoint from, Optional<Port> port) {}
}
