package org.zonewright.intake.zeek;

import java.util.List;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Transport;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.DistinguishedName;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.ReverseName;

/// Reads what logs of IT protocols tell of a station: `dns`, `ssh`, `http`, `ssl`, `snmp`, `ntlm`. Passwords,
/// community strings and tickets that such logs may hold are not looked at.
final class ServiceLogs {
    private ServiceLogs() {}

    /// Addresses with the names that a name server gave them. An answer without an address names the next one's
    /// owner.
    static void dns(ZeekRow row) {
        LogRecord record = row.record();
        boolean answered = record.has("rcode");
        row.message(
                record.text("proto").filter("tcp"::equals).isPresent() ? Transport.TCP : Transport.UDP,
                "dns",
                new Conversations.Message(
                        row.names().plain("dns", "0"),
                        -1,
                        true,
                        1,
                        answered ? 1 : 0,
                        answered && record.number("rcode", 0) != 0 ? 1 : 0));
        String owner = record.text("query").orElse("");
        List<String> answers = record.texts("answers");
        if (record.text("qtype_name").filter("PTR"::equals).isPresent()) {
            Optional<Address> named = ReverseName.address(owner);
            if (named.isPresent() && !answers.isEmpty()) {
                row.identity(named.get(), Attribute.NAME, answers.getFirst(), "dns", Confidence.MEDIUM);
            }
            return;
        }
        for (String answer : answers) {
            Optional<Address> address = Address.parse(answer).filter(Address::isIp);
            if (address.isPresent()) {
                row.identity(address.get(), Attribute.NAME, owner, "dns", Confidence.MEDIUM);
            } else if (!answer.startsWith("TXT ")) {
                owner = answer;
            }
        }
    }

    static void ssh(ZeekRow row) {
        row.identity(row.originator(), Attribute.DESCRIPTION, "client", Confidence.HIGH, "ssh");
        row.identity(row.responder(), Attribute.DESCRIPTION, "server", Confidence.HIGH, "ssh");
        row.into().taken(row.path());
    }

    static void http(ZeekRow row) {
        LogRecord record = row.record();
        Optional<String> method = record.text("method");
        if (method.isPresent()) {
            boolean answered = record.has("status_code");
            var meaning = row.names().plain("http", method.get());
            if (meaning.functionClass() != FunctionClass.UNKNOWN
                    || !meaning.name().isEmpty()) {
                row.into()
                        .conversations()
                        .message(
                                row.ends(Transport.TCP, "http"),
                                new Conversations.Message(meaning, -1, true, 1, answered ? 1 : 0, 0),
                                row.nanos(),
                                record.line());
            }
        }
        row.identity(row.originator(), new Attribute("http.user-agent"), "user_agent", Confidence.MEDIUM, "http");
        record.text("host")
                .map(ServiceLogs::withoutPort)
                .filter(host -> !host.startsWith("[") && Address.parse(host).isEmpty() && !host.equals("localhost"))
                .ifPresent(host -> row.identity(row.responder(), Attribute.NAME, host, "http", Confidence.LOW));
        row.into().taken(row.path());
    }

    private static String withoutPort(String host) {
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    static void tls(ZeekRow row) {
        LogRecord record = row.record();
        String version = record.text("version").orElse("");
        String name = TlsWords.version(version);
        if (!name.isEmpty()) {
            row.identity(row.responder(), new Attribute("tls.version"), name, "tls", Confidence.HIGH);
        }
        row.identity(row.responder(), Attribute.NAME, "server_name", Confidence.LOW, "tls");
        record.text("subject")
                .flatMap(DistinguishedName::commonName)
                .ifPresent(common -> row.identity(
                        row.responder(), new Attribute("tls.certificate"), common, "tls", Confidence.MEDIUM));
        row.into().taken(row.path());
    }

    static void snmp(ZeekRow row) {
        row.identity(row.responder(), Attribute.DESCRIPTION, "display_string", Confidence.HIGH, "snmp");
        row.into().taken(row.path());
    }

    static void ntlm(ZeekRow row) {
        row.identity(row.originator(), Attribute.NAME, "hostname", Confidence.MEDIUM, "ntlm");
        row.identity(row.originator(), Attribute.ACCOUNT, "username", Confidence.MEDIUM, "ntlm");
        row.identity(row.responder(), Attribute.NAME, "server_nb_computer_name", Confidence.MEDIUM, "ntlm");
        row.into().taken(row.path());
    }
}
