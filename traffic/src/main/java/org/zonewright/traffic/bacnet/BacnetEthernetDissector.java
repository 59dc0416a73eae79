package org.zonewright.traffic.bacnet;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads BACnet in IEEE 802.2 frames (ASHRAE 135, clause 7): the network header stands first.
public final class BacnetEthernetDissector extends Dissector {
    private static final List<Binding> BINDINGS = List.of(new Binding.LlcSap(0x82));

    private final BacnetMessages messages = new BacnetMessages(new NetworkView());

    /// A dissector for one reader.
    public BacnetEthernetDissector() {}

    @Override
    public Protocol protocol() {
        return BacnetMessages.BACNET;
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.has(0, 2) && bytes.u8(0) == 1 ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        messages.read(bytes, 0, null, observer);
        return bytes.length();
    }
}
