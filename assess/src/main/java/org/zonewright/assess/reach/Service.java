package org.zonewright.assess.reach;

import java.util.Optional;
import org.zonewright.assess.ProtocolWords;
import org.zonewright.plant.network.Port;

/// What is spoken: the port of who answers (empty: any) and the protocol's word (empty: not known, or any).
public record Service(Optional<Port> port, String protocol) {
    /// Anything.
    public static final Service ANY = new Service(Optional.empty(), "");

    /// The protocol and the port, such as `modbus tcp/502`, or `any`.
    public String label() {
        String at = port.map(Port::toString).orElse("");
        String both = protocol.isEmpty() || at.isEmpty() ? protocol + at : protocol + " " + at;
        return both.isEmpty() ? "any" : both;
    }

    /// True if whoever allows this service allows the other, too. A protocol that nobody recognised is taken for the
    /// one that the port is for.
    boolean covers(Service other) {
        boolean ports = port.isEmpty()
                || other.port.filter(inner -> covers(port.get(), inner)).isPresent();
        boolean protocols = protocol.isEmpty()
                || ProtocolWords.mean(protocol, other.protocol)
                || (other.protocol.isEmpty() && port.isPresent());
        return ports && protocols;
    }

    private static boolean covers(Port wide, Port narrow) {
        if (wide instanceof Port.Range all && narrow instanceof Port.Range one) {
            return all.transport() == one.transport() && all.first() <= one.first() && one.last() <= all.last();
        }
        return wide.equals(narrow);
    }
}
