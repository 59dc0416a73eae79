package org.zonewright.traffic.dns;

import java.util.List;
import java.util.Optional;
import org.zonewright.facts.Address;
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

/// Reads names that stations give themselves on the link: multicast DNS and LLMNR. Only answers are read; they hold
/// the sender's own names.
public final class LinkNameDissector extends Dissector {
    private static final Protocol MDNS = Protocol.named("mdns");
    private static final Protocol LLMNR = Protocol.named("llmnr");
    private static final Attribute SERVICE = new Attribute("mdns.service");
    private static final String LOCAL = ".local";
    private static final int MAX_SERVICES = 32;

    private final DnsMessage message = new DnsMessage();
    private final Protocol protocol;
    private final int port;

    private LinkNameDissector(Protocol protocol, int port) {
        this.protocol = protocol;
        this.port = port;
    }

    /// A dissector of multicast DNS for one reader.
    public static LinkNameDissector mdns() {
        return new LinkNameDissector(MDNS, 5353);
    }

    /// A dissector of LLMNR for one reader.
    public static LinkNameDissector llmnr() {
        return new LinkNameDissector(LLMNR, 5355);
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                protocol == MDNS
                        ? Coverage.network(
                                MDNS,
                                "mDNS",
                                "RFC 6762",
                                "names that answers give to addresses, services that a station offers",
                                "texts, signatures")
                        : Coverage.network(
                                LLMNR, "LLMNR", "RFC 4795", "names that answers give to addresses", "signatures"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(port));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return message.wrap(bytes) && message.isPlausible() ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!message.wrap(bytes)) {
            return MALFORMED;
        }
        if (message.isResponse() && message.isSuccess() && message.toAnswers()) {
            message.withAdditional();
            int services = 0;
            while (message.next()) {
                Address address = message.address();
                if (address != null) {
                    name(address, observer);
                } else if (message.type() == DnsMessage.PTR) {
                    services += pointer(services, observer);
                }
            }
        }
        return bytes.length();
    }

    private void name(Address address, Observer observer) {
        String name = message.name();
        String host = name.endsWith(LOCAL) ? name.substring(0, name.length() - LOCAL.length()) : name;
        observer.identity(address, Attribute.NAME, host, Confidence.HIGH);
        if (!address.equals(observer.source())) {
            observer.identity(Party.SENDER, Attribute.NAME, host, Confidence.HIGH);
        }
    }

    /// A service that the sender offers, or the name of an address; 1 if it was a service.
    private int pointer(int services, Observer observer) {
        String name = message.name();
        Optional<Address> address = ReverseName.address(name);
        if (address.isPresent()) {
            if (address.get().isStation()) {
                observer.identity(address.get(), Attribute.NAME, message.target(), Confidence.MEDIUM);
            }
            return 0;
        }
        if (name.startsWith("_") && !name.startsWith("_services.") && services < MAX_SERVICES) {
            observer.identity(Party.SENDER, SERVICE, name, Confidence.HIGH);
            return 1;
        }
        return 0;
    }
}
