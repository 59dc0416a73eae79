package org.zonewright.intake.config.pf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.Groups;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.Protocols;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.XmlNode;

/// What names in rules stand for: interfaces (`lan`, its network and `lanip`, its address), groups of interfaces, and
/// aliases of addresses and ports. Interfaces are named as rules name them.
final class SenseNames {
    private final RulesetBuilder rules;
    private final Groups<Addresses> addresses;
    private final Groups<Services> ports;
    private final Map<String, List<AddressSet>> networks = new HashMap<>();
    private final Map<String, List<AddressSet>> own = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    SenseNames(RulesetBuilder rules, XmlNode root) {
        this.rules = rules;
        this.addresses = new Groups<>(rules, Groups.Kind.addresses());
        this.ports = new Groups<>(rules, Groups.Kind.services());
        List<XmlNode> found = root.child("interfaces").map(XmlNode::children).orElse(List.of());
        List<XmlNode> routes =
                root.at("staticroutes").map(all -> all.children("route")).orElse(List.of());
        List<XmlNode> gateways =
                root.at("gateways").map(all -> all.children("gateway_item")).orElse(List.of());
        found.forEach(one -> networkInterface(one, routes, gateways));
        root.child("ifgroups")
                .map(all -> all.children("ifgroupentry"))
                .orElse(List.of())
                .forEach(group -> groups.put(
                        group.value("ifname"),
                        LineWords.of(group.value("members")).restWords()));
        root.child("aliases")
                .map(all -> all.children("alias"))
                .orElse(List.of())
                .forEach(alias -> alias(alias, alias.value("address")));
        root.at("OPNsense", "Firewall", "Alias", "aliases")
                .map(all -> all.children("alias"))
                .orElse(List.of())
                .forEach(alias -> alias(alias, alias.value("content")));
    }

    private void networkInterface(XmlNode found, List<XmlNode> routes, List<XmlNode> gateways) {
        List<AddressSet> at = new ArrayList<>();
        List<AddressSet> self = new ArrayList<>();
        address(found.value("ipaddr"), found.value("subnet"), at, self);
        address(found.value("ipaddrv6"), found.value("subnetv6"), at, self);
        networks.put(found.name(), at);
        own.put(found.name(), self);
        List<AddressSet> behind = new ArrayList<>(at);
        rules.spend((long) routes.size() * gateways.size());
        for (XmlNode route : routes) {
            boolean here = gateways.stream()
                    .anyMatch(gateway -> gateway.value("name").equals(route.value("gateway"))
                            && gateway.value("interface").equals(found.name()));
            if (here && !route.child("disabled").filter(SenseRule::isSet).isPresent()) {
                AddressSet.parse(route.value("network")).ifPresent(behind::add);
            }
        }
        String words = (found.value("descr") + " " + found.value("if")).strip();
        rules.networkInterface(new NetworkInterface(
                found.name(),
                Optional.empty(),
                behind,
                Optional.of(words).filter(text -> !text.isEmpty()),
                rules.at(found.line())));
    }

    /// An address that is not written there (`dhcp`, `track6`) adds nothing.
    private static void address(String address, String length, List<AddressSet> networks, List<AddressSet> own) {
        AddressSet.parse(address).ifPresent(set -> {
            own.add(set);
            networks.add(AddressSet.parse(address + "/" + length).orElse(set));
        });
    }

    private void alias(XmlNode alias, String content) {
        String name = alias.value("name");
        String type = alias.value("type");
        boolean off = alias.value("enabled").equals("0");
        List<String> members = LineWords.of(content).restWords();
        switch (type) {
            case "port" -> {
                ports.define(name, alias.line());
                members.forEach(member -> addPort(name, member, alias.line()));
            }
            case "host", "network", "networkgroup", "" -> {
                addresses.define(name, alias.line());
                if (!off) {
                    members.forEach(member -> addAddress(name, member, alias.line()));
                }
            }
            default -> addresses.add(name, Addresses.unknown("alias " + name + " (" + type + ")"), alias.line());
        }
    }

    private void addPort(String name, String member, int line) {
        Optional<PortSet> range = port(member);
        if (range.isPresent()) {
            ports.add(name, Services.tcpAndUdp(PortSet.any(), range.get()), line);
        } else {
            ports.member(name, member, line);
        }
    }

