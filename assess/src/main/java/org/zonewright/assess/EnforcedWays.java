package org.zonewright.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.Openings;
import org.zonewright.assess.enforcement.Openings.Opening;
import org.zonewright.assess.enforcement.Route;
import org.zonewright.assess.enforcement.RuleRef;
import org.zonewright.assess.reach.Enforced;
import org.zonewright.assess.reach.EnforcedEdge;
import org.zonewright.facts.policy.Box;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Port;

/// Hands what firewalls let through to the engine of reach: an edge for each opening and service. A conduit counts as
/// known where everything that it lets through is said exactly.
final class EnforcedWays {
    private static final int MOST_BOXES = 500;
    /// Ranges of ports of one opening; more count as all ports, which says more than the rule.
    private static final int MOST_PORTS = 64;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;
    private static final int PROTOCOLS = 256;

    private final EnforcedConduits enforced;
    private final List<EnforcedEdge> edges = new ArrayList<>();

    private EnforcedWays(EnforcedConduits enforced) {
        this.enforced = enforced;
    }

    static Enforced of(Plant plant, EnforcedConduits enforced) {
        if (enforced.isUnknown()) {
            return Enforced.UNKNOWN;
        }
        EnforcedWays ways = new EnforcedWays(enforced);
        Set<ConduitId> known = new TreeSet<>();
        for (Conduit conduit : plant.conduits()) {
            if (ways.isKnown(conduit)) {
                known.add(conduit.id());
            }
        }
        return new Enforced(ways.edges, known);
    }

    private boolean isKnown(Conduit conduit) {
        Route route = enforced.route(conduit.id());
        boolean network = conduit.kind() == ConduitKind.NETWORK || conduit.kind() == ConduitKind.WIRELESS;
        if (!network || route.isNone()) {
            return false;
        }
        boolean known = true;
        for (ZoneId from : conduit.between()) {
            for (ZoneId to : conduit.between()) {
                if (!from.equals(to)) {
                    Openings openings = enforced.openings(route, from, to, List.of(), MOST_BOXES);
                    known &= openings.complete() && openings.missing().isEmpty();
                    openings.openings().forEach(opening -> edges(conduit.id(), route, from, to, opening));
                }
            }
        }
        return known;
    }

    private void edges(ConduitId conduit, Route route, ZoneId from, ZoneId to, Opening opening) {
        Box box = opening.box();
        Optional<RuleRef> rule = opening.rules().stream().findFirst();
        List<Endpoint> clients = enforced.behind(route, from, box.source());
        List<Endpoint> servers = enforced.behind(route, to, box.destination());
        for (Optional<Port> port : ports(box)) {
            for (Endpoint client : clients) {
                for (Endpoint server : servers) {
                    edges.add(new EnforcedEdge(
                            client,
                            server,
                            port,
                            rule.map(RuleRef::device).orElse(route.devices().getFirst()),
                            rule.map(RuleRef::rule).orElse(""),
                            Optional.of(conduit)));
                }
            }
        }
    }

    /// The services of a box; empty for every service.
    private static List<Optional<Port>> ports(Box box) {
        boolean everyPort = box.destinationPorts().isAny();
        List<Optional<Port>> ports = new ArrayList<>();
        int protocols = 0;
        for (int protocol = 0; protocol < PROTOCOLS; protocol++) {
            if (box.protocols().contains(protocol)) {
                protocols++;
                add(protocol, box.destinationPorts(), ports);
            }
        }
        // ICMP and IGMP are never asked for, so everything else is every service that counts.
        return everyPort && protocols >= PROTOCOLS - 4 ? List.of(Optional.empty()) : ports;
    }

    private static void add(int protocol, PortSet set, List<Optional<Port>> ports) {
        Optional<Port.Transport> transport =
                switch (protocol) {
                    case TCP -> Optional.of(Port.Transport.TCP);
                    case UDP -> Optional.of(Port.Transport.UDP);
                    case SCTP -> Optional.of(Port.Transport.SCTP);
                    default -> Optional.empty();
                };
        if (transport.isEmpty()) {
            ports.add(Optional.of(new Port.IpProtocol(protocol)));
            return;
        }
        List<PortSet.Range> ranges =
                set.list().size() > MOST_PORTS ? PortSet.any().list() : set.list();
        ranges.forEach(range -> ports.add(Optional.of(new Port.Range(transport.get(), range.first(), range.last()))));
    }
}
