package org.zonewright.traffic.dns;

import java.util.List;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads DNS messages over UDP, and over TCP with their length before them.
public final class DnsDissector extends Dissector {
    private static final Protocol DNS = Protocol.define("dns", DnsFunctions::describe);
    private static final int PORT = 53;
    private static final int LENGTH = 2; // bytes, before a message over TCP

    private final DnsMessage message = new DnsMessage();
    private final ByteSlice inner = new ByteSlice();

    /// A dissector for one reader.
    public DnsDissector() {}

    @Override
    public Protocol protocol() {
        return DNS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                DNS,
                "DNS",
                "RFC 1035, RFC 3596",
                "names that answers give to addresses, in both directions; kinds of queries as functions",
                "service records, texts, signatures, updates' content, DNS over TLS or HTTPS"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(PORT), new Binding.TcpPort(PORT));
    }

    private static boolean isStream(Observer observer) {
        return observer.transport().equals(Transport.TCP);
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        ByteSlice whole = isStream(observer) ? inner.wrap(bytes, LENGTH, bytes.length() - LENGTH) : bytes;
        return message.wrap(whole) && message.isPlausible() ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isStream(observer)) {
            return read(bytes, observer) ? bytes.length() : MALFORMED;
        }
        if (bytes.length() < LENGTH || !bytes.has(LENGTH, bytes.u16(0))) {
            return NEED_MORE;
        }
        int length = bytes.u16(0);
        return read(inner.wrap(bytes, LENGTH, length), observer) ? LENGTH + length : MALFORMED;
    }

    private boolean read(ByteSlice bytes, Observer observer) {
        if (!message.wrap(bytes)) {
            return false;
        }
        if (!message.isResponse()) {
            observer.request(DNS, message.opcode());
        } else {
            observer.answer(DNS, message.opcode(), !message.isSuccess());
            if (message.isSuccess() && message.toAnswers()) {
                answers(observer);
            }
        }
        return true;
    }

    /// Answers, and the addresses that go with the name servers they name.
    private void answers(Observer observer) {
        message.withAdditional();
        while (message.next()) {
            Address address = message.address();
            if (address != null) {
                observer.identity(address, Attribute.NAME, message.name(), Confidence.MEDIUM);
            } else if (message.type() == DnsMessage.PTR) {
                ReverseName.address(message.name())
                        .filter(Address::isStation)
                        .ifPresent(
                                named -> observer.identity(named, Attribute.NAME, message.target(), Confidence.MEDIUM));
            }
        }
    }
}