    /// An address, a network, a range, another alias, or a host name; a leading `!` takes away.
    private void addAddress(String name, String member, int line) {
        Optional<AddressSet> set = AddressSet.parse(member);
        if (set.isPresent()) {
            addresses.add(name, Addresses.known(set.get()), line);
        } else if (member.startsWith("!")) {
            addresses.add(name, Addresses.unknown("alias " + name + " without " + member.substring(1)), line);
        } else if (isNetworkOf(member)) {
            addresses.add(name, network(member.substring("__".length(), member.indexOf("_network"))), line);
        } else {
            addresses.member(name, member, line); // a host name is an alias that is not there: not known
        }
    }

    /// OPNsense makes an alias for the network of each interface.
    private static boolean isNetworkOf(String member) {
        return member.startsWith("__") && member.endsWith("_network");
    }

    /// `502`, `502:510`, `502-510`.
    static Optional<PortSet> port(String text) {
        int apart = Math.max(text.indexOf(':'), text.indexOf('-'));
        boolean digits = !text.isEmpty() && Character.isDigit(text.charAt(0));
        if (!digits) {
            return Optional.empty(); // a name is an alias, whatever services are called so elsewhere
        }
        OptionalInt first = Protocols.port(apart < 0 ? text : text.substring(0, apart));
        OptionalInt last = apart < 0 ? first : Protocols.port(text.substring(apart + 1));
        return first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()
                ? Optional.empty()
                : Optional.of(PortSet.range(first.getAsInt(), last.getAsInt()));
    }

    /// A port, a range or an alias, for a protocol that has ports; empty text is any.
    Services services(String text) {
        if (text.isEmpty() || text.equals("any")) {
            return Services.any();
        }
        return port(text).map(set -> Services.tcpAndUdp(PortSet.any(), set)).orElseGet(() -> ports.of(text));
    }

    boolean hasInterface(String name) {
        return networks.containsKey(name);
    }

    InterfaceSet interfaces(List<String> names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            found.addAll(groups.getOrDefault(name, List.of(name)));
        }
        rules.spend(found.size());
        return InterfaceSet.of(found.toArray(String[]::new));
    }

    boolean isGroup(String name) {
        return groups.containsKey(name) || name.equals("openvpn") || name.equals("enc0") || name.equals("l2tp");
    }

    /// The network of an interface.
    private Addresses network(String name) {
        List<AddressSet> found = networks.getOrDefault(name, List.of());
        return found.isEmpty() ? Addresses.unknown("network of " + name) : Addresses.known(AddressSet.unionOf(found));
    }

    /// The device's own address at an interface.
    Addresses self(String name) {
        List<AddressSet> found = own.getOrDefault(name, List.of());
        return found.isEmpty() ? Addresses.unknown("address of " + name) : Addresses.known(AddressSet.unionOf(found));
    }

    /// `<source>` or `<destination>` of a rule.
    Addresses end(XmlNode end) {
        String network = end.value("network");
        String address = end.value("address");
        Addresses found = end.has("any") ? Addresses.any() : network.isEmpty() ? named(address) : special(network);
        boolean not = end.child("not").filter(SenseRule::isSet).isPresent();
        rules.spend(not ? found.size() : 0);
        return not ? found.complement(AddressSet.any()) : found;
    }

    private Addresses special(String network) {
        if (network.equals("any")) {
            return Addresses.any();
        }
        if (network.equals("(self)")) {
            return Addresses.union(
                    networks.keySet().stream().sorted().map(this::self).toList());
        }
        if (networks.containsKey(network)) {
            return network(network);
        }
        boolean ip = network.endsWith("ip") && networks.containsKey(network.substring(0, network.length() - 2));
        return ip ? self(network.substring(0, network.length() - 2)) : named(network);
    }

    /// An address, a network, or an alias.
    Addresses named(String text) {
        if (text.isEmpty() || text.equals("any")) {
            return text.isEmpty() ? Addresses.unknown("no address") : Addresses.any();
        }
        return AddressSet.parse(text).map(Addresses::known).orElseGet(() -> addresses.of(text));
    }

    /// A protocol's word as services; ports come behind it.
    static Services protocol(String word) {
        return switch (word) {
            case "", "any" -> Services.any();
            case "tcp/udp" -> Services.tcpAndUdp(PortSet.any(), PortSet.any());
            default -> {
                OptionalInt number = Protocols.protocol(word);
                yield number.isPresent()
                        ? Services.known(Service.of(number.getAsInt()))
                        : Services.unknown("protocol " + word);
            }
        };
    }
}
