package org.zonewright.facts.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The packets of one family as bits of a diagram: destination, source, protocol, destination port, source port,
/// interface in, interface out, and whether the connection is open already.
final class PacketSpace {
    private static final int PROTOCOL_BITS = 8;

    /// The parts of a packet in the order of the variables.
    enum Part {
        DESTINATION,
        SOURCE,
        PROTOCOL,
        DESTINATION_PORT,
        SOURCE_PORT,
        IN,
        OUT,
        STATE
    }

    private final Family family;
    private final Diagram diagram;
    private final List<String> interfaces;
    private final int interfaceBits;
    private final Map<Part, Integer> first = new EnumMap<>(Part.class);
    private final int end;
    private final int valid;

    /// `names` are the interfaces that any rule or question names; all others are one to us.
    PacketSpace(Family family, SortedSet<String> names, Diagram diagram) {
        this.family = family;
        this.diagram = diagram;
        interfaces = List.copyOf(names);
        interfaceBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(interfaces.size()));
        int next = 0;
        for (Part part : Part.values()) {
            first.put(part, next);
            next += bits(part);
        }
        end = next;
        Ranges known = Ranges.of(interfaceBits, 0, 0, 0, interfaces.size());
        valid = diagram.and(of(Part.IN, known), of(Part.OUT, known));
    }

    Diagram diagram() {
        return diagram;
    }

    /// Every packet there can be.
    int all() {
        return valid;
    }

    private int bits(Part part) {
        return switch (part) {
            case DESTINATION, SOURCE -> family.bits();
            case PROTOCOL -> PROTOCOL_BITS;
            case DESTINATION_PORT, SOURCE_PORT -> PortSet.BITS;
            case IN, OUT -> interfaceBits;
            case STATE -> 1;
        };
    }

    private int firstOf(Part part) {
        return first.getOrDefault(part, end);
    }

    private int of(Part part, Ranges ranges) {
        return diagram.of(firstOf(part), ranges);
    }

    /// Packets that open a connection, or with `open` those of one that is open.
    int state(boolean open) {
        return of(Part.STATE, Ranges.of(1, 0, open ? 1 : 0, 0, open ? 1 : 0));
    }

    int interfaces(Part part, InterfaceSet set) {
        if (set.isAny()) {
            return valid;
        }
        List<Ranges> named = new ArrayList<>();
        for (String name : set.names()) {
            int number = Math.max(0, Collections.binarySearch(interfaces, name) + 1); // 0: one of the others
            named.add(Ranges.of(interfaceBits, 0, number, 0, number));
        }
        Ranges ranges = Ranges.unionOf(interfaceBits, named);
        return diagram.and(valid, of(part, set.except() ? ranges.complement() : ranges));
    }

    int addresses(Part part, AddressSet set) {
        return of(part, set.of(family));
    }

    int protocols(PortSet numbers) {
        Ranges known = numbers.ranges().intersect(Ranges.of(PortSet.BITS, 0, 0, 0, 255));
        List<Ranges> narrow = new ArrayList<>();
        for (int i = 0; i < known.count(); i++) {
            narrow.add(Ranges.of(PROTOCOL_BITS, 0, known.firstLow(i), 0, known.lastLow(i)));
        }
        return of(Part.PROTOCOL, Ranges.unionOf(PROTOCOL_BITS, narrow));
    }

    int service(Service service) {
        if (service.protocol().isEmpty()) {
            return valid;
        }
        int protocol = service.protocol().getAsInt();
        int set = of(Part.PROTOCOL, Ranges.of(PROTOCOL_BITS, 0, protocol, 0, protocol));
        set = diagram.and(set, of(Part.DESTINATION_PORT, service.destination().ranges()));
        return diagram.and(set, of(Part.SOURCE_PORT, service.source().ranges()));
    }

    /// The packets that a rule matches, its open conditions taken as given.
    int match(Match match) {
        int set = diagram.and(addresses(Part.DESTINATION, match.destination()), addresses(Part.SOURCE, match.source()));
        if (!match.isAnyService()) {
            int services = Diagram.FALSE;
            for (Service service : match.services()) {
                services = diagram.or(services, service(service));
            }
            set = diagram.and(set, services);
        }
        set = diagram.and(set, diagram.and(interfaces(Part.IN, match.in()), interfaces(Part.OUT, match.out())));
        Set<Match.State> states = match.states();
        if (!states.isEmpty()) {
            int asked = Diagram.FALSE;
            if (states.contains(Match.State.NEW)) {
                asked = state(false);
            }
            if (states.contains(Match.State.ESTABLISHED)) {
                asked = diagram.or(asked, state(true));
            }
            set = diagram.and(set, asked);
        }
        return set;
    }

    int box(Box box) {
        int set = diagram.and(addresses(Part.DESTINATION, box.destination()), addresses(Part.SOURCE, box.source()));
        set = diagram.and(set, protocols(box.protocols()));
        set = diagram.and(set, of(Part.DESTINATION_PORT, box.destinationPorts().ranges()));
        set = diagram.and(set, of(Part.SOURCE_PORT, box.sourcePorts().ranges()));
        return diagram.and(set, diagram.and(interfaces(Part.IN, box.in()), interfaces(Part.OUT, box.out())));
    }

    /// A set as boxes that do not overlap, at most `limit` of them; what the state of the connection says is left out.
    List<Box> boxes(int set, int limit) {
        List<Box> found = new ArrayList<>();
        split(set, 0, new EnumMap<>(Part.class), found, limit);
        return found;
    }

    /// The packets that answer those of `set`: ends, ports and interfaces changed about, whatever the state.
    ///
    /// @throws Diagram.TooManyNodes if there are more than `limit` boxes of them
    int turned(int set, int limit) {
        List<Box> boxes = boxes(set, limit + 1);
        if (boxes.size() > limit) {
            throw new Diagram.TooManyNodes();
        }
        int turned = Diagram.FALSE;
        for (Box box : boxes) {
            turned = diagram.or(
                    turned,
                    box(new Box(
                            box.family(),
                            box.destination(),
                            box.source(),
                            box.protocols(),
                            box.destinationPorts(),
                            box.sourcePorts(),
                            box.out(),
                            box.in())));
        }
        return turned;
    }

    private void split(int set, int part, Map<Part, Ranges> chosen, List<Box> found, int limit) {
        if (set == Diagram.FALSE || found.size() >= limit) {
            return;
        }
        List<Part> parts = List.of(Part.values());
        if (parts.get(part) == Part.STATE) {
            found.add(box(chosen));
            return;
        }
        Part here = parts.get(part);
        Map<Integer, List<Ranges>> groups = new TreeMap<>();
        group(set, here, 0, 0, 0, groups);
        groups.forEach((next, ranges) -> {
            chosen.put(here, Ranges.unionOf(bits(here), ranges));
            split(next, part + 1, chosen, found, limit);
        });
    }

    /// Brings the values of one part together that lead to the same rest.
    private void group(int set, Part part, int bit, long high, long low, Map<Integer, List<Ranges>> groups) {
        if (set == Diagram.FALSE) {
            return;
        }
        int bits = bits(part);
        if (bit == bits || diagram.variable(set) >= firstOf(part) + bits) {
            int free = bits - bit;
            long lowMask = free >= Long.SIZE ? -1 : (1L << free) - 1;
            long highMask = free <= Long.SIZE ? 0 : free == 2 * Long.SIZE ? -1 : (1L << (free - Long.SIZE)) - 1;
            groups.computeIfAbsent(set, any -> new ArrayList<>())
                    .add(Ranges.of(bits, high, low, high | highMask, low | lowMask));
            return;
        }
        boolean asks = diagram.variable(set) == firstOf(part) + bit;
        int place = bits - 1 - bit;
        long highBit = place >= Long.SIZE ? 1L << (place - Long.SIZE) : 0;
        long lowBit = place >= Long.SIZE ? 0 : 1L << place;
        group(asks ? diagram.low(set) : set, part, bit + 1, high, low, groups);
        group(asks ? diagram.high(set) : set, part, bit + 1, high | highBit, low | lowBit, groups);
    }

    private Box box(Map<Part, Ranges> chosen) {
        return new Box(
                family,
                AddressSet.of(family, ranges(chosen, Part.SOURCE)),
                AddressSet.of(family, ranges(chosen, Part.DESTINATION)),
                widened(ranges(chosen, Part.PROTOCOL)),
                PortSet.of(ranges(chosen, Part.SOURCE_PORT)),
                PortSet.of(ranges(chosen, Part.DESTINATION_PORT)),
                names(ranges(chosen, Part.IN)),
                names(ranges(chosen, Part.OUT)));
    }

    private Ranges ranges(Map<Part, Ranges> chosen, Part part) {
        return chosen.getOrDefault(part, Ranges.none(bits(part)));
    }

    private static PortSet widened(Ranges protocols) {
        List<PortSet> all = new ArrayList<>();
        for (int i = 0; i < protocols.count(); i++) {
            all.add(PortSet.range((int) protocols.firstLow(i), (int) protocols.lastLow(i)));
        }
        return PortSet.unionOf(all);
    }

    /// Number 0 is every interface without a name here.
    private InterfaceSet names(Ranges numbers) {
        boolean others = numbers.contains(0, 0);
        SortedSet<String> names = new TreeSet<>();
        for (int i = 0; i < interfaces.size(); i++) {
            if (numbers.contains(0, i + 1) != others) {
                names.add(interfaces.get(i));
            }
        }
        return new InterfaceSet(names, others);
    }
}
