package org.zonewright.intake.config.build;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Names and numbers of IP protocols, services and ICMP types, as configurations write them (IANA's registries; only
/// names that packet filters print).
public final class Protocols {
    private static final Map<String, Integer> PROTOCOLS = Map.ofEntries(
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("ipencap", 4),
            Map.entry("ipinip", 4),
            Map.entry("ipip", 4),
            Map.entry("igrp", 9),
            Map.entry("rdp", 27),
            Map.entry("icmp6", 58),
            Map.entry("ahp", 51),
            Map.entry("eigrp", 88),
            Map.entry("nos", 94),
            Map.entry("etherip", 97),
            Map.entry("carp", 112),
            Map.entry("pcp", 108),
            Map.entry("snp", 109),
            Map.entry("pfsync", 240),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("ipv6", 41),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("icmpv6", 58),
            Map.entry("ipv6-icmp", 58),
            Map.entry("ospf", 89),
            Map.entry("pim", 103),
            Map.entry("vrrp", 112),
            Map.entry("l2tp", 115),
            Map.entry("sctp", 132),
            Map.entry("udplite", 136));

    private static final Map<String, Integer> SERVICES = Map.ofEntries(
            Map.entry("ftp", 21),
            Map.entry("ssh", 22),
            Map.entry("telnet", 23),
            Map.entry("smtp", 25),
            Map.entry("domain", 53),
            Map.entry("bootps", 67),
            Map.entry("bootpc", 68),
            Map.entry("tftp", 69),
            Map.entry("http", 80),
            Map.entry("iso-tsap", 102),
            Map.entry("ntp", 123),
            Map.entry("netbios-ns", 137),
            Map.entry("netbios-dgm", 138),
            Map.entry("netbios-ssn", 139),
            Map.entry("imap2", 143),
            Map.entry("snmp", 161),
            Map.entry("snmp-trap", 162),
            Map.entry("ldap", 389),
            Map.entry("https", 443),
            Map.entry("microsoft-ds", 445),
            Map.entry("syslog", 514),
            Map.entry("ldaps", 636),
            Map.entry("ms-sql-s", 1433),
            Map.entry("ms-wbt-server", 3389));

    private static final Map<String, Integer> ICMP_TYPES = Map.of(
            "echo-reply", 0,
            "destination-unreachable", 3,
            "redirect", 5,
            "echo-request", 8,
            "time-exceeded", 11,
            "parameter-problem", 12,
            "timestamp-request", 13,
            "timestamp-reply", 14);

    private Protocols() {}

    /// The number of an IP protocol, 0 to 255; empty for a name that is not known.
    public static OptionalInt protocol(String text) {
        return number(text, PROTOCOLS, 255);
    }

    /// The port of a service, 0 to 65535; empty for a name that is not known.
    public static OptionalInt port(String text) {
        return number(text, SERVICES, 0xffff);
    }

    /// The type of an ICMP message of IPv4, 0 to 255.
    public static OptionalInt icmpType(String text) {
        return number(text, ICMP_TYPES, 255);
    }

    private static OptionalInt number(String text, Map<String, Integer> names, int most) {
        Integer named = names.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return OptionalInt.of(named);
        }
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text);
        return number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
