package org.zonewright.traffic.http;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads SSDP datagrams: searches, announcements, answers.
public final class SsdpDissector extends Dissector {
    private static final Protocol SSDP = Protocol.named("ssdp");
    private static final int PORT = 1900;

    private final HeaderLines headers = new HeaderLines();

    /// A dissector for one reader.
    public SsdpDissector() {}

    @Override
    public Protocol protocol() {
        return SSDP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                SSDP,
                "UPnP",
                "UPnP Device Architecture 1.1",
                "what a station calls itself",
                "descriptions and services"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(PORT), new Binding.AnyUdp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (bytes.startsWith(0, "M-SEARCH * HTTP/1.") || bytes.startsWith(0, "NOTIFY * HTTP/1.")) {
            return Probe.YES;
        }
        return bytes.startsWith(0, "HTTP/1.1 200 OK") ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        if (observer.flowState() == 0 && !bytes.startsWith(0, "M-")) {
            headers.turnTo(bytes);
            String server = headers.value("server:");
            if (!server.isEmpty()) {
                observer.flowState(1);
                observer.identity(Party.SENDER, Attribute.DESCRIPTION, server, Confidence.MEDIUM);
            }
        }
        return bytes.length();
    }
}
