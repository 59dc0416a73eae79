package org.zonewright.intake.config.junos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.Groups;
import org.zonewright.intake.config.build.Protocols;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.WildcardMask;

/// Addresses of address books (a zone's own, those attached to it, the global one) and applications, with those that
/// the device has from the start.
final class JunosNames {
    private static final String GLOBAL = "global";

    private static final Map<String, String> FROM_THE_START = Map.ofEntries(
            Map.entry("junos-ftp", "tcp 21"),
            Map.entry("junos-ssh", "tcp 22"),
            Map.entry("junos-telnet", "tcp 23"),
            Map.entry("junos-smtp", "tcp 25"),
            Map.entry("junos-dns-udp", "udp 53"),
            Map.entry("junos-dns-tcp", "tcp 53"),
            Map.entry("junos-tftp", "udp 69"),
            Map.entry("junos-http", "tcp 80"),
            Map.entry("junos-pop3", "tcp 110"),
            Map.entry("junos-ntp", "udp 123"),
            Map.entry("junos-imap", "tcp 143"),
            Map.entry("junos-bgp", "tcp 179"),
            Map.entry("junos-ldap", "tcp 389"),
            Map.entry("junos-https", "tcp 443"),
            Map.entry("junos-ike", "udp 500"),
            Map.entry("junos-syslog", "udp 514"),
            Map.entry("junos-tcp-any", "tcp 0-65535"),
            Map.entry("junos-udp-any", "udp 0-65535"));

    private final Groups<Addresses> addresses;
    private final Groups<Services> applications;
    private final Map<String, List<String>> books = new HashMap<>();

    JunosNames(RulesetBuilder rules, JunosNode root) {
        addresses = new Groups<>(rules, Groups.Kind.addresses());
        applications = new Groups<>(rules, Groups.Kind.services());
        root.all("security", "address-book").forEach((name, book) -> {
            book(name, book);
            book.all("attach", "zone").keySet().forEach(zone -> books.computeIfAbsent(zone, any -> new ArrayList<>())
                    .add(name));
        });
        root.all("security", "zones", "security-zone").forEach((zone, found) -> {
            String name = "zone " + zone;
            found.at("address-book").ifPresent(book -> {
                book(name, book);
                books.computeIfAbsent(zone, any -> new ArrayList<>()).addFirst(name);
            });
        });
        applications.add("any", Services.any(), 0);
        FROM_THE_START.forEach((name, text) -> {
            int blank = text.indexOf(' ');
            int protocol = text.startsWith("tcp") ? Service.TCP : Service.UDP;
            ports(text.substring(blank + 1))
                    .ifPresent(set -> applications.add(name, Services.known(Service.to(protocol, set)), 0));
        });
        applications.add("junos-icmp-all", Services.known(Service.of(Service.ICMP)), 0);
        applications.add(
                "junos-ping", Services.known(Service.to(Service.ICMP, PortSet.range(8 * 256, 8 * 256 + 255))), 0);
        applications.add(
                "junos-icmp-ping", Services.known(Service.to(Service.ICMP, PortSet.range(8 * 256, 8 * 256 + 255))), 0);
        root.all("applications", "application").forEach((name, found) -> {
            applications.remove(name);
            applications.add(name, application(name, found), found.line());
        });
        root.all("applications", "application-set").forEach((name, found) -> {
            applications.define(name, found.line());
            found.all("application").keySet().forEach(member -> applications.member(name, member, found.line()));
            found.all("application-set").keySet().forEach(member -> applications.member(name, member, found.line()));
        });
    }

    private static String key(String book, String name) {
        return book + "\n" + name;
    }

    private void book(String book, JunosNode found) {
        found.all("address")
                .forEach((name, address) -> addresses.add(key(book, name), address(name, address), address.line()));
        found.all("address-set").forEach((name, set) -> {
            String key = key(book, name);
            addresses.define(key, set.line());
            set.all("address").keySet().forEach(member -> addresses.member(key, key(book, member), set.line()));
            set.all("address-set").keySet().forEach(member -> addresses.member(key, key(book, member), set.line()));
        });
    }

