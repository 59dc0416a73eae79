package org.zonewright.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.Openings;
import org.zonewright.assess.enforcement.Openings.Opening;
import org.zonewright.assess.enforcement.RuleRef;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.reach.Enforced;
import org.zonewright.assess.reach.EnforcedEdge;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Match;
import org.zonewright.plant.NatRule;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Port;

/// What configurations let through, as reach takes it: for every network conduit that a configured device enforces and
/// each direction, the openings of all devices on the way together.
///
/// A conduit is known where everything about it is: no device lacks a configuration, and the openings are all there. An
/// opening for single addresses is one for the assets that have them; one for a range is one for the whole zone, which
/// says more than the rule where the zone is larger. What reaches an address that nobody is known at is left out.
final class EnforcedWays {
    private static final int MOST_OPENINGS = 500;
    private static final int MOST_ADDRESSES = 32;
    private static final int MOST_PORTS = 32;

    private final Map<Address, Set<AssetId>> documented = new HashMap<>();
    private final List<NatRule> translations;
    private final Set<Address> observed;

    private EnforcedWays(Plant plant, Inventory inventory, Placement placement) {
        translations = plant.nat();
        Map<String, AssetId> lines = new HashMap<>();
        placement.assets().forEach((id, placed) -> placed.documented().ifPresent(line -> lines.put(id, line)));
        for (PlantAsset asset : plant.assets()) {
            for (Match match : asset.matches()) {
                match.ip().map(DocumentAddresses::observed).ifPresent(ip -> put(ip, asset.id()));
            }
        }
        for (Asset asset : inventory.assets()) {
            AssetId line = lines.get(asset.id());
            if (line != null) {
                asset.addresses().forEach(address -> put(address, line));
            }
        }
        observed = inventory.assets().stream()
                .flatMap(asset -> asset.addresses().stream())
                .collect(Collectors.toSet());
    }

    private void put(Address address, AssetId asset) {
        documented.computeIfAbsent(address, any -> new TreeSet<>()).add(asset);
    }

    static Enforced of(Plant plant, Inventory inventory, Placement placement, EnforcedConduits configured) {
        if (configured.isUnknown()) {
            return Enforced.UNKNOWN;
        }
        EnforcedWays ways = new EnforcedWays(plant, inventory, placement);
        List<EnforcedEdge> edges = new ArrayList<>();
        Set<ConduitId> known = new TreeSet<>();
        for (Conduit conduit : plant.conduits()) {
            boolean network = conduit.kind() == ConduitKind.NETWORK || conduit.kind() == ConduitKind.WIRELESS;
            if (network && conduit.enforcedBy().stream().anyMatch(configured::isConfigured)) {
                boolean whole = true;
                for (ZoneId from : conduit.between()) {
                    for (ZoneId to : conduit.between()) {
                        if (!from.equals(to)) {
                            Openings openings = configured.openings(
                                    configured.route(conduit.id()), from, to, List.of(), MOST_OPENINGS);
                            whole &= openings.complete() && openings.missing().isEmpty();
                            openings.openings().forEach(opening -> ways.add(conduit.id(), from, to, opening, edges));
                        }
                    }
                }
                if (whole) {
                    known.add(conduit.id());
                }
            }
        }
        return new Enforced(edges, known);
    }

    private void add(ConduitId conduit, ZoneId from, ZoneId to, Opening opening, List<EnforcedEdge> into) {
        if (opening.rules().isEmpty()) {
            return;
        }
        RuleRef first = opening.rules().getFirst();
        String rule = opening.rules().stream().map(RuleRef::rule).distinct().collect(Collectors.joining(", "));
        List<Endpoint> senders = ends(opening.box().source(), from, true);
        List<Endpoint> answerers = ends(opening.box().destination(), to, false);
        for (Optional<Port> port :
                ports(opening.box().protocols(), opening.box().destinationPorts())) {
            for (Endpoint sender : senders) {
                for (Endpoint answerer : answerers) {
                    into.add(new EnforcedEdge(sender, answerer, port, first.device(), rule, Optional.of(conduit)));
                }
            }
        }
    }

    /// The ends that a set of addresses means within a zone. Whoever stands in a zone may take an address that nobody
    /// has, so as a sender it means the zone.
    private List<Endpoint> ends(AddressSet addresses, ZoneId zone, boolean sends) {
        if (addresses.isAny() || addresses.rangeCount() > MOST_ADDRESSES) {
            return List.of(new Endpoint.OfZone(zone));
        }
        Set<AssetId> assets = new TreeSet<>();
        boolean whole = false;
        for (AddressSet.Range range : addresses.ranges()) {
            boolean single = range.first().equals(range.last());
            Set<AssetId> owners = single ? owners(range.first()) : Set.of();
            assets.addAll(owners);
            whole |= !single || (owners.isEmpty() && (sends || isKnown(range.first())));
        }
        return whole
                ? List.of(new Endpoint.OfZone(zone))
                : assets.stream().<Endpoint>map(Endpoint.OfAsset::new).toList();
    }

    /// The documented assets with an address, or behind it where it stands for one of another realm.
    private Set<AssetId> owners(Address address) {
        Set<AssetId> own = documented.getOrDefault(address, Set.of());
        if (!own.isEmpty()) {
            return own;
        }
        return translations.stream()
                .filter(rule ->
                        rule.outside().prefix() == rule.outside().network().bitLength())
                .filter(rule ->
                        DocumentAddresses.observed(rule.outside().network()).equals(address))
                .map(rule -> DocumentAddresses.observed(rule.inside().network()))
                .flatMap(inside -> documented.getOrDefault(inside, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// True if somebody was seen at the address, or it stands for one of another realm.
    private boolean isKnown(Address address) {
        return observed.contains(address)
                || translations.stream().anyMatch(rule -> DocumentAddresses.ip(address)
                        .filter(rule.outside()::contains)
                        .isPresent());
    }

    private static List<Optional<Port>> ports(PortSet protocols, PortSet ports) {
        if (protocols.isAny()) {
            return List.of(Optional.empty());
        }
        List<Optional<Port>> all = new ArrayList<>();
        for (PortSet.Range range : protocols.list()) {
            for (int protocol = range.first(); protocol <= range.last(); protocol++) {
                if (all.size() > MOST_PORTS) {
                    return List.of(Optional.empty());
                }
                add(protocol, ports, all);
            }
        }
        return all;
    }

    private static void add(int protocol, PortSet ports, List<Optional<Port>> into) {
        Optional<Port.Transport> transport =
                switch (protocol) {
                    case 6 -> Optional.of(Port.Transport.TCP);
                    case 17 -> Optional.of(Port.Transport.UDP);
                    case 132 -> Optional.of(Port.Transport.SCTP);
                    default -> Optional.empty();
                };
        if (transport.isEmpty()) {
            into.add(Optional.of(new Port.IpProtocol(protocol)));
        } else if (ports.isAny() || ports.list().size() > MOST_PORTS) {
            into.add(Optional.of(new Port.Range(transport.get(), 0, 0xffff)));
        } else {
            ports.list()
                    .forEach(range ->
                            into.add(Optional.of(new Port.Range(transport.get(), range.first(), range.last()))));
        }
    }
}
