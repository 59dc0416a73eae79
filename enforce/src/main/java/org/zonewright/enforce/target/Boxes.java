package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.enforce.AddressMath;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;

/// Packets as boxes that do not overlap, for targets whose rules have no order: what one rule lets be must be left
/// out of the others.
record Boxes(List<Box> list) {
    Boxes {
        list = List.copyOf(list);
    }

    /// Every combination of a source, a destination and a port; no part is empty.
    record Box(AddressSet source, AddressSet destination, PortSet ports) {}

    /// IPv4 to IPv4 and IPv6 to IPv6: no packet goes from one to the other.
    static Boxes ofFamilies(AddressSet source, AddressSet destination, PortSet ports) {
        List<Box> both = new ArrayList<>();
        add(AddressMath.four(source), AddressMath.four(destination), ports, both);
        add(AddressMath.six(source), AddressMath.six(destination), ports, both);
        return new Boxes(both);
    }

    private static void add(AddressSet source, AddressSet destination, PortSet ports, List<Box> into) {
        if (!source.isEmpty() && !destination.isEmpty() && !ports.isEmpty()) {
            into.add(new Box(source, destination, ports));
        }
    }

    /// Destinations are cut first: flows to different ones leave each other whole.
    Boxes minus(AddressSet source, AddressSet destination, PortSet ports) {
        List<Box> rest = new ArrayList<>();
        for (Box box : list) {
            AddressSet to = box.destination().intersect(destination);
            AddressSet from = box.source().intersect(source);
            PortSet at = box.ports().intersect(ports);
            if (to.isEmpty() || from.isEmpty() || at.isEmpty()) {
                rest.add(box);
            } else {
                add(box.source(), box.destination().minus(destination), box.ports(), rest);
                add(box.source().minus(source), to, box.ports(), rest);
                add(from, to, box.ports().intersect(ports.complement()), rest);
            }
        }
        return new Boxes(rest);
    }
}
