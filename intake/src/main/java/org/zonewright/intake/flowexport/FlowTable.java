package org.zonewright.intake.flowexport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ServicePorts;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.Gathering;

/// Brings the two ways of a flow together and hands them on. An exporter tells each way by itself, and long flows in
/// pieces. Mutable; one thread; one file.
final class FlowTable {
    private static final String KIND = "flow";
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int MAX_FLOWS = 1_000_000;

    private record Ends(int vlan, int transport, Address low, int lowPort, Address high, int highPort) {}

    /// Side 0 is the lower end.
    private static final class Ways {
        private final long[] packets = new long[2];
        private final long[] octets = new long[2];
        private final long[] firsts = {Long.MAX_VALUE, Long.MAX_VALUE};
        private final long[] flags = new long[2];
        private long last = Long.MIN_VALUE;
        private int message;
    }

    private final Gathering into;
    private final Map<Ends, Ways> flows = new LinkedHashMap<>();
    private boolean sampled;

    FlowTable(Gathering into) {
        this.into = into;
    }

    /// Notes that only one packet in so many was looked at.
    void sampled(long interval) {
        sampled |= interval > 1;
    }

    /// Takes what an exporter says of itself.
    void options(FlowRecord record) {
        sampled(record.number(Element.SAMPLING_INTERVAL, record.number(Element.SAMPLING_PACKETS, 0)));
        into.unreadKind("options");
    }

    void add(FlowRecord record, Clock clock, int message) {
        Optional<Address> source = record.source();
        Optional<Address> destination = record.destination();
        long protocol = record.number(Element.PROTOCOL, -1);
        if (source.isEmpty() || destination.isEmpty() || protocol < 0 || protocol > 255) {
            into.leftOut(KIND, "address");
            return;
        }
        Transport transport = new Transport((int) protocol);
        int from = transport.hasPorts() ? (int) record.number(Element.SOURCE_PORT, 0) & 0xffff : -1;
        int to = transport.hasPorts() ? (int) record.number(Element.DESTINATION_PORT, 0) & 0xffff : -1;
        int order = source.get().compareTo(destination.get());
        boolean sourceIsLow = order < 0 || (order == 0 && from <= to);
        int vlan = (int) record.number(Element.VLAN, record.number(Element.DOT1Q_VLAN, 0)) & 0xfff;
        Ends ends = sourceIsLow
                ? new Ends(vlan, transport.number(), source.get(), from, destination.get(), to)
                : new Ends(vlan, transport.number(), destination.get(), to, source.get(), from);
        Ways ways = flows.get(ends);
        if (ways == null && flows.size() >= MAX_FLOWS) {
            into.leftOut(KIND, "too-many");
            return;
        }
        if (ways == null) {
            ways = new Ways();
            ways.message = message;
            flows.put(ends, ways);
        }
        take(ways, record, clock, sourceIsLow ? 0 : 1);
        links(record, vlan, source.get(), message);
        into.taken(KIND);
        into.show(source.get() + ":" + from + " > " + destination.get() + ":" + to + " " + transport.id());
    }

    private static void take(Ways ways, FlowRecord record, Clock clock, int side) {
        ways.packets[side] += record.count(Element.PACKETS, Element.TOTAL_PACKETS, false);
        ways.octets[side] += record.count(Element.OCTETS, Element.TOTAL_OCTETS, false);
        ways.flags[side] |= record.number(Element.TCP_FLAGS, 0);
        ways.firsts[side] = Math.min(ways.firsts[side], clock.first(record));
        ways.last = Math.max(ways.last, clock.last(record));
        if (record.hasWayBack()) {
            ways.packets[1 - side] += record.count(Element.PACKETS, Element.TOTAL_PACKETS, true);
            ways.octets[1 - side] += record.count(Element.OCTETS, Element.TOTAL_OCTETS, true);
            ways.firsts[1 - side] = Math.min(ways.firsts[1 - side], clock.first(record) + 1);
        }
    }

    private void links(FlowRecord record, int vlan, Address source, int message) {
        if (record.address(Element.SOURCE_MAC).orElse(null) instanceof MacAddress mac) {
            into.sighting(
                    vantage(vlan), mac, source, record.count(Element.PACKETS, Element.TOTAL_PACKETS, false), message);
        }
    }

    private VantagePoint vantage(int vlan) {
        return into.vantage(vlan == 0 ? List.of() : List.of(vlan));
    }

    /// Hands on all flows. The side that began earlier opened it, unless only the other port is one of a known
    /// service; exporters do not tell who sent the SYN.
    void finish() {
        flows.forEach((ends, ways) -> {
            int opener = opener(ends, ways);
            Transport transport = new Transport(ends.transport);
            Conversations.Ends directed = opener == 0
                    ? new Conversations.Ends(
                            vantage(ends.vlan), transport, ends.low, ends.high, ends.lowPort, ends.highPort, "")
                    : new Conversations.Ends(
                            vantage(ends.vlan), transport, ends.high, ends.low, ends.highPort, ends.lowPort, "");
            long first = Math.min(ways.firsts[0], ways.firsts[1]);
            Conversations.Volume volume = new Conversations.Volume(
                    ways.packets[opener],
                    ways.packets[1 - opener],
                    ways.octets[opener],
                    ways.octets[1 - opener],
                    first,
                    Math.max(first, ways.last));
            into.conversations()
                    .add(directed, volume, DirectionEvidence.FIRST_PACKET, outcome(ends, ways, opener), ways.message);
        });
        if (sampled) {
            into.leftOut("packet", "sampled");
        }
    }

    private static int opener(Ends ends, Ways ways) {
        Transport transport = new Transport(ends.transport);
        boolean lowServes = ServicePorts.isService(transport, ends.lowPort);
        boolean highServes = ServicePorts.isService(transport, ends.highPort);
        if (lowServes != highServes) {
            return lowServes ? 1 : 0;
        }
        return ways.firsts[0] <= ways.firsts[1] ? 0 : 1;
    }

    private static Outcome outcome(Ends ends, Ways ways, int opener) {
        boolean both = ways.packets[0] > 0 && ways.packets[1] > 0;
        if (ends.transport != Transport.TCP.number()) {
            return both ? Outcome.ESTABLISHED : Outcome.ONE_WAY;
        }
        long asked = ways.flags[opener];
        long answered = ways.flags[1 - opener];
        if (both && (answered & RST) != 0 && (answered & SYN) == 0 && (asked & SYN) != 0) {
            return Outcome.REJECTED;
        }
        if (!both) {
            return (asked & SYN) != 0 && ways.packets[opener] > 0 ? Outcome.ATTEMPTED : Outcome.ONE_WAY;
        }
        return Outcome.ESTABLISHED;
    }
}
