package org.zonewright.traffic.redundancy;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads supervision frames: u16 path and version, u16 sequence, then u8 type, u8 length and the station's MAC
/// address; perhaps the same again with the address of the redundancy box that speaks for the station.
public final class SupervisionDissector extends Dissector {
    private static final Protocol PRP = Protocol.named("prp");
    private static final Protocol HSR = Protocol.named("hsr");

    private static final int HEADER = 4; // bytes
    private static final int STATION = HEADER + 2;
    private static final int PRP_DISCARDS = 20;
    private static final int PRP_ACCEPTS = 21;
    private static final int HSR_STATION = 23;
    private static final int BOX = 30;

    private static final Attribute MODE = new Attribute("redundancy.mode");
    private static final Attribute BEHIND = new Attribute("redundancy.box");

    /// A dissector for one reader.
    public SupervisionDissector() {}

    @Override
    public Protocol protocol() {
        return PRP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.network(
                        PRP,
                        "PRP",
                        "IEC 62439-3 clause 4",
                        "doubly attached stations and their redundancy boxes by supervision frames",
                        "trailers of ordinary frames; copies of a frame are counted twice"),
                Coverage.network(
                        HSR,
                        "HSR",
                        "IEC 62439-3 clause 5",
                        "stations and their redundancy boxes by supervision frames; frames with a tag are "
                                + "read as without it",
                        "copies of a frame that come by both ways are counted twice"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.EtherType(0x88fb));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int type = bytes.u8(HEADER);
        int length = bytes.u8(HEADER + 1);
        if (type < PRP_DISCARDS || type > HSR_STATION || length < 6) {
            return MALFORMED;
        }
        if (type == HSR_STATION) {
            observer.protocol(HSR);
        }
        MacAddress station = new MacAddress(bytes.u48(STATION));
        if (observer.flowState() == station.bits() || !station.isStation()) {
            return bytes.length();
        }
        observer.flowState(station.bits());
        String mode = type == HSR_STATION ? "HSR" : type <= PRP_ACCEPTS ? "PRP" : "";
        observer.identity(station, MODE, mode, Confidence.HIGH);
        int next = STATION + length;
        if (bytes.has(next, 8) && bytes.u8(next) == BOX && bytes.u8(next + 1) == 6) {
            observer.identity(station, BEHIND, new MacAddress(bytes.u48(next + 2)).toString(), Confidence.HIGH);
        }
        return bytes.length();
    }
}
