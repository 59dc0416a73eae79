package org.zonewright.intake.config.panos;

import java.util.ArrayList;
import java.util.List;
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
import org.zonewright.intake.config.build.Words;
import org.zonewright.intake.config.build.XmlNode;

/// Addresses and services of one virtual system, and the shared ones where it has none of that name.
final class PanObjects {
    private final Groups<Addresses> addresses;
    private final Groups<Services> services;

    PanObjects(RulesetBuilder rules, XmlNode system, Optional<XmlNode> shared) {
        addresses = new Groups<>(rules, Groups.Kind.addresses());
        services = new Groups<>(rules, Groups.Kind.services());
        services.add("service-http", tcp(PortSet.unionOf(List.of(PortSet.of(80), PortSet.of(8080)))), 0);
        services.add("service-https", tcp(PortSet.of(443)), 0);
        shared.ifPresent(this::read);
        read(system);
    }

    private static Services tcp(PortSet ports) {
        return Services.known(Service.to(Service.TCP, ports));
    }

    private static List<XmlNode> entries(XmlNode node, String section) {
        return node.child(section).map(found -> found.children("entry")).orElse(List.of());
    }

    private void read(XmlNode from) {
        for (XmlNode entry : entries(from, "address")) {
            String name = entry.attribute("name");
            addresses.remove(name);
            addresses.add(name, address(name, entry), entry.line());
        }
        for (XmlNode entry : entries(from, "address-group")) {
            String name = entry.attribute("name");
            addresses.remove(name);
            addresses.define(name, entry.line());
            if (entry.has("dynamic")) {
                addresses.add(name, Addresses.unknown("dynamic address-group " + name), entry.line());
            }
            XmlNode members = entry.child("static").orElse(entry); // older versions have no `static`
            members.members().forEach(member -> addresses.member(name, member, entry.line()));
        }
        for (XmlNode entry : entries(from, "service")) {
            String name = entry.attribute("name");
            services.remove(name);
            services.add(name, service(name, entry), entry.line());
        }
        for (XmlNode entry : entries(from, "service-group")) {
            String name = entry.attribute("name");
            services.remove(name);
            services.define(name, entry.line());
            entry.child("members")
                    .orElse(entry)
                    .members()
                    .forEach(member -> services.member(name, member, entry.line()));
        }
    }

    private static Addresses address(String name, XmlNode entry) {
        Optional<AddressSet> set = entry.has("ip-wildcard")
                ? wildcard(entry.value("ip-wildcard"))
                : AddressSet.parse(entry.has("ip-range") ? entry.value("ip-range") : entry.value("ip-netmask"));
        String what = entry.has("fqdn") ? "fqdn " : "address ";
        return set.map(Addresses::known).orElseGet(() -> Addresses.unknown(what + name));
    }

    /// `10.0.0.5/0.0.255.0`: the ones of the mask are the bits that do not count.
    private static Optional<AddressSet> wildcard(String text) {
        int slash = text.indexOf('/');
        boolean known = slash > 0
                && Address.parse(text.substring(slash + 1))
                        .filter(Ipv4Address.class::isInstance)
                        .isPresent();
        return known ? WildcardMask.of(text.substring(0, slash), text.substring(slash + 1)) : Optional.empty();
    }

    private static Services service(String name, XmlNode entry) {
        List<Services> all = new ArrayList<>();
        for (XmlNode protocol : entry.child("protocol").map(XmlNode::children).orElse(List.of())) {
            OptionalInt number = Protocols.protocol(protocol.name());
            Optional<PortSet> to = ports(protocol.value("port"));
            Optional<PortSet> from =
                    protocol.has("source-port") ? ports(protocol.value("source-port")) : Optional.of(PortSet.any());
            boolean known = number.isPresent() && to.isPresent() && from.isPresent();
            all.add(
                    known
                            ? Services.known(new Service(number, from.get(), to.get()))
                            : Services.unknown("service " + name));
        }
        return all.isEmpty() ? Services.unknown("service " + name) : Services.union(all);
    }

    /// `502,44818-44820`.
    static Optional<PortSet> ports(String text) {
        List<PortSet> all = new ArrayList<>();
        for (String part : Words.parts(text)) {
            String word = part.strip();
            int dash = word.indexOf('-');
            OptionalInt first = Protocols.port(dash < 0 ? word : word.substring(0, dash));
            OptionalInt last = dash < 0 ? first : Protocols.port(word.substring(dash + 1));
            if (first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()) {
                return Optional.empty();
            }
            all.add(PortSet.range(first.getAsInt(), last.getAsInt()));
        }
        return Optional.of(PortSet.unionOf(all));
    }

    /// The members of a rule: objects, groups, or addresses themselves; what is neither (a region, a list from
    /// elsewhere) is not known.
    Addresses addresses(List<String> members) {
        return addresses.union(members.stream().map(this::address).toList());
    }

    private Addresses address(String name) {
        if (name.equals("any")) {
            return Addresses.any();
        }
        return addresses.has(name)
                ? addresses.of(name)
                : AddressSet.parse(name).map(Addresses::known).orElseGet(() -> Addresses.unknown("address " + name));
    }

    /// `application-default` is whatever ports the applications usually have.
    Services services(List<String> members) {
        return services.union(members.stream()
                .map(name -> switch (name) {
                    case "any" -> Services.any();
                    case "application-default" -> Services.any().only("service application-default");
                    default -> services.of(name);
                })
                .toList());
    }
}
