package org.zonewright.assess.reach;

import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;

/// Established traffic that a change of the document would stop.
///
/// `flow` and `conduit` are those of the old document that let it through. `conversations` counts client, server and
/// service as one; `first` opens a frame of the first.
public record Broken(
        Subject from,
        Subject to,
        String service,
        Optional<FlowId> flow,
        Optional<ConduitId> conduit,
        int conversations,
        SourceRef first) {}
