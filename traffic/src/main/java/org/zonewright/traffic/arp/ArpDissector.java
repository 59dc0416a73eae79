package org.zonewright.traffic.arp;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads ARP messages: which MAC address claims which IPv4 address.
public final class ArpDissector extends Dissector {
    public static final Protocol ARP = Protocol.named("arp");

    private static final int LENGTH = 28; // bytes
    private static final int HARDWARE_TYPE = 0; // u16, 1 = Ethernet
    private static final int PROTOCOL_TYPE = 2; // u16, an EtherType
    private static final int ADDRESS_LENGTHS = 4; // u8 hardware, u8 protocol
    private static final int OPERATION = 6; // u16, 1 = request, 2 = answer
    private static final int SENDER_MAC = 8;
    private static final int SENDER_IP = 14;

    private static final int ETHERNET = 1;
    private static final int IPV4 = 0x0800;
    private static final int LENGTHS_6_AND_4 = 0x0604;
    private static final int ANSWER = 2;

    /// A dissector for one reader.
    public ArpDissector() {}

    @Override
    public Protocol protocol() {
        return ARP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                ARP,
                "ARP",
                "RFC 826, RFC 5227",
                "which MAC address claims which IPv4 address, from requests, answers and announcements; "
                        + "probes claim nothing",
                "other hardware or protocol types, reverse and inverse ARP"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.EtherType(0x0806));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.u16(HARDWARE_TYPE) != ETHERNET
                || bytes.u16(PROTOCOL_TYPE) != IPV4
                || bytes.u16(ADDRESS_LENGTHS) != LENGTHS_6_AND_4
                || bytes.u16(OPERATION) > ANSWER) {
            return bytes.length();
        }
        int ip = bytes.i32(SENDER_IP);
        if (remembers(observer, ip)) {
            return LENGTH;
        }
        MacAddress mac = new MacAddress(bytes.u48(SENDER_MAC));
        Ipv4Address address = new Ipv4Address(ip);
        if (mac.isStation() && address.isStation() && !address.isLoopback()) {
            observer.identity(mac, Attribute.OWNS_ADDRESS, address.toString(), Confidence.HIGH);
        }
        return LENGTH;
    }

    /// True if this side's last message on this flow claimed the same address; each side has half of the state.
    private static boolean remembers(Observer observer, int ip) {
        long state = observer.flowState();
        boolean first = observer.fromClient();
        if ((int) (first ? state : state >>> 32) == ip) {
            return true;
        }
        observer.flowState(
                first ? (state & ~0xffff_ffffL) | (ip & 0xffff_ffffL) : (state & 0xffff_ffffL) | ((long) ip << 32));
        return false;
    }
}
