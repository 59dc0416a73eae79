package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.AssetId;

/// A tunnel in which a conduit's traffic is hidden from sensors between its `ends`.
public record Tunnel(List<AssetId> ends, Optional<String> protocol, Credentials credentials) {
    public Tunnel {
        ends = List.copyOf(ends);
    }
}
