package org.zonewright.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The ports on which servers of known services wait, with the name this product gives the protocol there.
///
/// A port is a hint and never proof: names found here carry [ProtocolEvidence#PORT]. Source: IANA Service Name and
/// Transport Protocol Port Number Registry, and the makers' manuals for the industrial protocols that are not
/// registered (GE-SRTP, MELSEC, ROC Plus, PC Worx, ProConOS, Crimson, Fox, Saia, EGD, BSAP, UMAS).
public final class ServicePorts {
    /// Name, then transports and ports. `t` is TCP, `u` UDP, `s` SCTP, `b` TCP and UDP; `4059-4061` is a range.
    private static final String TABLE = """
            ads b48898
            bacnet b47808-47817
            bgp t179
            bsap b1234
            c1222 b1153
            c37118 t4712 u4713
            capwap u5246 u5247
            coap b5683 b5684
            crimson t789
            dcerpc b135
            dhcp u67 u68
            dhcpv6 u546 u547
            dlms b4059-4061
            dnp3 b20000 t19999
            dns b53
            doip b13400
            egd u18246
            enip b44818 u2222
            ethercat u34980
            ff-hse b1089-1091
            fins b9600
            fox t1911 t4911
            ftp t21 t20 t990
            ge-srtp t18245
            genisys t10001
            hart-ip b5094 b5095
            hislip t4880
            hsrp u1985 u2029
            http t80 t8080 t8000 t8008 t8081 t8888
            iec104 t2404
            ike u500 u4500
            imap t143 t993
            ipmi u623
            ipp t631
            iscsi t3260
            kerberos b88 b464
            knx b3671
            l2tp u1701
            ldap b389 t636 t3268 t3269
            llmnr b5355
            lon u1628 u1629
            mdns u5353
            melsec b5006 b5007
            modbus b502
            mqtt t1883 t8883
            mysql t3306
            netbios b137 u138 t139
            netflow u2055 u9995 u9996 u4739
            nfs b2049
            ntp u123
            opcua t4840 t4843
            openvpn b1194
            oracle t1521
            pcworx t1962
            pop3 t110 t995
            postgresql t5432
            pptp t1723
            printer t9100 t515
            proconos t20547 t41100
            profinet-cm u34964
            ptp u319 u320
            radius u1812 u1813 u1645 u1646
            rdp b3389
            rip u520
            roc b4000
            rpcbind b111
            rtps u7400-7420
            rtsp t554
            s7comm t102
            saia u5050
            sflow u6343
            sip b5060 b5061
            smb t445
            smtp t25 t465 t587
            snmp u161 u162
            ssdp u1900
            ssh t22
            stun b3478
            syslog u514 t514 t601 t6514
            tds t1433 u1434
            teamviewer b5938
            telnet t23
            tftp u69
            tls t443 t8443 u443
            umas t5502
            vnc t5900-5905
            winrm t5985 t5986
            wireguard u51820
            x11 t6000
            """;

    private static final Map<Integer, String> NAMES = read();

    private ServicePorts() {}

    /// The protocol usually served there; empty where none is known.
    public static Optional<String> protocol(Transport transport, int port) {
        return Optional.ofNullable(NAMES.get(key(transport.number(), port)));
    }

    /// True if servers of a known service wait on this port.
    public static boolean isService(Transport transport, int port) {
        return NAMES.containsKey(key(transport.number(), port));
    }

    private static int key(int transport, int port) {
        return (transport << 16) | port;
    }

    private static Map<Integer, String> read() {
        Map<Integer, String> names = new HashMap<>();
        for (String line : TABLE.split("\n", -1)) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                add(names, words[0], words[i].charAt(0), words[i].substring(1));
            }
        }
        return Map.copyOf(names);
    }

    private static void add(Map<Integer, String> names, String protocol, char transports, String ports) {
        int dash = ports.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? ports : ports.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(ports.substring(dash + 1));
        for (int port = first; port <= last; port++) {
            if (transports == 't' || transports == 'b') {
                names.putIfAbsent(key(Transport.TCP.number(), port), protocol);
            }
            if (transports == 'u' || transports == 'b') {
                names.putIfAbsent(key(Transport.UDP.number(), port), protocol);
            }
            if (transports == 's') {
                names.putIfAbsent(key(Transport.SCTP.number(), port), protocol);
            }
        }
    }
}
