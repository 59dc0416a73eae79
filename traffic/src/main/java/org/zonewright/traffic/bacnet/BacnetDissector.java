package org.zonewright.traffic.bacnet;

import java.util.List;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads BACnet/IP: services, refusals, and who stations say they are.
public final class BacnetDissector extends Dissector {
    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(47808), new Binding.AnyUdp());

    private final NetworkView network = new NetworkView();
    private final BacnetMessages messages = new BacnetMessages(network);

    /// A dissector for one reader.
    public BacnetDissector() {}

    @Override
    public Protocol protocol() {
        return BacnetMessages.BACNET;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        BacnetMessages.BACNET,
                        "BACnet",
                        "ASHRAE 135-2020, over IP (annex J), in IEEE 802.2 frames (clause 7) and MS/TP (clause 9)",
                        "link header with forwarded messages, network header, services as functions, "
                                + "acknowledgements, errors, rejects and aborts; device instance and vendor from I-Am, "
                                + "texts of the device object from I-Have, Read Property and Read Property Multiple, "
                                + "types of the objects that were read; stations behind routers as children; MS/TP as "
                                + "Cimetrics' recorder writes it into Ethernet frames",
                        "values, later segments beyond their service, MS/TP on a serial capture, BACnet/SC, IPv6 "
                                + "(annex U)"),
                Coverage.industrial(
                        NetworkFunctions.NETWORK,
                        "BACnet",
                        "ASHRAE 135-2020, 6.4 and annex J",
                        "messages between routers and to broadcast managers as functions, the networks a router "
                                + "announces",
                        "routing and broadcast distribution tables, network security"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!network.wrap(bytes) || !network.isLinkPlausible() || network.messageLength() != bytes.length()) {
            return Probe.NO;
        }
        int at = network.network();
        boolean sure =
                at != NetworkView.NONE && bytes.has(at, 2) && bytes.u8(at) == 1 && (bytes.u8(at + 1) & 0x50) == 0;
        return sure ? Probe.YES : Probe.UNSURE;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!network.wrap(bytes) || !network.isLinkPlausible()) {
            return MALFORMED;
        }
        Ipv4Address origin = network.isForwarded() ? new Ipv4Address(network.origin()) : null;
        int at = network.network();
        if (at == NetworkView.NONE) {
            NetworkFunctions.readLink(network.function(), observer);
        } else {
            messages.read(bytes, at, origin, observer);
        }
        return bytes.length();
    }
}
