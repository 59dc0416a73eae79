package org.zonewright.traffic.recognised;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// A table of signatures as it is written down, one row a protocol. Mutable: filled by one thread, once.
///
/// Places are words: `tcp:502`, `udp:4059-4061`, `any:tcp`, `any:udp`.
final class Rows {
    /// Says of the first bytes of a flow whether they can be the protocol's.
    interface Content {
        boolean matches(ByteSlice bytes);
    }

    private final List<Dissector> rows = new ArrayList<>();

    /// The content is only plausible: one of the ports has to agree.
    Rows onPort(Protocol protocol, String places, Content content) {
        return add(protocol, places, Probe.UNSURE, content);
    }

    /// The content is proof on any port.
    Rows certain(Protocol protocol, String places, Content content) {
        return add(protocol, places, Probe.YES, content);
    }

    private Rows add(Protocol protocol, String places, Probe matched, Content content) {
        List<Binding> bindings = new ArrayList<>();
        for (String place : places.split(" ", -1)) {
            addPlace(bindings, place);
        }
        rows.add(new Signature(protocol, (bytes, observer) -> content.matches(bytes) ? matched : Probe.NO, bindings));
        return this;
    }

    private static void addPlace(List<Binding> bindings, String place) {
        int colon = place.indexOf(':');
        boolean any = place.startsWith("any:");
        String transport = any ? place.substring(colon + 1) : place.substring(0, colon);
        boolean tcp = transport.equals("tcp");
        if (any) {
            bindings.add(tcp ? new Binding.AnyTcp() : new Binding.AnyUdp());
            return;
        }
        String ports = place.substring(colon + 1);
        int dash = ports.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? ports : ports.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(ports.substring(dash + 1));
        for (int port = first; port <= last; port++) {
            bindings.add(tcp ? new Binding.TcpPort(port) : new Binding.UdpPort(port));
        }
    }

    List<Dissector> all() {
        return List.copyOf(rows);
    }
}
