package org.zonewright.traffic.recognised;

import static java.util.Map.entry;
import static org.zonewright.traffic.dissect.Coverage.Area.COMPUTING;
import static org.zonewright.traffic.dissect.Coverage.Area.INDUSTRIAL;
import static org.zonewright.traffic.dissect.Coverage.Area.NETWORK;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Protocol;

/// What the protocols that are only recognised are called and where they are specified, one line each. Delete the
/// line of a protocol that gets a package of its own.
final class Specifications {
    private static final String MAKER_ONLY = "none public";

    private record Row(Coverage.Area area, String family, String specification) {}

    private static Map.Entry<String, Row> industrial(String name, String family, String specification) {
        return entry(name, new Row(INDUSTRIAL, family, specification));
    }

    private static Map.Entry<String, Row> network(String name, String family, String specification) {
        return entry(name, new Row(NETWORK, family, specification));
    }

    private static Map.Entry<String, Row> computing(String name, String family, String specification) {
        return entry(name, new Row(COMPUTING, family, specification));
    }

    private static final Map<String, Row> ROWS = Map.ofEntries(
            industrial("atg", "Tank gauges", "Veeder-Root TLS-350 serial interface manual, 576013-635"),
            industrial("c1222", "ANSI C12.22", "ANSI C12.22-2012"),
            industrial("doip", "DoIP", "ISO 13400-2"),
            industrial("hislip", "HiSLIP", "IVI-6.1"),
            industrial("lon", "LON", "ISO/IEC 14908-4"),
            industrial("proconos", "ProConOS", MAKER_ONLY),
            industrial("trdp", "TRDP", "IEC 61375-2-3"),
            industrial("sercos", "SERCOS III", "IEC 61158-4-19"),
            industrial("cc-link-ie", "CC-Link IE", "IEC 61158-4-23"),
            network("mrp", "MRP", "IEC 62439-2"),
            network("prp", "PRP", "IEC 62439-3 clause 4"),
            network("hsr", "HSR", "IEC 62439-3 clause 5"),
            network("eapol", "IEEE 802.1X", "IEEE 802.1X-2020"),
            network("macsec", "MACsec", "IEEE 802.1AE-2018"),
            network("mvrp", "MVRP", "IEEE 802.1Q-2018 clause 11"),
            network("msrp", "MSRP", "IEEE 802.1Q-2018 clause 35"),
            network("avtp", "AVTP", "IEEE 1722-2016"),
            network("cfm", "CFM", "IEEE 802.1Q-2018 clauses 18 to 22"),
            network("loop", "Loopback", "Ethernet version 2.0, 1982, chapter 8"),
            network("homeplug", "HomePlug", "HomePlug 1.0"),
            network("pppoe-discovery", "PPPoE", "RFC 2516"),
            network("rarp", "RARP", "RFC 903"),
            network("lacp", "LACP", "IEEE 802.1AX-2020"),
            network("ethernet-oam", "Ethernet OAM", "IEEE 802.3-2018 clause 57"),
            network("slow-protocol", "Slow protocols", "IEEE 802.3-2018 annex 57A"),
            network("ipx", "IPX", "Novell IPX Router Specification"),
            network("ipx-llc", "IPX", "Novell IPX Router Specification"),
            network("appletalk", "AppleTalk", "Inside AppleTalk, second edition"),
            network("aarp", "AppleTalk", "Inside AppleTalk, second edition"),
            network("dec-mop", "DECnet", "DEC MOP version 4.0"),
            network("decnet", "DECnet", "DECnet phase IV"),
            network("netbeui", "NetBEUI", "IBM LAN Technical Reference, SC30-3587"),
            network("osi", "ISO network layer", "ISO 8473, ISO 9542, ISO 10589"),
            network("vtp", "VTP", MAKER_ONLY),
            network("dtp", "DTP", MAKER_ONLY),
            network("pagp", "PAgP", MAKER_ONLY),
            network("udld", "UDLD", "RFC 5171"),
            network("edp", "EDP", MAKER_ONLY),
            network("aoe", "ATA over Ethernet", "AoEr11"),
            network("fcoe", "FCoE", "INCITS FC-BB-5"),
            network("fip", "FCoE", "INCITS FC-BB-5"),
            network("tipc", "TIPC", "TIPC protocol specification, version 2"),
            network("bgp", "BGP", "RFC 4271"),
            network("stun", "STUN", "RFC 8489"),
            network("ike", "IPsec", "RFC 7296, RFC 2409"),
            network("radius", "RADIUS", "RFC 2865, RFC 2866"),
            network("netflow", "NetFlow and IPFIX", "RFC 3954, RFC 7011"),
            network("sflow", "sFlow", "sFlow version 5"),
            network("ws-discovery", "WS-Discovery", "OASIS WS-Discovery 1.1"),
            computing("ipmi", "IPMI", "IPMI 2.0, RMCP of ASF 2.0"),
            computing("imap", "IMAP", "RFC 9051"),
            computing("kerberos", "Kerberos", "RFC 4120"),
            computing("ldap", "LDAP", "RFC 4511"),
            computing("pop3", "POP3", "RFC 1939"),
            computing("printer", "Printing", "PJL Technical Reference Manual"),
            computing("quic", "QUIC", "RFC 9000"),
            computing("rpcbind", "ONC RPC", "RFC 1833, RFC 5531"),
            computing("nfs", "ONC RPC", "RFC 7530, RFC 1813"),
            computing("rtsp", "RTSP", "RFC 2326"),
            computing("smtp", "SMTP", "RFC 5321"),
            computing("telnet", "Telnet", "RFC 854"),
            computing("vnc", "VNC", "RFC 6143"));

    private Specifications() {}

    /// The statement of a protocol that is only recognised here, or none if it has no line.
    static List<Coverage> of(Protocol protocol) {
        Row row = ROWS.get(protocol.name());
        return row == null
                ? List.of()
                : List.of(Coverage.recognised(protocol, row.area(), row.family(), row.specification()));
    }

    /// The names of all lines.
    static Set<String> names() {
        return ROWS.keySet();
    }
}