    private static Addresses address(String name, JunosNode found) {
        Optional<AddressSet> set = Optional.empty();
        for (String word : found.all().keySet()) {
            set = set.or(() -> switch (word) {
                case "ip-prefix" -> AddressSet.parse(found.one("ip-prefix"));
                case "range-address" -> {
                    String first = found.one("range-address");
                    yield AddressSet.parse(first + "-" + found.one("range-address", first, "to"));
                }
                case "wildcard-address" -> wildcard(found.one("wildcard-address"));
                default -> AddressSet.parse(word);
            });
        }
        return set.map(Addresses::known).orElseGet(() -> Addresses.unknown("address " + name));
    }

    /// `10.0.0.5/255.255.0.255`: the ones of the mask are the bits that count.
    private static Optional<AddressSet> wildcard(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return Address.parse(text.substring(slash + 1))
                .filter(Ipv4Address.class::isInstance)
                .map(mask -> new Ipv4Address(~((Ipv4Address) mask).bits()))
                .flatMap(mask -> WildcardMask.of(text.substring(0, slash), mask.toString()));
    }

    /// An address of a policy's match: the zone's books come before the global one.
    Addresses address(String zone, String name) {
        return switch (name) {
            case "any" -> Addresses.any();
            case "any-ipv4" -> Addresses.known(AddressSet.anyIpv4());
            case "any-ipv6" -> Addresses.known(AddressSet.anyIpv6());
            default -> {
                String book = books.getOrDefault(zone, List.of()).stream()
                        .filter(own -> addresses.has(key(own, name)))
                        .findFirst()
                        .orElse(GLOBAL);
                yield addresses.has(key(book, name))
                        ? addresses.of(key(book, name))
                        : Addresses.unknown("address " + name);
            }
        };
    }

    Addresses addresses(String zone, Iterable<String> names) {
        List<Addresses> all = new ArrayList<>();
        names.forEach(name -> all.add(address(zone, name)));
        return addresses.union(all);
    }

    Services applications(Iterable<String> names) {
        List<Services> all = new ArrayList<>();
        names.forEach(name -> all.add(applications.of(name)));
        return applications.union(all);
    }

    /// An application is one protocol, or terms of one each.
    private static Services application(String name, JunosNode found) {
        List<Services> all = new ArrayList<>();
        if (found.has("protocol")) {
            all.add(term(name, found));
        }
        found.all("term").forEach((term, inner) -> all.add(term(name, inner)));
        return all.isEmpty() ? Services.unknown("application " + name) : Services.union(all);
    }

    private static Services term(String name, JunosNode term) {
        String word = term.one("protocol");
        OptionalInt protocol = Protocols.protocol(word.equals("icmp6") ? "icmpv6" : word);
        Optional<PortSet> from = term.has("source-port") ? ports(term.one("source-port")) : Optional.of(PortSet.any());
        Optional<PortSet> to =
                term.has("destination-port") ? ports(term.one("destination-port")) : Optional.of(PortSet.any());
        if (protocol.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Services.unknown("application " + name);
        }
        int number = protocol.getAsInt();
        if (number == Service.ICMP || number == Service.ICMPV6) {
            OptionalInt type = Protocols.icmpType(term.one(number == Service.ICMP ? "icmp-type" : "icmp6-type"));
            boolean narrowed = term.has("icmp-code") || term.has("icmp6-code");
            Services asked = type.isEmpty()
                    ? Services.known(Service.of(number))
                    : Services.known(
                            Service.to(number, PortSet.range(type.getAsInt() * 256, type.getAsInt() * 256 + 255)));
            return narrowed ? asked.only("application " + name) : asked;
        }
        return Services.known(new Service(protocol, from.get(), to.get()));
    }

    /// `502`, `44818-44820`, a service's name.
    static Optional<PortSet> ports(String text) {
        int dash = text.indexOf('-');
        boolean range = dash > 0 && Character.isDigit(text.charAt(0));
        OptionalInt first = Protocols.port(range ? text.substring(0, dash) : text);
        OptionalInt last = range ? Protocols.port(text.substring(dash + 1)) : first;
        return first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()
                ? Optional.empty()
                : Optional.of(PortSet.range(first.getAsInt(), last.getAsInt()));
    }
}
