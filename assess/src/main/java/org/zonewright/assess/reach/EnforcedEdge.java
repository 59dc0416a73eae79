package org.zonewright.assess.reach;

import java.util.Optional;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.network.Port;

/// What the configuration of one device lets through, from who may open to who may answer.
///
/// `port` is empty for every port. `rule` is the deciding rule as the device's own configuration has it.
public record EnforcedEdge(
        Endpoint from, Endpoint to, Optional<Port> port, AssetId device, String rule, Optional<ConduitId> conduit) {}
