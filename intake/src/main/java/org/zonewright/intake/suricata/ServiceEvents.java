package org.zonewright.intake.suricata;

import java.util.Locale;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.DistinguishedName;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.ReverseName;

/// Reads what events of IT protocols tell of a station: `dhcp`, `tls`, `ssh`, `http`, `dns`, `smb`. Passwords that
/// such events may hold are not looked at.
final class ServiceEvents {
    private static final int MAX_ANSWERS = 256;

    private ServiceEvents() {}

    static void dhcp(EveEvent event) {
        LogRecord record = event.record();
        Optional<Address> client = record.address("dhcp.client_mac").filter(Address::isStation);
        if (client.isEmpty()) {
            event.leftOut("address");
            return;
        }
        Address mac = client.get();
        boolean reply = record.text("dhcp.type").filter("reply"::equals).isPresent();
        boolean given =
                reply && record.text("dhcp.dhcp_type").filter("ack"::equals).isPresent();
        if (!reply) {
            event.tell(mac, Attribute.NAME, "dhcp.hostname", "dhcp", Confidence.HIGH);
            owns(event, mac, record.address("dhcp.client_ip"));
        }
        if (given) {
            Optional<Address> address = record.address("dhcp.assigned_ip");
            owns(event, mac, address.filter(Address::isStation).or(() -> record.address("dhcp.client_ip")));
            record.address("dhcp.routers")
                    .or(() -> record.address("dhcp.router"))
                    .filter(Address::isStation)
                    .ifPresent(router ->
                            event.identity(mac, Attribute.GATEWAY, router.toString(), "dhcp", Confidence.HIGH));
            network(address, record.address("dhcp.subnet_mask"))
                    .ifPresent(network -> event.identity(mac, Attribute.NETWORK, network, "dhcp", Confidence.HIGH));
        }
        event.taken();
    }

    private static void owns(EveEvent event, Address mac, Optional<Address> address) {
        address.filter(ip -> ip.isIp() && ip.isStation() && !ip.isLoopback())
                .ifPresent(ip -> event.identity(mac, Attribute.OWNS_ADDRESS, ip.toString(), "dhcp", Confidence.HIGH));
    }

    private static Optional<String> network(Optional<Address> address, Optional<Address> mask) {
        if (address.orElse(null) instanceof Ipv4Address ip && mask.orElse(null) instanceof Ipv4Address bits) {
            int length = Integer.bitCount(bits.bits());
            boolean whole = length > 0 && length < 32 && bits.bits() == -1 << (32 - length);
            return whole && ip.isStation()
                    ? Optional.of(new Ipv4Address(ip.bits() & bits.bits()) + "/" + length)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    static void tls(EveEvent event) {
        event.record()
                .text("tls.version")
                .map(ServiceEvents::version)
                .ifPresent(version ->
                        event.identity(event.server(), new Attribute("tls.version"), version, "tls", Confidence.HIGH));
        event.tell(event.server(), Attribute.NAME, "tls.sni", "tls", Confidence.LOW);
        event.record()
                .text("tls.subject")
                .flatMap(DistinguishedName::commonName)
                .ifPresent(name -> event.identity(
                        event.server(), new Attribute("tls.certificate"), name, "tls", Confidence.MEDIUM));
        event.taken();
    }

    private static String version(String word) {
        return switch (word) {
            case "SSLv3" -> "SSL 3.0";
            case "TLSv1" -> "TLS 1.0";
            default -> word;
        };
    }

    static void ssh(EveEvent event) {
        banner(event, event.client(), "ssh.client.");
        banner(event, event.server(), "ssh.server.");
        event.taken();
    }

    private static void banner(EveEvent event, Address subject, String of) {
        Optional<String> software = event.record().text(of + "software_version");
        Optional<String> version = event.record().text(of + "proto_version");
        if (software.isPresent() && version.isPresent()) {
            event.identity(
                    subject,
                    Attribute.DESCRIPTION,
                    "SSH-" + version.get() + "-" + software.get(),
                    "ssh",
                    Confidence.HIGH);
        }
    }

    static void http(EveEvent event) {
        LogRecord record = event.record();
        record.text("http.http_method")
                .map(method -> event.names().plain("http", method))
                .filter(function -> !function.name().isEmpty())
                .ifPresent(function -> event.message(
                        "http",
                        new Conversations.Message(function, -1, true, 1, record.has("http.status") ? 1 : 0, 0)));
        event.tell(event.client(), new Attribute("http.user-agent"), "http.http_user_agent", "http", Confidence.MEDIUM);
        record.text("http.hostname")
                .filter(name -> !name.startsWith("[") && !name.equals("localhost"))
                .filter(name -> Address.parse(name).isEmpty())
                .ifPresent(name -> event.identity(event.server(), Attribute.NAME, name, "http", Confidence.LOW));
        event.taken();
    }

    static void dns(EveEvent event) {
        LogRecord record = event.record();
        String type = record.text("dns.type").orElse("").toLowerCase(Locale.ROOT);
        boolean answer = type.equals("answer") || type.equals("response");
        boolean refused =
                record.text("dns.rcode").filter(code -> !code.equals("NOERROR")).isPresent();
        event.message(
                "dns",
                answer
                        ? Conversations.Message.answer(event.names().plain("dns", "0"), -1, true, refused)
                        : Conversations.Message.request(event.names().plain("dns", "0"), -1, true));
        for (int i = 0; answer && i < MAX_ANSWERS && record.has("dns.answers[" + i + "].rrtype"); i++) {
            answer(event, "dns.answers[" + i + "].");
        }
        event.taken();
    }

    private static void answer(EveEvent event, String of) {
        LogRecord record = event.record();
        String name = record.text(of + "rrname").orElse("");
        switch (record.text(of + "rrtype").orElse("")) {
            case "A", "AAAA" ->
                record.address(of + "rdata")
                        .filter(Address::isIp)
                        .ifPresent(address -> event.identity(address, Attribute.NAME, name, "dns", Confidence.MEDIUM));
            case "PTR" ->
                ReverseName.address(name)
                        .ifPresent(
                                address -> event.tell(address, Attribute.NAME, of + "rdata", "dns", Confidence.MEDIUM));
            default -> {
                // Other records name no station.
            }
        }
    }

    static void smb(EveEvent event) {
        event.tell(event.server(), new Attribute("smb.dialect"), "smb.dialect", "smb", Confidence.HIGH);
        event.tell(event.client(), Attribute.NAME, "smb.ntlmssp.host", "ntlm", Confidence.MEDIUM);
        event.tell(event.client(), Attribute.ACCOUNT, "smb.ntlmssp.user", "ntlm", Confidence.MEDIUM);
        event.tell(event.client(), Attribute.OPERATING_SYSTEM, "smb.request.native_os", "smb", Confidence.HIGH);
        event.tell(event.server(), Attribute.OPERATING_SYSTEM, "smb.response.native_os", "smb", Confidence.HIGH);
        event.taken();
    }
}
