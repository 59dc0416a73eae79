package org.zonewright.traffic.netbios;

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
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads name service messages, which have the header of DNS.
public final class NameServiceDissector extends Dissector {
    /// The protocol; sessions and datagrams have the same name.
    public static final Protocol NETBIOS = Protocol.named("netbios");

    private static final int HEADER = 12; // bytes
    private static final int FLAGS = 2; // u16: response 1, opcode 4, …, answer code 4
    private static final int QUESTIONS = 4;
    private static final int ANSWERS = 6;
    private static final int ADDITIONAL = 10;

    private static final int REGISTRATION = 5;
    private static final int REFRESH = 8;
    private static final int REFRESH_TOO = 9;
    private static final int MULTIHOMED = 15;

    private static final int NAME_RECORD = 0x20;
    private static final int STATUS_RECORD = 0x21;
    private static final int GROUP = 0x8000;
    private static final int MAX_NAMES = 64;

    static final Attribute WORKGROUP = new Attribute("windows.domain");

    /// A dissector for one reader.
    public NameServiceDissector() {}

    @Override
    public Protocol protocol() {
        return NETBIOS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                NETBIOS,
                "NetBIOS",
                "RFC 1001, RFC 1002, MS-BRWS",
                "names that stations register, defend and answer with, names and versions they announce, "
                        + "the MAC address a station tells of itself, workgroups",
                "users' names (suffix 03), replication of name servers"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(137));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean counts = bytes.u16(QUESTIONS) <= 1 && bytes.u16(ANSWERS) <= 1 && bytes.u16(ADDITIONAL) <= 1;
        return counts && NetbiosName.isAt(bytes, HEADER) ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        int flags = bytes.u16(FLAGS);
        int opcode = (flags >>> 11) & 15;
        boolean response = (flags & 0x8000) != 0;
        if (!response && isClaim(opcode)) {
            claimed(bytes, observer);
        } else if (response && opcode == 0 && (flags & 15) == 0 && bytes.u16(ANSWERS) == 1) {
            answered(bytes, observer);
        }
        return bytes.length();
    }

    private static boolean isClaim(int opcode) {
        return opcode == REGISTRATION || opcode == REFRESH || opcode == REFRESH_TOO || opcode == MULTIHOMED;
    }

    /// A question with the name, then a record that points at it with flags and an address.
    private static void claimed(ByteSlice bytes, Observer observer) {
        int record = HEADER + NetbiosName.LENGTH + 4 + 2;
        if (!bytes.has(record, 16) || bytes.u16(ADDITIONAL) != 1) {
            return;
        }
        int suffix = NetbiosName.suffix(bytes, HEADER);
        boolean group = (bytes.u16(record + 10) & GROUP) != 0;
        name(suffix, group, NetbiosName.read(bytes, HEADER), observer);
    }

    private static void name(int suffix, boolean group, String name, Observer observer) {
        if (!group && NetbiosName.isStation(suffix)) {
            observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.HIGH);
        } else if (group && suffix == NetbiosName.WORKSTATION) {
            observer.identity(Party.SENDER, WORKGROUP, name, Confidence.HIGH);
        }
    }

    private static void answered(ByteSlice bytes, Observer observer) {
        int type = HEADER + NetbiosName.LENGTH;
        if (!bytes.has(type, 10)) {
            return;
        }
        int data = type + 10;
        int end = Math.min(data + bytes.u16(type + 8), bytes.length());
        if (bytes.u16(type) == NAME_RECORD && NetbiosName.isStation(NetbiosName.suffix(bytes, HEADER))) {
            addresses(bytes, data, end, observer);
        } else if (bytes.u16(type) == STATUS_RECORD) {
            status(bytes, data, end, observer);
        }
    }

    /// Flags and an address each.
    private static void addresses(ByteSlice bytes, int from, int end, Observer observer) {
        for (int at = from; at + 6 <= end; at += 6) {
            Ipv4Address address = new Ipv4Address(bytes.i32(at + 2));
            if ((bytes.u16(at) & GROUP) == 0 && address.isStation()) {
                observer.identity(address, Attribute.NAME, NetbiosName.read(bytes, HEADER), Confidence.HIGH);
            }
        }
    }

    /// A count, names of 15 characters with suffix and flags, then the MAC address of the station.
    private static void status(ByteSlice bytes, int from, int end, Observer observer) {
        int count = Math.min(bytes.u8(from), MAX_NAMES);
        int at = from + 1;
        for (int i = 0; i < count && at + 18 <= end; i++) {
            boolean group = (bytes.u16(at + 16) & GROUP) != 0;
            name(bytes.u8(at + 15), group, NetbiosName.clean(bytes, at), observer);
            at += 18;
        }
        if (at + 6 <= end) {
            MacAddress mac = new MacAddress(bytes.u48(at));
            if (mac.isStation()) {
                observer.identity(mac, Attribute.OWNS_ADDRESS, observer.source().toString(), Confidence.MEDIUM);
            }
        }
    }
}
