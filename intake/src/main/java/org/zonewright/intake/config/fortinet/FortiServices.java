package org.zonewright.intake.config.fortinet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Groups;
import org.zonewright.intake.config.build.Protocols;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;

/// Services of one virtual domain. Those that a device has from the start are known where the file does not define
/// them.
final class FortiServices {
    private static final int SCTP = 132;
    private static final int CODES = 256;
    private static final int LAST_PORT = 0xffff;

    private static final Map<String, String> FROM_THE_START = Map.ofEntries(
            Map.entry("ALL_TCP", "tcp 1-65535"),
            Map.entry("ALL_UDP", "udp 1-65535"),
            Map.entry("HTTP", "tcp 80"),
            Map.entry("HTTPS", "tcp 443"),
            Map.entry("SSH", "tcp 22"),
            Map.entry("TELNET", "tcp 23"),
            Map.entry("FTP", "tcp 21"),
            Map.entry("SMTP", "tcp 25"),
            Map.entry("RDP", "tcp 3389"),
            Map.entry("LDAP", "tcp 389"),
            Map.entry("SMB", "tcp 445"),
            Map.entry("NTP", "both 123"),
            Map.entry("DNS", "both 53"),
            Map.entry("SNMP", "both 161-162"),
            Map.entry("SYSLOG", "udp 514"),
            Map.entry("TFTP", "udp 69"));

    private final Groups<Services> services;

    FortiServices(RulesetBuilder rules, FortiBlock domain) {
        services = new Groups<>(rules, Groups.Kind.services());
        services.add("ALL", Services.any(), 0);
        for (FortiBlock entry : domain.entries("firewall service custom")) {
            if (!entry.name().equals("ALL") || !entry.settings().isEmpty()) {
                services.remove(entry.name());
                services.add(entry.name(), custom(entry), entry.line());
            }
        }
        fromTheStart();
        for (FortiBlock entry : domain.entries("firewall service group")) {
            services.define(entry.name(), entry.line());
            entry.all("member").forEach(member -> services.member(entry.name(), member, entry.line()));
        }
    }

    private void fromTheStart() {
        FROM_THE_START.forEach((name, text) -> {
            if (!services.has(name)) {
                int blank = text.indexOf(' ');
                PortSet to = ports(text.substring(blank + 1)).orElseThrow();
                services.add(
                        name,
                        switch (text.substring(0, blank)) {
                            case "tcp" -> Services.known(Service.to(Service.TCP, to));
                            case "udp" -> Services.known(Service.to(Service.UDP, to));
                            default -> Services.tcpAndUdp(PortSet.any(), to);
                        },
                        0);
            }
        });
        if (!services.has("PING")) {
            services.add("PING", icmp(Service.ICMP, "8", ""), 0);
        }
        if (!services.has("ALL_ICMP")) {
            services.add("ALL_ICMP", Services.known(Service.of(Service.ICMP)), 0);
        }
    }

    /// `502`, `44818-44820`; empty for anything else.
    static Optional<PortSet> ports(String text) {
        int dash = text.indexOf('-');
        OptionalInt first = Protocols.port(dash < 0 ? text : text.substring(0, dash));
        OptionalInt last = dash < 0 ? first : Protocols.port(text.substring(dash + 1));
        return first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()
                ? Optional.empty()
                : Optional.of(PortSet.range(first.getAsInt(), last.getAsInt()));
    }

    private static Services custom(FortiBlock entry) {
        Services found =
                switch (entry.one("protocol")) {
                    case "", "TCP/UDP/SCTP", "TCP/UDP/UDP-Lite/SCTP" -> withPorts(entry);
                    case "ICMP" -> icmp(Service.ICMP, entry.one("icmptype"), entry.one("icmpcode"));
                    case "ICMP6" -> icmp(Service.ICMPV6, entry.one("icmptype"), entry.one("icmpcode"));
                    case "IP" -> ip(entry.one("protocol-number"));
                    case "ALL" -> Services.any();
                    default -> Services.unknown("service " + entry.name());
                };
        boolean narrowed = !entry.one("fqdn").isEmpty()
                || (!entry.one("iprange").isEmpty() && !entry.is("iprange", "0.0.0.0"))
                || !entry.one("app-category").isEmpty()
                || !entry.one("application").isEmpty();
        return narrowed ? found.only("service " + entry.name()) : found;
    }

    private static Services ip(String number) {
        if (number.isEmpty() || number.equals("0")) {
            return Services.any();
        }
        OptionalInt protocol = Protocols.protocol(number);
        return protocol.isPresent()
                ? Services.known(Service.of(protocol.getAsInt()))
                : Services.unknown("protocol " + number);
    }

    private static Services icmp(int protocol, String type, String code) {
        OptionalInt number = Protocols.icmpType(type);
        OptionalInt detail = Protocols.icmpType(code);
        if (number.isEmpty()) {
            return Services.known(Service.of(protocol));
        }
        int first = number.getAsInt() * CODES;
        PortSet ports =
                detail.isPresent() ? PortSet.of(first + detail.getAsInt()) : PortSet.range(first, first + CODES - 1);
        return Services.known(Service.to(protocol, ports));
    }

    private static Services withPorts(FortiBlock entry) {
        List<Service> found = new ArrayList<>();
        boolean known = portRanges(entry.all("tcp-portrange"), Service.TCP, found)
                && portRanges(entry.all("udp-portrange"), Service.UDP, found)
                && portRanges(entry.all("sctp-portrange"), SCTP, found);
        return known ? Services.known(found) : Services.unknown("service " + entry.name());
    }

    /// Each range is `to` or `to:from`.
    private static boolean portRanges(List<String> ranges, int protocol, List<Service> into) {
        for (String range : ranges) {
            int colon = range.indexOf(':');
            Optional<PortSet> to = ports(colon < 0 ? range : range.substring(0, colon));
            Optional<PortSet> from =
                    colon < 0 ? Optional.of(PortSet.range(0, LAST_PORT)) : ports(range.substring(colon + 1));
            if (to.isEmpty() || from.isEmpty()) {
                return false;
            }
            into.add(new Service(OptionalInt.of(protocol), from.get(), to.get()));
        }
        return true;
    }

    Services of(List<String> names) {
        return services.union(names.stream().map(services::of).toList());
    }
}
