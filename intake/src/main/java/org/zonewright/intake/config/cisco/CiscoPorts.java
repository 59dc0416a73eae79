package org.zonewright.intake.config.cisco;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.Protocols;

/// Ports, protocols and ICMP types as Cisco's access lists write them: names that the devices print instead of
/// numbers, and `eq`, `neq`, `lt`, `gt` and `range` before them.
final class CiscoPorts {
    private static final int LAST = 0xffff;
    private static final int CODES = 256;

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("aol", 5190),
            Map.entry("bgp", 179),
            Map.entry("biff", 512),
            Map.entry("chargen", 19),
            Map.entry("cifs", 3020),
            Map.entry("citrix-ica", 1494),
            Map.entry("ctiqbe", 2748),
            Map.entry("daytime", 13),
            Map.entry("discard", 9),
            Map.entry("dnsix", 195),
            Map.entry("echo", 7),
            Map.entry("exec", 512),
            Map.entry("finger", 79),
            Map.entry("ftp-data", 20),
            Map.entry("gopher", 70),
            Map.entry("h323", 1720),
            Map.entry("hostname", 101),
            Map.entry("ident", 113),
            Map.entry("imap4", 143),
            Map.entry("irc", 194),
            Map.entry("isakmp", 500),
            Map.entry("kerberos", 750),
            Map.entry("klogin", 543),
            Map.entry("kshell", 544),
            Map.entry("login", 513),
            Map.entry("lotusnotes", 1352),
            Map.entry("lpd", 515),
            Map.entry("mobile-ip", 434),
            Map.entry("nameserver", 42),
            Map.entry("netbios-ss", 139),
            Map.entry("netbios-ssn", 139),
            Map.entry("nfs", 2049),
            Map.entry("nntp", 119),
            Map.entry("non500-isakmp", 4500),
            Map.entry("pcanywhere-data", 5631),
            Map.entry("pcanywhere-status", 5632),
            Map.entry("pim-auto-rp", 496),
            Map.entry("pop2", 109),
            Map.entry("pop3", 110),
            Map.entry("pptp", 1723),
            Map.entry("radius", 1645),
            Map.entry("radius-acct", 1646),
            Map.entry("rip", 520),
            Map.entry("rtsp", 554),
            Map.entry("secureid-udp", 5510),
            Map.entry("sip", 5060),
            Map.entry("snmptrap", 162),
            Map.entry("sqlnet", 1521),
            Map.entry("sunrpc", 111),
            Map.entry("tacacs", 49),
            Map.entry("talk", 517),
            Map.entry("time", 37),
            Map.entry("uucp", 540),
            Map.entry("who", 513),
            Map.entry("whois", 43),
            Map.entry("www", 80),
            Map.entry("xdmcp", 177),
            Map.entry("cmd", 514),
            Map.entry("rsh", 514));

    private static final Map<String, Integer> ICMP = Map.ofEntries(
            Map.entry("echo", 8),
            Map.entry("unreachable", 3),
            Map.entry("source-quench", 4),
            Map.entry("alternate-address", 6),
            Map.entry("router-advertisement", 9),
            Map.entry("router-solicitation", 10),
            Map.entry("information-request", 15),
            Map.entry("information-reply", 16),
            Map.entry("mask-request", 17),
            Map.entry("mask-reply", 18),
            Map.entry("traceroute", 30),
            Map.entry("conversion-error", 31),
            Map.entry("mobile-redirect", 32));

    private static final Map<String, Integer> ICMP6 = Map.of(
            "unreachable", 1,
            "packet-too-big", 2,
            "time-exceeded", 3,
            "parameter-problem", 4,
            "echo", 128,
            "echo-request", 128,
            "echo-reply", 129,
            "nd-ns", 135,
            "nd-na", 136);

    private CiscoPorts() {}

    static OptionalInt port(String text) {
        Integer named = NAMES.get(text.toLowerCase(Locale.ROOT));
        return named != null ? OptionalInt.of(named) : Protocols.port(text);
    }

    static boolean isOperator(String word) {
        return switch (word) {
            case "eq", "neq", "lt", "gt", "range" -> true;
            default -> false;
        };
    }

    /// Takes an operator and its ports; empty where a port is not known. `eq` may have several.
    static Optional<PortSet> take(LineWords words) {
        String operator = words.take();
        OptionalInt first = port(words.take());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int port = first.getAsInt();
        return switch (operator) {
            case "eq" -> Optional.of(more(words, PortSet.of(port)));
            case "neq" -> Optional.of(more(words, PortSet.of(port)).complement());
            case "lt" -> Optional.of(port == 0 ? PortSet.none() : PortSet.range(0, port - 1));
            case "gt" -> Optional.of(port == LAST ? PortSet.none() : PortSet.range(port + 1, LAST));
            default -> {
                OptionalInt last = port(words.take());
                yield last.isEmpty() || last.getAsInt() < port
                        ? Optional.empty()
                        : Optional.of(PortSet.range(port, last.getAsInt()));
            }
        };
    }

    /// IOS allows several ports behind one `eq`.
    private static PortSet more(LineWords words, PortSet first) {
        PortSet all = first;
        for (OptionalInt next = port(words.peek()); next.isPresent(); next = port(words.peek())) {
            words.take();
            all = all.union(PortSet.of(next.getAsInt()));
        }
        return all;
    }

    /// The messages of an ICMP type, of which `code` names one code or is empty; empty where the type is not known.
    static Optional<Service> icmp(int protocol, String type, String code) {
        OptionalInt number = icmpType(protocol, type);
        OptionalInt detail = code.isEmpty() ? OptionalInt.empty() : Protocols.icmpType(code);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int first = number.getAsInt() * CODES;
        return Optional.of(Service.to(
                protocol,
                detail.isPresent() ? PortSet.of(first + detail.getAsInt()) : PortSet.range(first, first + CODES - 1)));
    }

    static OptionalInt icmpType(int protocol, String text) {
        Integer named = protocol == Service.ICMP ? ICMP.get(text) : ICMP6.get(text);
        if (named != null) {
            return OptionalInt.of(named);
        }
        boolean digits = !text.isEmpty() && Character.isDigit(text.charAt(0));
        return protocol == Service.ICMP || digits ? Protocols.icmpType(text) : OptionalInt.empty();
    }
}
