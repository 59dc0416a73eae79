package org.zonewright.intake.config.fortinet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.Groups;
import org.zonewright.intake.config.build.NetworkMask;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.WildcardMask;

/// Addresses, groups of them and virtual addresses of one virtual domain.
final class FortiObjects {
    private final RulesetBuilder rules;
    private final Groups<Addresses> addresses;
    private final Map<String, VirtualAddress> virtual = new HashMap<>();
    private final Map<String, List<String>> virtualGroups = new HashMap<>();

    /// An address that stands for another; with ports only these are translated. The services are those behind it.
    record VirtualAddress(
            String name,
            AddressSet outside,
            AddressSet inside,
            Optional<Service> outsidePort,
            Optional<Services> insidePort,
            String at,
            int line) {}

    FortiObjects(RulesetBuilder rules, FortiBlock domain) {
        this.rules = rules;
        addresses = new Groups<>(rules, Groups.Kind.addresses());
        addresses.add("all", Addresses.any(), 0);
        addresses.add("any", Addresses.any(), 0);
        addresses.add("none", Addresses.none(), 0);
        domain.entries("firewall address").forEach(entry -> addresses.add(entry.name(), four(entry), entry.line()));
        domain.entries("firewall address6")
                .forEach(entry -> addresses.add(six(entry.name()), six(entry), entry.line()));
        addresses.add(six("all"), Addresses.any(), 0);
        addresses.add(six("none"), Addresses.none(), 0);
        domain.entries("firewall addrgrp").forEach(entry -> group(entry, ""));
        domain.entries("firewall addrgrp6").forEach(entry -> group(entry, "IPv6 "));
        domain.entries("firewall vip").forEach(this::virtual);
        domain.entries("firewall vipgrp").forEach(entry -> virtualGroups.put(entry.name(), entry.all("member")));
    }

    /// Addresses of the two families have names of their own.
    private static String six(String name) {
        return "IPv6 " + name;
    }

    private void group(FortiBlock entry, String family) {
        String name = family + entry.name();
        addresses.define(name, entry.line());
        boolean excludes = entry.is("exclude", "enable");
        if (!excludes) {
            entry.all("member").forEach(member -> addresses.member(name, family + member, entry.line()));
            return;
        }
        String whole = name + " before exclusions";
        String left = name + " exclusions";
        addresses.define(whole, entry.line());
        addresses.define(left, entry.line());
        entry.all("member").forEach(member -> addresses.member(whole, family + member, entry.line()));
        entry.all("exclude-member").forEach(member -> addresses.member(left, family + member, entry.line()));
        addresses.later(name, () -> addresses.of(whole).minus(addresses.of(left)), entry.line());
    }

    private static Addresses four(FortiBlock entry) {
        Optional<AddressSet> set =
                switch (entry.one("type")) {
                    case "", "ipmask", "interface-subnet" -> subnet(entry.all("subnet"));
                    case "iprange" -> AddressSet.parse(entry.one("start-ip") + "-" + entry.one("end-ip"));
                    case "wildcard" -> wildcard(entry.all("wildcard"));
                    default -> Optional.empty();
                };
        return set.map(Addresses::known).orElseGet(() -> unknown(entry));
    }

    private static Addresses unknown(FortiBlock entry) {
        String what = entry.one("type").isEmpty() ? "address" : entry.one("type");
        return Addresses.unknown(what + " " + entry.name());
    }

    /// `10.0.0.0 255.0.0.0`, `10.0.0.0/8`, and every address where nothing is set.
    static Optional<AddressSet> subnet(List<String> words) {
        return switch (words.size()) {
            case 0 -> Optional.of(AddressSet.anyIpv4());
            case 1 -> AddressSet.parse(words.getFirst());
            default -> NetworkMask.network(words.getFirst(), words.get(1));
        };
    }

    /// Here the ones of the mask are the bits that count.
    private static Optional<AddressSet> wildcard(List<String> words) {
        if (words.size() != 2) {
            return Optional.empty();
        }
        return Address.parse(words.get(1))
                .filter(Ipv4Address.class::isInstance)
                .map(mask -> new Ipv4Address(~((Ipv4Address) mask).bits()))
                .flatMap(mask -> WildcardMask.of(words.getFirst(), mask.toString()));
    }

    private static Addresses six(FortiBlock entry) {
        Optional<AddressSet> set =
                switch (entry.one("type")) {
                    case "", "ipprefix" ->
                        entry.one("ip6").isEmpty()
                                ? Optional.of(AddressSet.anyIpv6())
                                : AddressSet.parse(entry.one("ip6"));
                    case "iprange" -> AddressSet.parse(entry.one("start-ip") + "-" + entry.one("end-ip"));
                    default -> Optional.empty();
                };
        return set.map(Addresses::known).orElseGet(() -> unknown(entry));
    }

    private void virtual(FortiBlock entry) {
        Optional<AddressSet> outside = AddressSet.parse(entry.one("extip"));
        Optional<AddressSet> inside = AddressSet.parse(entry.one("mappedip"));
        boolean ports = entry.is("portforward", "enable");
        Optional<PortSet> from = FortiServices.ports(entry.one("extport"));
        Optional<PortSet> to = entry.one("mappedport").isEmpty() ? from : FortiServices.ports(entry.one("mappedport"));
        boolean simple = entry.one("type").isEmpty() || entry.is("type", "static-nat");
        if (!simple || outside.isEmpty() || inside.isEmpty() || (ports && (from.isEmpty() || to.isEmpty()))) {
            addresses.add(entry.name(), Addresses.unknown("vip " + entry.name()), entry.line());
            rules.unread(entry.line(), "vip " + entry.name(), false);
            return;
        }
        int protocol =
                switch (entry.one("protocol")) {
                    case "udp" -> Service.UDP;
                    case "sctp" -> 132;
                    default -> Service.TCP;
                };
        virtual.put(
                entry.name(),
                new VirtualAddress(
                        entry.name(),
                        outside.get(),
                        inside.get(),
                        ports ? from.map(set -> Service.to(protocol, set)) : Optional.empty(),
                        ports ? to.map(set -> Services.known(Service.to(protocol, set))) : Optional.empty(),
                        entry.one("extintf"),
                        entry.line()));
    }

    /// The virtual addresses among the names of a destination, groups of them opened.
    List<VirtualAddress> virtualOf(List<String> names) {
        List<VirtualAddress> found = new ArrayList<>();
        for (String name : names) {
            for (String member : virtualGroups.getOrDefault(name, List.of(name))) {
                Optional.ofNullable(virtual.get(member)).ifPresent(found::add);
            }
        }
        rules.spend(found.size());
        return found;
    }

    List<VirtualAddress> virtual() {
        return virtual.values().stream()
                .sorted(Comparator.comparingInt(VirtualAddress::line))
                .toList();
    }

    boolean isVirtual(String name) {
        return virtual.containsKey(name) || virtualGroups.containsKey(name);
    }

    /// The addresses of these names that are not virtual.
    Addresses of(List<String> names, boolean sixth) {
        return addresses.union(names.stream()
                .filter(name -> !isVirtual(name))
                .map(name -> addresses.of(sixth ? six(name) : name))
                .toList());
    }
}
