package org.zonewright.intake.suricata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.ServicePorts;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.FunctionNames;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.TimeText;

/// One event with the two stations it is about. `client` is the side that opened the flow; events name it as the
/// source,
/// unless the source's port alone is one of a known service.
record EveEvent(
        LogRecord record,
        String type,
        Transport transport,
        Address client,
        Address server,
        int clientPort,
        int serverPort,
        Gathering into,
        FunctionNames names) {

    /// Names that Suricata gives protocols, where they differ from the names used here.
    private static final Map<String, String> PROTOCOLS = Map.ofEntries(
            Map.entry("failed", ""),
            Map.entry("unknown", ""),
            Map.entry("krb5", "kerberos"),
            Map.entry("rfb", "vnc"),
            Map.entry("http1", "http"),
            Map.entry("http2", "http"),
            Map.entry("ftp-data", "ftp"),
            Map.entry("pgsql", "postgresql"),
            Map.entry("ikev1", "ike"),
            Map.entry("ikev2", "ike"));

    /// The event of a record, or nothing where it names no two addresses or no known transport.
    static Optional<EveEvent> of(LogRecord record, String type, Gathering into, FunctionNames names) {
        Optional<Address> source = record.address("src_ip");
        Optional<Address> destination = record.address("dest_ip");
        Optional<Transport> transport = source.flatMap(from -> transport(record, from));
        if (source.isEmpty() || destination.isEmpty() || transport.isEmpty()) {
            return Optional.empty();
        }
        int from = transport.get().hasPorts() ? record.port("src_port") : -1;
        int to = transport.get().hasPorts() ? record.port("dest_port") : -1;
        boolean turned = !type.equals("flow")
                && ServicePorts.isService(transport.get(), from)
                && !ServicePorts.isService(transport.get(), to);
        return Optional.of(new EveEvent(
                record,
                type,
                transport.get(),
                turned ? destination.get() : source.get(),
                turned ? source.get() : destination.get(),
                turned ? to : from,
                turned ? from : to,
                into,
                names));
    }

    private static Optional<Transport> transport(LogRecord record, Address source) {
        String word = record.text("proto").orElse("").toUpperCase(Locale.ROOT);
        return switch (word) {
            case "TCP" -> Optional.of(Transport.TCP);
            case "UDP" -> Optional.of(Transport.UDP);
            case "SCTP" -> Optional.of(Transport.SCTP);
            case "ICMP" -> Optional.of(new Transport(source.family() == 4 ? 1 : 58));
            case "IPV6-ICMP", "ICMPV6" -> Optional.of(new Transport(58));
            default -> {
                long number = record.number("proto", -1);
                yield number >= 0 && number <= 255 ? Optional.of(new Transport((int) number)) : Optional.empty();
            }
        };
    }

    VantagePoint vantage() {
        List<Integer> tags = new ArrayList<>();
        for (String text : record.texts("vlan")) {
            Optional<Integer> tag = tag(text);
            tag.ifPresent(tags::add);
        }
        return into.vantage(tags);
    }

    private static Optional<Integer> tag(String text) {
        boolean number = !text.isEmpty() && text.length() < 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.parseInt(text)).filter(tag -> tag <= 4095) : Optional.empty();
    }

    SourceRef where() {
        return into.at(record.line());
    }

    /// Nanoseconds since 1970, nothing where the field has no time.
    Optional<Long> time(String field) {
        return record.text(field).flatMap(TimeText::nanos);
    }

    String protocol(String name) {
        return PROTOCOLS.getOrDefault(name, name);
    }

    Conversations.Ends ends(String protocol) {
        return new Conversations.Ends(vantage(), transport, client, server, clientPort, serverPort, protocol);
    }

    void message(String protocol, Conversations.Message message) {
        into.conversations().message(ends(protocol), message, time("timestamp").orElse(0L), record.line());
    }

    void identity(Address subject, Attribute attribute, String value, String method, Confidence confidence) {
        into.identity(vantage(), subject, attribute, value, method, confidence, where());
    }

    /// Tells the value of a field, if it has one.
    void tell(Address subject, Attribute attribute, String field, String method, Confidence confidence) {
        record.text(field).ifPresent(value -> identity(subject, attribute, value, method, confidence));
    }

    void taken() {
        into.taken(type);
    }

    void leftOut(String reason) {
        into.leftOut(type, reason);
    }
}
