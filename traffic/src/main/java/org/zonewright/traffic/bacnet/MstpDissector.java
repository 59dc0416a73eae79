package org.zonewright.traffic.bacnet;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads frames of an MS/TP line (ASHRAE 135, clause 9) as the recorders of Cimetrics write them into Ethernet frames:
/// the last byte of a MAC address is the station's address on the line.
///
///     0 time since the last frame   2 a byte of unknown meaning   3 frame type   4 destination   5 source   6 length
///     8 check of the header   9 data, then their check of two bytes
public final class MstpDissector extends Dissector {
    private static final List<Binding> BINDINGS = List.of(new Binding.Snap(0x001090, 1));
    private static final int TYPE = 3;
    private static final int LENGTH = 6;
    private static final int DATA = 9;
    private static final int DATA_EXPECTING_REPLY = 5;
    private static final int DATA_NOT_EXPECTING_REPLY = 6;

    private final BacnetMessages messages = new BacnetMessages(new NetworkView());
    private final ByteSlice data = new ByteSlice();

    /// A dissector for one reader.
    public MstpDissector() {}

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
        return bytes.has(0, DATA) ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!bytes.has(0, DATA)) {
            return MALFORMED;
        }
        int type = bytes.u8(TYPE);
        if (type == DATA_EXPECTING_REPLY || type == DATA_NOT_EXPECTING_REPLY) {
            int length = bytes.u16(LENGTH);
            if (!bytes.has(DATA, length)) {
                observer.weird("length", LENGTH);
                return bytes.length();
            }
            messages.read(data.wrap(bytes, DATA, length), 0, null, observer);
        }
        return bytes.length();
    }
}
