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

/// Reads SIP over UDP and TCP as far as what each end calls itself.
public final class SipDissector extends Dissector {
    private static final Protocol SIP = Protocol.named("sip");
    private static final String VERSION = "SIP/2.0";
    private static final int LONGEST_METHOD = 12;

    private final HeaderLines headers = new HeaderLines();

    /// A dissector for one reader.
    public SipDissector() {}

    @Override
    public Protocol protocol() {
        return SIP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.computing(SIP, "SIP", "RFC 3261", "what both ends call themselves", "calls and accounts"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(
                new Binding.UdpPort(5060), new Binding.TcpPort(5060), new Binding.AnyUdp(), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (bytes.startsWith(0, VERSION + " ")) {
            return Probe.YES;
        }
        int space = bytes.indexOf(' ', 0);
        boolean method = space > 2 && space <= LONGEST_METHOD && bytes.startsWith(space + 1, "sip");
        if (!method) {
            return Probe.NO;
        }
        int line = bytes.indexOf('\n', space);
        return line > 0 && bytes.startsWith(line - 1 - VERSION.length(), VERSION) ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        headers.turnTo(bytes);
        say("user-agent:", observer);
        say("server:", observer);
        return DONE;
    }

    private void say(String header, Observer observer) {
        observer.identity(Party.SENDER, Attribute.DESCRIPTION, headers.value(header), Confidence.MEDIUM);
    }
}
