package org.zonewright.traffic.tls;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Recognises DTLS: records of u8 type, u16 version from 0xfeff down, u16 epoch, u48 number, u16 length.
public final class DtlsDissector extends Dissector {
    private static final Protocol DTLS = Protocol.named("dtls");

    private static final int RECORD = 13; // bytes
    private static final int CHANGE_CIPHER = 20;
    private static final int LAST_TYPE = 25;

    /// A dissector for one reader.
    public DtlsDissector() {}

    @Override
    public Protocol protocol() {
        return DTLS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                DTLS,
                "TLS",
                "RFC 6347, RFC 9147",
                "recognition on any port",
                "names and certificates, what is inside"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.AnyUdp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int type = bytes.u8(0);
        int version = bytes.u16(1);
        boolean record = type >= CHANGE_CIPHER
                && type <= LAST_TYPE
                && (version == 0xfeff || version == 0xfefd || version == 0xfefc)
                && bytes.has(RECORD, bytes.u16(RECORD - 2));
        return record ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        return DONE;
    }
}
