package org.zonewright.traffic.ethercat;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Recognises EtherCAT (IEC 61158-4-12, clause 5): frames of EtherType 0x88a4 and datagrams to port 34980. Two bytes
/// stand first: a length of 11 bits, a reserved one, a type of four.
public final class EthercatDissector implements Dissector {
    private static final Protocol ETHERCAT = Protocol.named("ethercat");
    private static final List<Binding> BINDINGS = List.of(new Binding.EtherType(0x88a4), new Binding.UdpPort(34980));
    private static final int HEADER = 2; // bytes
    private static final int MAX_TYPE = 5; // commands 1, network variables 4, mailbox 5

    /// A dissector for one reader.
    public EthercatDissector() {}

    @Override
    public Protocol protocol() {
        return ETHERCAT;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.recognised(ETHERCAT, Coverage.Area.INDUSTRIAL, "EtherCAT", "IEC 61158-4-12"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!bytes.has(0, HEADER)) {
            return Probe.NO;
        }
        int header = bytes.u16le(0);
        int type = header >>> 12;
        boolean plausible = type >= 1 && type <= MAX_TYPE && HEADER + (header & 0x7ff) <= bytes.length();
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        return probe(bytes, observer) == Probe.NO ? MALFORMED : bytes.length();
    }
}
