package org.zonewright.intake.zeek;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.Transport;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.TimeText;

/// Reads `conn`: one record a connection. Bytes are those of IP packets, without the frame around them.
final class ConnectionLog {
    static final String PATH = "conn";

    /// Names that Zeek gives analyzers, where they differ from the names used here.
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("ssl", "tls"),
            Map.entry("dnp3_tcp", "dnp3"),
            Map.entry("dnp3_udp", "dnp3"),
            Map.entry("enip_tcp", "enip"),
            Map.entry("enip_udp", "enip"),
            Map.entry("opcua_binary", "opcua"),
            Map.entry("opcua-binary", "opcua"),
            Map.entry("krb", "kerberos"),
            Map.entry("krb_tcp", "kerberos"),
            Map.entry("krb_udp", "kerberos"),
            Map.entry("dce_rpc", "dcerpc"),
            Map.entry("ldap_tcp", "ldap"),
            Map.entry("ldap_udp", "ldap"),
            Map.entry("s7comm_plus", "s7comm-plus"),
            Map.entry("s7comm-plus", "s7comm-plus"),
            Map.entry("hart_ip", "hart-ip"),
            Map.entry("hart_ip_tcp", "hart-ip"),
            Map.entry("hart_ip_udp", "hart-ip"),
            Map.entry("omron_fins", "fins"),
            Map.entry("ge_srtp", "ge-srtp"),
            Map.entry("synchrophasor_tcp", "c37118"),
            Map.entry("synchrophasor_udp", "c37118"),
            Map.entry("profinet_io_cm", "profinet-cm"));

    /// Parts of another protocol, or too little to name one.
    private static final List<String> NOT_NAMES = List.of("gssapi", "ntlm", "cotp", "spnego", "spicy_tftp", "tpkt");

    private ConnectionLog() {}

    static void read(ZeekRow row) {
        LogRecord record = row.record();
        Optional<Transport> transport = transport(record, row.originator());
        if (transport.isEmpty()) {
            row.into().leftOut(PATH, "transport");
            return;
        }
        if (record.text("ts").flatMap(TimeText::nanos).isEmpty()) {
            row.into().leftOut(PATH, "time");
            return;
        }
        row.folder().tagged(row.uid(), tags(record));
        if (transport.get().equals(Transport.UDP)) {
            row.folder().datagrams(row.uid());
        }
        boolean handshake = transport.get().equals(Transport.TCP) && sawHandshake(record);
        Conversations.Ends ends = row.ends(transport.get(), protocol(record));
        if (handshake) {
            ends = new Conversations.Ends(
                    ends.vantage(), ends.transport(), ends.a(), ends.b(), -1, ends.portB(), ends.protocol());
        }
        long first = row.nanos();
        long length = record.text("duration").map(TimeText::length).orElse(0L);
        Conversations.Volume volume = new Conversations.Volume(
                record.number("orig_pkts", 0),
                record.number("resp_pkts", 0),
                record.number("orig_ip_bytes", 0),
                record.number("resp_ip_bytes", 0),
                first,
                first + length);
        DirectionEvidence direction = handshake ? DirectionEvidence.HANDSHAKE : DirectionEvidence.FIRST_PACKET;
        row.into().conversations().add(ends, volume, direction, outcome(record, transport.get()), record.line());
        row.into().taken(PATH);
        links(row, "orig_l2_addr", row.originator(), volume.packetsA());
        links(row, "resp_l2_addr", row.responder(), volume.packetsB());
    }

    private static void links(ZeekRow row, String field, Address ip, long packets) {
        if (packets > 0 && row.record().address(field).orElse(null) instanceof MacAddress mac) {
            row.into().sighting(row.vantage(), mac, ip, packets, row.record().line());
        }
    }

    static List<Integer> tags(LogRecord record) {
        List<Integer> tags = new ArrayList<>();
        for (String field : List.of("vlan", "inner_vlan")) {
            long tag = record.number(field, -1);
            if (tag >= 0 && tag <= 4095) {
                tags.add((int) tag);
            }
        }
        return tags;
    }

    private static Optional<Transport> transport(LogRecord record, Address originator) {
        return switch (record.text("proto").orElse("")) {
            case "tcp" -> Optional.of(Transport.TCP);
            case "udp" -> Optional.of(Transport.UDP);
            case "icmp" -> Optional.of(new Transport(originator.family() == 4 ? 1 : 58));
            default -> {
                long number = record.number("ip_proto", -1);
                yield number >= 0 && number <= 255 ? Optional.of(new Transport((int) number)) : Optional.empty();
            }
        };
    }

    /// The protocol that Zeek confirmed; of several the last that is not part of another.
    static String protocol(LogRecord record) {
        String name = "";
        for (String service : record.texts("service")) {
            for (String word : words(service)) {
                if (!NOT_NAMES.contains(word) && !word.startsWith("-")) {
                    name = SERVICES.getOrDefault(word, word);
                }
            }
        }
        return name;
    }

    private static List<String> words(String service) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from >= 0) {
            int comma = service.indexOf(',', from);
            words.add((comma < 0 ? service.substring(from) : service.substring(from, comma))
                    .strip()
                    .toLowerCase(Locale.ROOT));
            from = comma < 0 ? -1 : comma + 1;
        }
        return words;
    }

    /// A SYN of the originator or a SYN-ACK of the responder; `^` says that Zeek turned the connection round by a
    /// guess.
    private static boolean sawHandshake(LogRecord record) {
        String history = record.text("history").orElse("");
        return !history.startsWith("^") && (history.indexOf('S') >= 0 || history.indexOf('h') >= 0);
    }

    private static Outcome outcome(LogRecord record, Transport transport) {
        boolean fromA = record.number("orig_pkts", 0) > 0;
        boolean fromB = record.number("resp_pkts", 0) > 0;
        if (!transport.equals(Transport.TCP)) {
            return fromA && fromB ? Outcome.ESTABLISHED : Outcome.ONE_WAY;
        }
        return switch (record.text("conn_state").orElse("OTH")) {
            case "S0", "SH", "RSTOS0" -> Outcome.ATTEMPTED;
            case "REJ", "RSTRH" -> Outcome.REJECTED;
            case "S1", "SF", "S2", "S3", "RSTO", "RSTR" -> Outcome.ESTABLISHED;
            default -> fromA && fromB ? Outcome.ESTABLISHED : Outcome.ONE_WAY;
        };
    }
}
