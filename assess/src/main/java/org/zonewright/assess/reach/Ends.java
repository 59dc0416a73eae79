package org.zonewright.assess.reach;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Match;
import org.zonewright.plant.Member;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.MacAddress;

/// Finds the nodes that an end of a flow, a rule or an admission means. An address that no line of the document and
/// no zone has means the outside.
final class Ends {
    private final Nodes nodes;
    private final Map<IpAddress, int[]> byAddress = new HashMap<>();
    private final Map<MacAddress, int[]> byMac = new HashMap<>();

    Ends(Nodes nodes) {
        this.nodes = nodes;
        for (PlantAsset asset : nodes.plant.assets()) {
            int node = nodes.asset(asset.id());
            for (Match match : asset.matches()) {
                match.ip().ifPresent(ip -> byAddress.merge(ip, new int[] {node}, Ends::joined));
                match.mac().ifPresent(mac -> byMac.merge(mac, new int[] {node}, Ends::joined));
            }
        }
    }

    private static int[] joined(int[] one, int[] two) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(two))
                .distinct()
                .toArray();
    }

    /// True if what the end means depends on more than ids of assets and zones.
    static boolean isByAddress(Endpoint end) {
        return !(end instanceof Endpoint.OfAsset || end instanceof Endpoint.OfZone);
    }

    /// The nodes, ascending; none where the document has no such item. `any` within a conduit means the zones that it
    /// joins and the outside; without one, every zone.
    int[] nodes(Endpoint end, Optional<Conduit> conduit) {
        return switch (end) {
            case Endpoint.OfAsset(var asset) -> one(nodes.asset(asset));
            case Endpoint.OfZone(ZoneId zone) -> {
                int number = nodes.zone(zone);
                yield number < 0 ? new int[0] : new int[] {nodes.nodeOfZone(number)};
            }
            case Endpoint.OfAddress(IpAddress ip, Optional<RealmId> realm) -> address(ip, realm);
            case Endpoint.OfNetwork(Cidr cidr, Optional<RealmId> realm) -> network(cidr, realm);
            case Endpoint.OfHardware(MacAddress mac) -> byMac.getOrDefault(mac, joinedBy(conduit));
            case Endpoint.Any() -> joined(joinedBy(conduit), one(nodes.outside()));
        };
    }

    private static int[] one(int node) {
        return node < 0 ? new int[0] : new int[] {node};
    }

    private int[] joinedBy(Optional<Conduit> conduit) {
        List<ZoneId> zones = conduit.map(Conduit::between)
                .orElseGet(() -> nodes.plant.zones().stream().map(Zone::id).toList());
        return zones.stream()
                .mapToInt(nodes::zone)
                .filter(zone -> zone >= 0)
                .map(nodes::nodeOfZone)
                .sorted()
                .distinct()
                .toArray();
    }

    private int[] address(IpAddress ip, Optional<RealmId> realm) {
        int[] owners = Arrays.stream(byAddress.getOrDefault(ip, new int[0]))
                .filter(node -> stands(node, ip, realm))
                .toArray();
        if (owners.length > 0) {
            return owners;
        }
        Optional<ZoneId> zone =
                nodes.lookup.zoneOf(realm.map(RealmId::value).orElse(""), DocumentAddresses.observed(ip));
        return one(zone.map(nodes::zone).map(nodes::nodeOfZone).orElse(nodes.outside()));
    }

    private boolean stands(int node, IpAddress ip, Optional<RealmId> realm) {
        return realm.isEmpty()
                || nodes.line(node).stream()
                        .flatMap(asset -> asset.matches().stream())
                        .anyMatch(match -> match.ip().equals(Optional.of(ip))
                                && (match.realm().isEmpty() || match.realm().equals(realm)));
    }

    /// Zones that share addresses with the network, and assets inside it that stand in none of them.
    private int[] network(Cidr cidr, Optional<RealmId> realm) {
        IntStream.Builder found = IntStream.builder();
        int zone = 0;
        for (Zone candidate : nodes.plant.zones()) {
            if (candidate.members().stream().anyMatch(member -> meets(member, cidr, realm))) {
                found.add(nodes.nodeOfZone(zone));
            }
            zone++;
        }
        int[] zones = found.build().toArray();
        int[] lone = byAddress.entrySet().stream()
                .filter(entry -> cidr.contains(entry.getKey()))
                .flatMapToInt(
                        entry -> Arrays.stream(entry.getValue()).filter(node -> stands(node, entry.getKey(), realm)))
                .filter(node -> nodes.home[node] == Nodes.NOWHERE
                        || Arrays.binarySearch(zones, nodes.nodeOfZone(nodes.home[node])) < 0)
                .sorted()
                .distinct()
                .toArray();
        int[] all = joined(lone, zones);
        return all.length == 0 ? one(nodes.outside()) : all;
    }

    private static boolean meets(Member member, Cidr cidr, Optional<RealmId> realm) {
        return switch (member) {
            case Member.OfNetwork(Cidr own, Optional<RealmId> in) ->
                isOneRealm(in, realm) && (own.contains(cidr.network()) || cidr.contains(own.network()));
            case Member.OfAddress(IpAddress ip, Optional<RealmId> in) -> isOneRealm(in, realm) && cidr.contains(ip);
            case Member.OfHardware hardware -> false;
            case Member.OfAsset asset -> false;
        };
    }

    private static boolean isOneRealm(Optional<RealmId> one, Optional<RealmId> two) {
        return one.isEmpty() || two.isEmpty() || one.equals(two);
    }
}
