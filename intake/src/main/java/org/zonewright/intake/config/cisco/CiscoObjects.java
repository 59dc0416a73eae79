package org.zonewright.intake.config.cisco;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.Groups;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.NetworkMask;
import org.zonewright.intake.config.build.Protocols;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;

/// The objects and groups of a device, and its names for addresses. Lines of a group say what it holds in words that
/// ASA and IOS partly share. Mutable; one file.
final class CiscoObjects {
    private final RulesetBuilder rules;
    private final Groups<Addresses> networks;
    private final Groups<Services> services;
    private final Map<String, String> names = new HashMap<>();

    CiscoObjects(RulesetBuilder rules) {
        this.rules = rules;
        this.networks = new Groups<>(rules, Groups.Kind.addresses());
        this.services = new Groups<>(rules, Groups.Kind.services());
    }

    /// `name 10.0.0.5 plc`.
    void name(String address, String name) {
        names.put(name, address);
    }

    /// The address behind a name, or the text itself.
    String address(String text) {
        return names.getOrDefault(text, text);
    }

    Addresses network(String name) {
        return networks.of(name);
    }

    Services service(String name) {
        return services.of(name);
    }

    boolean isService(String name) {
        return services.has(name);
    }

    boolean isNetwork(String name) {
        return networks.has(name);
    }

    /// The words behind `object` or `object-group` that open a block; empty where the block is of a kind not read.
    Optional<Block> open(boolean group, LineWords words, int line) {
        String type = words.take();
        String name = words.take();
        return switch (type) {
            case "network" -> {
                networks.define(name, line);
                yield Optional.of(new Block(type, name, "", group));
            }
            case "service", "protocol", "icmp-type" -> {
                services.define(name, line);
                yield Optional.of(new Block(type, name, words.take(), group));
            }
            default -> Optional.empty();
        };
    }

    /// An object or group whose lines follow; `protocol` is that of a group of ports, if it is one.
    record Block(String type, String name, String protocol, boolean group) {}

    /// One line of a block; false if it is not understood. What it then might hold is not known.
    boolean line(Block block, LineWords words, int line) {
        if (words.peek().equals("description")) {
            return true;
        }
        if (words.took("group-object")) {
            member(block, words.take(), line);
            return true;
        }
        boolean understood = block.type().equals("network") ? network(block, words, line) : service(block, words, line);
        if (!understood) {
            String because = block.name() + ": a line that was not understood";
            if (block.type().equals("network")) {
                networks.add(block.name(), Addresses.unknown(because), line);
            } else {
                services.add(block.name(), Services.unknown(because), line);
            }
        }
        return understood;
    }

    private void member(Block block, String other, int line) {
        if (block.type().equals("network")) {
            networks.member(block.name(), other, line);
        } else {
            services.member(block.name(), other, line);
        }
    }

    private boolean network(Block block, LineWords words, int line) {
        words.took("network-object");
        if (words.took("object")) {
            member(block, words.take(), line);
            return true;
        }
        if (words.took("fqdn")) {
            words.took("v4");
            words.took("v6");
            networks.add(block.name(), Addresses.unknown("host name " + words.take()), line);
            return true;
        }
        Optional<AddressSet> set = addresses(words);
        set.ifPresent(found -> networks.add(block.name(), Addresses.known(found), line));
        return set.isPresent();
    }

    /// `host A`, `subnet A M`, `range A B`, `any`, `A M`, `A/24`, `A::/64`.
    Optional<AddressSet> addresses(LineWords words) {
        rules.spend(1);
        words.took("subnet");
        String first = address(words.take());
        return switch (first) {
            case "any" -> Optional.of(AddressSet.any());
            case "any4" -> Optional.of(AddressSet.anyIpv4());
            case "any6" -> Optional.of(AddressSet.anyIpv6());
            case "host" -> AddressSet.parse(address(words.take()));
            case "range" -> AddressSet.parse(address(words.take()) + "-" + address(words.take()));
            default -> {
                if (first.indexOf('/') > 0) {
                    yield AddressSet.parse(first);
                }
                String mask = words.take();
                yield mask.startsWith("/") ? AddressSet.parse(first + mask) : NetworkMask.network(first, mask);
            }
        };
    }

    private boolean service(Block block, LineWords words, int line) {
        String first = words.take();
        if (first.equals("service-object") && words.took("object")) {
            services.member(block.name(), words.take(), line);
            return true;
        }
        return add(
                block,
                switch (first) {
                    case "protocol-object" -> protocol(words.take());
                    case "icmp-object" -> {
                        Optional<Service> four = CiscoPorts.icmp(Service.ICMP, words.peek(), "");
                        Optional<Service> six = CiscoPorts.icmp(Service.ICMPV6, words.take(), "");
                        yield both(four, six);
                    }
                    case "port-object" -> CiscoPorts.take(words).map(ports -> ports(block.protocol(), ports));
                    case "service-object", "service" -> described(words.take(), words);
                    default -> described(first, words);
                },
                line);
    }

    private boolean add(Block block, Optional<Services> found, int line) {
        found.ifPresent(value -> services.add(block.name(), value, line));
        return found.isPresent();
    }

    private static Optional<Services> both(Optional<Service> one, Optional<Service> two) {
        List<Service> found = Stream.of(one, two).flatMap(Optional::stream).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(Services.known(found));
    }

    private static Services ports(String protocol, PortSet ports) {
        return switch (protocol) {
            case "tcp" -> Services.known(Service.to(Service.TCP, ports));
            case "udp" -> Services.known(Service.to(Service.UDP, ports));
            default -> Services.tcpAndUdp(PortSet.any(), ports);
        };
    }

    /// A protocol as the place of a protocol has it: `ip` is any.
    static Optional<Services> protocol(String text) {
        if (text.equals("ip") || text.equals("ipv6")) {
            return Optional.of(Services.any());
        }
        OptionalInt number = Protocols.protocol(text);
        return number.isPresent() ? Optional.of(Services.known(Service.of(number.getAsInt()))) : Optional.empty();
    }

    /// `tcp source gt 1023 destination eq 502`, `udp eq 53`, `tcp-udp eq 53`, `icmp echo`, `50`.
    private static Optional<Services> described(String protocol, LineWords words) {
        if (protocol.equals("icmp") || protocol.equals("icmp6")) {
            int number = protocol.equals("icmp") ? Service.ICMP : Service.ICMPV6;
            return words.more()
                    ? CiscoPorts.icmp(number, words.take(), words.take()).map(Services::known)
                    : Optional.of(Services.known(Service.of(number)));
        }
        PortSet from = PortSet.any();
        PortSet to = PortSet.any();
        while (words.more()) {
            boolean source = words.took("source");
            words.took("destination");
            Optional<PortSet> ports = CiscoPorts.isOperator(words.peek())
                    ? CiscoPorts.take(words)
                    : CiscoPorts.port(words.take()).stream()
                            .mapToObj(PortSet::of)
                            .findFirst();
            if (ports.isEmpty()) {
                return Optional.empty();
            }
            from = source ? ports.get() : from;
            to = source ? to : ports.get();
        }
        if (protocol.equals("tcp-udp")) {
            return Optional.of(Services.tcpAndUdp(from, to));
        }
        OptionalInt number = Protocols.protocol(protocol);
        if (from.isAny() && to.isAny()) {
            return protocol(protocol);
        }
        return number.isPresent() ? Optional.of(Services.known(new Service(number, from, to))) : Optional.empty();
    }
}
