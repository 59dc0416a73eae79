package org.zonewright.traffic.enip;

import java.util.List;
import org.zonewright.traffic.cip.CipMessages;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Recognises implicit messages, the cyclic input and output of EtherNet/IP (The CIP Networks Library, volume 2,
/// 3-2): two items, a sequenced address and connected data, without a header before them. They hold values alone.
public final class ImplicitDissector extends Dissector {
    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(2222), new Binding.AnyUdp());
    private static final int SEQUENCED_ADDRESS = 0x8002_0002; // type 0x8002 behind the count of items, 2
    private static final int ADDRESS_LENGTH = 8;
    private static final int DATA_ITEM = 14;
    private static final int DATA = 18;
    private static final int CONNECTED_DATA = 0x00b1;

    /// A dissector for one reader.
    public ImplicitDissector() {}

    @Override
    public Protocol protocol() {
        return CipMessages.CIP;
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isImplicit(bytes) ? Probe.YES : Probe.NO;
    }

    private static boolean isImplicit(ByteSlice bytes) {
        return bytes.has(0, DATA)
                && bytes.i32le(0) == SEQUENCED_ADDRESS
                && bytes.u16le(4) == ADDRESS_LENGTH
                && bytes.u16le(DATA_ITEM) == CONNECTED_DATA;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isImplicit(bytes)) {
            return MALFORMED;
        }
        if (!bytes.has(DATA, bytes.u16le(DATA_ITEM + 2))) {
            observer.weird("length", DATA_ITEM + 2);
        }
        return bytes.length();
    }
}
