package org.zonewright.traffic.netbios;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads datagrams: who sends them, and what browsers announce of themselves in them.
public final class DatagramDissector extends Dissector {
    private static final int TYPE = 0; // u8, 0x10 to 0x12 for datagrams with names, up to 0x16 for others
    private static final int SOURCE_NAME = 14;
    private static final int DATA = SOURCE_NAME + 2 * NetbiosName.LENGTH;

    private static final int FIRST_TYPE = 0x10;
    private static final int LAST_WITH_NAMES = 0x12;
    private static final int LAST_TYPE = 0x16;

    /// A dissector for one reader.
    public DatagramDissector() {}

    @Override
    public Protocol protocol() {
        return NameServiceDissector.NETBIOS;
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(138));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int type = bytes.u8(TYPE);
        if (type < FIRST_TYPE || type > LAST_TYPE) {
            return Probe.NO;
        }
        return type > LAST_WITH_NAMES ? Probe.UNSURE : NetbiosName.isAt(bytes, SOURCE_NAME) ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        Probe probe = probe(bytes, observer);
        if (probe == Probe.NO) {
            return MALFORMED;
        }
        if (probe == Probe.YES) {
            if (NetbiosName.isStation(NetbiosName.suffix(bytes, SOURCE_NAME))) {
                String name = NetbiosName.read(bytes, SOURCE_NAME);
                observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.HIGH);
            }
            BrowserAnnouncement.tell(bytes, DATA, observer);
        }
        return bytes.length();
    }
}
