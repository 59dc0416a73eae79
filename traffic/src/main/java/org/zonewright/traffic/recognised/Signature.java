package org.zonewright.traffic.recognised;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// A protocol that gets its name and no more. The flow is not looked at again once it is named.
final class Signature extends Dissector {
    /// Looks at the first bytes of a segment, datagram or frame.
    interface Test {
        Probe of(ByteSlice bytes, Observer observer);
    }

    private final Protocol protocol;
    private final List<Binding> bindings;
    private final Test test;

    Signature(Protocol protocol, Test test, List<Binding> bindings) {
        this.protocol = protocol;
        this.test = test;
        this.bindings = List.copyOf(bindings);
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public List<Coverage> coverage() {
        return Specifications.of(protocol);
    }

    @Override
    public List<Binding> bindings() {
        return bindings;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return test.of(bytes, observer);
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        return DONE;
    }
}
