package org.zonewright.traffic.recognised;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Names the protocols that share the EtherType of slow protocols (IEEE 802.3-2018, annex 57A) by their first byte.
final class SlowProtocolDissector implements Dissector {
    private static final Protocol LACP = Protocol.named("lacp");
    private static final Protocol OAM = Protocol.named("ethernet-oam");
    private static final Protocol OTHER = Protocol.named("slow-protocol");

    private static final int LINK_AGGREGATION = 1;
    private static final int MARKER = 2;
    private static final int OPERATIONS = 3;

    @Override
    public Protocol protocol() {
        return OTHER;
    }

    @Override
    public List<Coverage> coverage() {
        List<Coverage> all = new ArrayList<>(Specifications.of(LACP));
        all.addAll(Specifications.of(OAM));
        all.addAll(Specifications.of(OTHER));
        return all;
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.EtherType(0x8809));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        switch (bytes.u8(0)) {
            case LINK_AGGREGATION, MARKER -> observer.protocol(LACP);
            case OPERATIONS -> observer.protocol(OAM);
            default -> {}
        }
        return DONE;
    }
}
