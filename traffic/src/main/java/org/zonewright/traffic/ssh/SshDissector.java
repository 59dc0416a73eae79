package org.zonewright.traffic.ssh;

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

/// Reads the identification line of each side.
public final class SshDissector extends Dissector {
    private static final Protocol SSH = Protocol.named("ssh");
    private static final int LONGEST = 255;

    /// A dissector for one reader.
    public SshDissector() {}

    @Override
    public Protocol protocol() {
        return SSH;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                SSH,
                "SSH",
                "RFC 4253",
                "recognition on any port, the software both ends name",
                "everything after, which is encrypted"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(22), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.startsWith(0, "SSH-2.0-") || bytes.startsWith(0, "SSH-1.") ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return DONE;
        }
        int end = bytes.indexOf('\n', 0);
        if (end < 0 && bytes.length() < LONGEST) {
            return NEED_MORE;
        }
        int length = end < 0 ? LONGEST : Math.min(end, LONGEST);
        observer.identity(Party.SENDER, Attribute.DESCRIPTION, bytes.latin1(0, length), Confidence.HIGH);
        return DONE;
    }
}
