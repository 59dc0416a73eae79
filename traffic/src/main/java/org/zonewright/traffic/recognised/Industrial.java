package org.zonewright.traffic.recognised;

import java.util.List;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Protocol;

/// Protocols of plants.
final class Industrial {
    static final Protocol ETHERCAT = Protocol.named("ethercat");
    static final Protocol POWERLINK = Protocol.named("powerlink");

    private Industrial() {}

    static List<Dissector> all() {
        return List.of();
    }
}
