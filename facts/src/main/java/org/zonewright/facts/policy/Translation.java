package org.zonewright.facts.policy;

import java.util.Optional;
import org.zonewright.base.SourceRef;

/// Addresses that the device changes on the way: of packets that `match`, the end that `kind` names becomes one of
/// `to` (and its port one of `port`). Without `to` it becomes an address of the device itself.
public record Translation(
        String id, Kind kind, Match match, Optional<AddressSet> to, Optional<PortSet> port, SourceRef at) {

    /// Which end changes. Rules see a destination after its change and a source before it.
    public enum Kind {
        DESTINATION,
        SOURCE
    }
}
