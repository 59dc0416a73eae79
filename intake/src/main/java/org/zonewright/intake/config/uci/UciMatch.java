package org.zonewright.intake.config.uci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.Protocols;
import org.zonewright.intake.config.build.Services;

/// What a rule or redirect asks of a packet. An option that is not known is an open condition.
final class UciMatch {
    private static final Set<String> SAID = Set.of(
            "name",
            "src",
            "dest",
            "src_ip",
            "dest_ip",
            "src_port",
            "dest_port",
            "src_dport",
            "src_dip",
            "proto",
            "icmp_type",
            "family",
            "target",
            "enabled",
            "disabled",
            "log",
            "log_limit",
            "reflection",
            "reflection_src",
            "reflection_zone",
            "set_mark",
            "set_xmark",
            "set_helper",
            "set_dscp",
            "monitored");

    private final UciSection section;
    private final List<String> open = new ArrayList<>();
    private String unread = "";

    UciMatch(UciSection section) {
        this.section = section;
        section.options().forEach((key, values) -> {
            if (!SAID.contains(key)) {
                open.add(key + " " + String.join(" ", values));
            }
        });
    }

    List<String> open() {
        return open;
    }

    /// A value that is not understood; empty where all are.
    String unread() {
        services();
        return unread;
    }

    AddressSet family() {
        return switch (section.one("family")) {
            case "ipv4", "IPv4", "inet", "4" -> AddressSet.anyIpv4();
            case "ipv6", "IPv6", "inet6", "6" -> AddressSet.anyIpv6();
            default -> AddressSet.any();
        };
    }

    Addresses source() {
        return addresses("src_ip");
    }

    Addresses destination() {
        return addresses("dest_ip");
    }

    /// Several addresses are alternatives; those with `!` are all excluded.
    private Addresses addresses(String option) {
        List<Addresses> named = new ArrayList<>();
        List<Addresses> not = new ArrayList<>();
        for (String word : section.all(option)) {
            boolean negated = word.startsWith("!");
            String text = negated ? word.substring(1) : word;
            Addresses set = AddressSet.parse(text)
                    .map(Addresses::known)
                    .orElseGet(() -> Addresses.unknown(option + " " + text));
            (negated ? not : named).add(set);
        }
        Addresses all = named.isEmpty() ? Addresses.any() : Addresses.union(named);
        return not.isEmpty() ? all : all.minus(Addresses.union(not));
    }

    /// Protocols with their ports; TCP and UDP where none is named.
    Services services() {
        PortSet from = ports("src_port");
        PortSet to = ports("dest_port");
        return protocols(from, to);
    }

    private Services protocols(PortSet from, PortSet to) {
        List<String> words = section.all("proto").isEmpty() ? List.of("tcp", "udp") : section.all("proto");
        List<Service> found = new ArrayList<>();
        for (String word : words) {
            switch (word) {
                case "all", "any", "0" -> {
                    boolean ports = !from.isAny() || !to.isAny();
                    found.addAll(ports ? Services.tcpAndUdp(from, to).surely() : List.of(Service.any()));
                }
                case "tcpudp" -> found.addAll(Services.tcpAndUdp(from, to).surely());
                case "icmp" -> {
                    found.addAll(icmp(Service.ICMP));
                    if (section.one("family").isEmpty()) {
                        found.addAll(icmp(Service.ICMPV6));
                    }
                }
                case "icmpv6", "ipv6-icmp" -> found.addAll(icmp(Service.ICMPV6));
                default -> {
                    OptionalInt number = Protocols.protocol(word);
                    if (number.isEmpty()) {
                        unread = "proto " + word;
                    } else {
                        boolean ports = number.getAsInt() == Service.TCP || number.getAsInt() == Service.UDP;
                        found.add(ports ? new Service(number, from, to) : Service.of(number.getAsInt()));
                    }
                }
            }
        }
        return Services.known(found);
    }

    private List<Service> icmp(int protocol) {
        List<String> types = section.all("icmp_type");
        List<Service> found = new ArrayList<>();
        for (String type : types) {
            OptionalInt number = protocol == Service.ICMP ? Protocols.icmpType(type) : six(type);
            number.ifPresent(value -> found.add(Service.to(protocol, PortSet.range(value * 256, value * 256 + 255))));
            if (number.isEmpty() && protocol == Service.ICMP && six(type).isEmpty()) {
                open.add("icmp_type " + type);
            }
        }
        return types.isEmpty() ? List.of(Service.of(protocol)) : found;
    }

    private static OptionalInt six(String type) {
        return switch (type) {
            case "echo-request" -> OptionalInt.of(128);
            case "echo-reply" -> OptionalInt.of(129);
            case "destination-unreachable" -> OptionalInt.of(1);
            case "packet-too-big" -> OptionalInt.of(2);
            case "time-exceeded" -> OptionalInt.of(3);
            case "bad-header", "unknown-header-type" -> OptionalInt.of(4);
            case "router-solicitation" -> OptionalInt.of(133);
            case "router-advertisement" -> OptionalInt.of(134);
            case "neighbour-solicitation" -> OptionalInt.of(135);
            case "neighbour-advertisement" -> OptionalInt.of(136);
            default -> OptionalInt.empty();
        };
    }

    /// `80 443 1000-1010 2000:2010`; `!` before a port excludes it.
    private PortSet ports(String option) {
        List<PortSet> named = new ArrayList<>();
        List<PortSet> not = new ArrayList<>();
        for (String word : section.all(option)) {
            boolean negated = word.startsWith("!");
            String text = negated ? word.substring(1) : word;
            int apart = Math.max(text.indexOf('-'), text.indexOf(':'));
            OptionalInt first = Protocols.port(apart < 0 ? text : text.substring(0, apart));
            OptionalInt last = apart < 0 ? first : Protocols.port(text.substring(apart + 1));
            if (first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()) {
                unread = option + " " + word;
            } else {
                (negated ? not : named).add(PortSet.range(first.getAsInt(), last.getAsInt()));
            }
        }
        PortSet all = named.isEmpty() ? PortSet.any() : PortSet.unionOf(named);
        return all.intersect(PortSet.unionOf(not).complement());
    }

    /// Of a redirect: the address it is for outside; any where the file leaves it to the device.
    AddressSet outside() {
        return AddressSet.parse(section.one("src_dip")).orElse(AddressSet.any());
    }

    /// Of a redirect: where it leads.
    Addresses target() {
        return addresses("dest_ip");
    }

    /// Of a redirect: the services it is for outside, as a rule asks for them.
    List<Service> asked() {
        Services services = protocols(ports("src_port"), ports("src_dport"));
        return services.surely().stream().anyMatch(Service::isAny) ? List.of() : services.surely();
    }

    /// Of a redirect: the services behind it.
    Services behind() {
        PortSet to = newPort().orElse(ports("src_dport"));
        return protocols(ports("src_port"), to);
    }

    /// Of a redirect: the port that it changes to, if it changes it.
    Optional<PortSet> newPort() {
        return section.one("dest_port").isEmpty() ? Optional.empty() : Optional.of(ports("dest_port"));
    }
}
