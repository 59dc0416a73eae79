package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.enforce.AddressMath;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Object groups of ASA and IOS, and services in the words of their access lists. One writer's; mutable.
final class CiscoObjects {
    private static final int NAME = 50;
    private static final int COMMENT = 90;

    /// ASA writes a network's line with `network-object`, IOS without.
    private final String lineStart;

    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    CiscoObjects(String lineStart) {
        this.lineStart = lineStart;
    }

    /// A group of addresses of one family, by its name.
    String group(String id, AddressSet set) {
        String name = "ZW-" + Plain.name(id, "-_", NAME);
        List<String> lines = new ArrayList<>();
        for (AddressMath.Prefix prefix : AddressMath.prefixes(set)) {
            lines.add(lineStart + network(prefix));
        }
        groups.put(name, lines);
        return name;
    }

    private static String network(AddressMath.Prefix prefix) {
        if (prefix.isSingle()) {
            return "host " + prefix.address();
        }
        return prefix.address() instanceof Ipv4Address ? prefix.address() + " " + mask(prefix.length()) : "" + prefix;
    }

    /// `255.255.255.0` for 24.
    static String mask(int length) {
        return new Ipv4Address(length == 0 ? 0 : -1 << (Integer.SIZE - length)).toString();
    }

    /// The groups as commands.
    String text() {
        StringBuilder text = new StringBuilder();
        groups.forEach((name, lines) -> {
            text.append("object-group network ").append(name).append('\n');
            lines.forEach(line -> text.append(' ').append(line).append('\n'));
        });
        return text.toString();
    }

    /// The word for the protocol: `tcp`, `ip`, or a number.
    static String protocol(Service service) {
        if (service.isAny()) {
            return "ip";
        }
        int number = service.protocol().getAsInt();
        return switch (number) {
            case Service.TCP, Service.UDP, Service.ICMP -> new Transport(number).id();
            case 132 -> "sctp";
            default -> "" + number;
        };
    }

    /// The conditions on the port, each with a blank before it, one rule each; an empty one is every port.
    static List<String> ports(Service service) {
        boolean hasPorts = !service.isAny() && new Transport(service.protocol().getAsInt()).hasPorts();
        if (!hasPorts || service.destination().isAny()) {
            return List.of("");
        }
        return service.destination().list().stream().map(CiscoObjects::port).toList();
    }

    private static String port(PortSet.Range range) {
        return range.first() == range.last() ? " eq " + range.first() : " range " + range.first() + " " + range.last();
    }

    static String remark(String text) {
        return Plain.comment(text, COMMENT);
    }
}
