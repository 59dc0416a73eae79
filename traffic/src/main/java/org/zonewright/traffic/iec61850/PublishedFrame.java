package org.zonewright.traffic.iec61850;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads frames of GOOSE or of sampled values (IEC 61850-8-1, annex C; IEC 61850-9-2, 5.3):
///
///     0 application id   2 length from here on   4 reserved   8 PDU
public final class PublishedFrame extends Dissector {
    private static final int LENGTH = 2; // u16
    private static final int PDU = 8;

    private final Protocol protocol;
    private final List<Binding> bindings;
    private final PublishedData data = new PublishedData();

    private PublishedFrame(Protocol protocol, int etherType) {
        this.protocol = protocol;
        this.bindings = List.of(new Binding.EtherType(etherType));
    }

    /// A dissector of GOOSE for one reader.
    public static Dissector goose() {
        return new PublishedFrame(PublishedData.GOOSE, 0x88b8);
    }

    /// A dissector of sampled values for one reader.
    public static Dissector sampledValues() {
        return new PublishedFrame(PublishedData.SAMPLED_VALUES, 0x88ba);
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public List<Binding> bindings() {
        return bindings;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.has(0, PDU) ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!bytes.has(0, PDU)) {
            return MALFORMED;
        }
        if (bytes.u16(LENGTH) > bytes.length()) {
            observer.weird("length", LENGTH);
        }
        int appId = bytes.u16(0);
        boolean read = protocol.equals(PublishedData.GOOSE)
                ? data.goose(bytes, PDU, appId, observer)
                : data.sampledValues(bytes, PDU, appId, observer);
        if (!read) {
            observer.weird("pdu", PDU);
        }
        return bytes.length();
    }
}
