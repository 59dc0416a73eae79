package org.zonewright.traffic.dhcp;

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

/// Reads DHCP messages: what a client calls itself, and what a server gives it.
public final class DhcpDissector extends Dissector {
    private static final Protocol DHCP = Protocol.define("dhcp", DhcpFunctions::describe);

    private static final int OPERATION = 0; // u8, 1 = from a client, 2 = from a server
    private static final int HARDWARE = 1; // u8 type, u8 length of the address
    private static final int CLIENT_IP = 12;
    private static final int YOUR_IP = 16;
    private static final int CLIENT_MAC = 28;
    private static final int MAGIC = 236;
    private static final int OPTIONS = 240;

    private static final int ETHERNET = 0x0106; // type 1, 6 bytes
    private static final int COOKIE = 0x63825363;

    private static final int PAD = 0;
    private static final int MASK = 1;
    private static final int ROUTER = 3;
    private static final int HOST_NAME = 12;
    private static final int MESSAGE_TYPE = 53;
    private static final int SERVER = 54;
    private static final int PARAMETERS = 55;
    private static final int VENDOR_CLASS = 60;
    private static final int CLIENT_FQDN = 81;
    private static final int RELAY = 82;
    private static final int END = 255;

    private static final int OFFER = 2;
    private static final int ACK = 5;

    private static final Attribute CLASS = new Attribute("dhcp.vendor-class");

    /// The parameters that systems ask for, and their order, differ by maker and version.
    private static final Attribute FINGERPRINT = new Attribute("dhcp.fingerprint");

    /// A dissector for one reader.
    public DhcpDissector() {}

    @Override
    public Protocol protocol() {
        return DHCP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                DHCP,
                "DHCP",
                "RFC 2131, RFC 2132, RFC 4702",
                "message types as functions, host names, vendor classes, the options a client asks for, "
                        + "which MAC address was given "
                        + "which address, its network and router, the switch port a relay names, who is the server",
                "authentication"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(67), new Binding.UdpPort(68), new Binding.UdpPort(4011));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int operation = bytes.u8(OPERATION);
        if (operation < 1 || operation > 2 || bytes.length() < OPTIONS) {
            return Probe.NO;
        }
        return bytes.i32(MAGIC) == COOKIE ? Probe.YES : bytes.u16(HARDWARE) == ETHERNET ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        if (bytes.i32(MAGIC) != COOKIE || bytes.u16(HARDWARE) != ETHERNET) {
            return bytes.length();
        }
        int type = option(bytes, MESSAGE_TYPE, 1);
        int message = type < 0 ? 0 : bytes.u8(type);
        MacAddress client = new MacAddress(bytes.u48(CLIENT_MAC));
        if (bytes.u8(OPERATION) == 1) {
            observer.request(DHCP, message);
            if (client.isStation()) {
                fromClient(bytes, client, observer);
            }
        } else if (message == ACK || message == OFFER) {
            fromServer(bytes, client, message == ACK, observer);
        }
        return bytes.length();
    }

    /// Where the value of an option starts, or -1 if it is not there or shorter than `least`.
    private static int option(ByteSlice bytes, int wanted, int least) {
        int at = OPTIONS;
        while (bytes.has(at, 2)) {
            int code = bytes.u8(at);
            if (code == END) {
                return -1;
            }
            if (code == PAD) {
                at++;
                continue;
            }
            int length = bytes.u8(at + 1);
            if (code == wanted) {
                return length >= least && bytes.has(at + 2, length) ? at + 2 : -1;
            }
            at += 2 + length;
        }
        return -1;
    }

    private static void fromClient(ByteSlice bytes, MacAddress client, Observer observer) {
        int name = option(bytes, HOST_NAME, 1);
        if (name > 0) {
            observer.identity(client, Attribute.NAME, bytes.utf8(name, bytes.u8(name - 1)), Confidence.HIGH);
        }
        int fqdn = option(bytes, CLIENT_FQDN, 4);
        if (fqdn > 0) {
            observer.identity(client, Attribute.NAME, fullName(bytes, fqdn), Confidence.HIGH);
        }
        int vendorClass = option(bytes, VENDOR_CLASS, 1);
        if (vendorClass > 0) {
            String text = bytes.latin1(vendorClass, bytes.u8(vendorClass - 1));
            observer.identity(client, CLASS, text, Confidence.HIGH);
            if (text.startsWith("MSFT ")) {
                observer.identity(client, Attribute.OPERATING_SYSTEM, "Windows", Confidence.MEDIUM);
            }
        }
        int wanted = option(bytes, PARAMETERS, 1);
        if (wanted > 0) {
            observer.identity(client, FINGERPRINT, list(bytes, wanted, bytes.u8(wanted - 1)), Confidence.HIGH);
        }
        int relay = option(bytes, RELAY, 4);
        if (relay > 0) {
            RelayInformation.tell(bytes, relay, bytes.u8(relay - 1), client, observer);
        }
        owns(client, bytes.i32(CLIENT_IP), observer);
    }

    /// The options that a client asks for, in its order: `1,3,6,15`.
    private static String list(ByteSlice bytes, int at, int count) {
        StringBuilder text = new StringBuilder(count * 4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(bytes.u8(at + i));
        }
        return text.toString();
    }

    /// Flags, two obsolete bytes, then the name: as labels if bit 2 of the flags is set, else as text.
    private static String fullName(ByteSlice bytes, int at) {
        int length = bytes.u8(at - 1);
        boolean labels = (bytes.u8(at) & 4) != 0;
        return labels ? Labels.read(bytes, at + 3, length - 3) : bytes.utf8(at + 3, length - 3);
    }

    private static void fromServer(ByteSlice bytes, MacAddress client, boolean given, Observer observer) {
        int server = option(bytes, SERVER, 4);
        if (server > 0 && new Ipv4Address(bytes.i32(server)).isStation()) {
            observer.identity(
                    new Ipv4Address(bytes.i32(server)), Attribute.ANNOUNCED_ROLE, "dhcp-server", Confidence.HIGH);
        }
        int address = bytes.i32(YOUR_IP);
        if (!given || address == 0 || !client.isStation()) {
            return;
        }
        owns(client, address, observer);
        int mask = option(bytes, MASK, 4);
        if (mask > 0) {
            network(client, address, bytes.i32(mask), observer);
        }
        int router = option(bytes, ROUTER, 4);
        if (router > 0) {
            observer.identity(
                    client, Attribute.GATEWAY, new Ipv4Address(bytes.i32(router)).toString(), Confidence.HIGH);
        }
    }

    private static void owns(MacAddress client, int bits, Observer observer) {
        Ipv4Address address = new Ipv4Address(bits);
        if (address.isStation() && !address.isLoopback()) {
            observer.identity(client, Attribute.OWNS_ADDRESS, address.toString(), Confidence.HIGH);
        }
    }

    private static void network(MacAddress client, int address, int mask, Observer observer) {
        int length = Integer.bitCount(mask);
        if (length > 0 && length < 32 && mask == -1 << (32 - length)) {
            observer.identity(
                    client, Attribute.NETWORK, new Ipv4Address(address & mask) + "/" + length, Confidence.HIGH);
        }
    }
}
