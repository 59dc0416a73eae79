package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.NewLines;
import org.zonewright.assess.partition.Exchanges.Exchange;
import org.zonewright.assess.partition.ProposedFlow.FlowEnd;
import org.zonewright.assess.partition.ProposedFlow.OneAsset;
import org.zonewright.assess.partition.ProposedFlow.Removal;
import org.zonewright.assess.partition.ProposedFlow.WholeZone;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;

/// Proposes a conduit for every pair of zones between which traffic went through, and its flows: one for each server,
/// service and opening asset, or opening zone where most of its stations open the same.
final class ConduitProposals {
    private static final Set<String> CLEARTEXT = Set.of("telnet", "ftp", "tftp", "rlogin", "rsh", "vnc", "snmp");
    private static final Set<Nature> DEVICES = EnumSet.of(Nature.CONTROL, Nature.NETWORK);
    private static final int FEW = 2;
    private static final int NOWHERE = -1;
    private static final int MOST_REASONS = 6;

    private record Pair(int one, int other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair right) {
            int order = Integer.compare(one, right.one);
            return order != 0 ? order : Integer.compare(other, right.other);
        }
    }

    /// A server and a service that some zone opens.
    private record Service(int fromZone, int toZone, String server, String service, String protocol)
            implements Comparable<Service> {
        private String key() {
            return server + " " + service + " " + protocol;
        }

        @Override
        public int compareTo(Service other) {
            int order = Integer.compare(fromZone, other.fromZone);
            return order != 0 ? order : key().compareTo(other.key());
        }
    }

    private final List<ProposedZone> zones;
    private final Map<String, Asset> assets;
    private final Map<String, AssetId> names;
    private final Natures natures;
    private final Map<String, Integer> zoneOf = new HashMap<>();
    private final boolean hasDmz;
    private final boolean hasOperations;
    private final Map<String, Integer> flowIds = Words.nothingTaken();
    private final Map<String, Integer> conduitIds = Words.nothingTaken();

    private ConduitProposals(List<ProposedZone> zones, Inventory inventory, Natures natures) {
        this.natures = natures;
        this.names = AssetNames.of(inventory);
        this.zones = zones;
        this.assets = inventory.assetsById();
        for (int i = 0; i < zones.size(); i++) {
            int index = i;
            zones.get(i).assets().forEach(asset -> zoneOf.put(asset, index));
            conduitIds.put(zones.get(i).id(), 1);
        }
        hasOperations = zones.stream().anyMatch(zone -> zone.function() == ZoneFunction.OPERATIONS);
        hasDmz = zones.stream().anyMatch(zone -> zone.function() == ZoneFunction.DMZ);
    }

    static List<ProposedConduit> propose(
            List<ProposedZone> zones, Inventory inventory, Exchanges exchanges, Natures natures, Routers routers) {
        ConduitProposals proposals = new ConduitProposals(zones, inventory, natures);
        Map<Pair, Map<Service, List<Exchange>>> crossing = new TreeMap<>();
        exchanges.stream().forEach(one -> {
            Conversation seen = one.conversation();
            int from = proposals.zoneOf(one.client(), seen.realm(), seen.clientAddress());
            int to = proposals.zoneOf(one.server(), seen.realm(), seen.serverAddress());
            if (from != NOWHERE && to != NOWHERE && from != to) {
                crossing.computeIfAbsent(new Pair(Math.min(from, to), Math.max(from, to)), any -> new TreeMap<>())
                        .computeIfAbsent(
                                new Service(
                                        from,
                                        to,
                                        one.server(),
                                        one.service(),
                                        one.conversation().protocol()),
                                any -> new ArrayList<>())
                        .add(one);
            }
        });
        List<ProposedConduit> conduits = new ArrayList<>();
        crossing.forEach((pair, services) -> conduits.add(proposals.conduit(pair, services, routers)));
        return conduits;
    }

    /// The zone of an asset. One between networks has none, and what it says for itself counts to the network of the
    /// address that it uses.
    private int zoneOf(String asset, String realm, Address address) {
        Integer own = zoneOf.get(asset);
        return own != null
                ? own
                : DocumentAddresses.ip(address).map(ip -> zoneOf(realm, ip)).orElse(NOWHERE);
    }

    private int zoneOf(String realm, IpAddress address) {
        int found = NOWHERE;
        int longest = -1;
        for (int i = 0; i < zones.size(); i++) {
            for (String network :
                    zones.get(i).realm().equals(realm) ? zones.get(i).cidrs() : List.<String>of()) {
                Cidr cidr = Cidr.parse(network);
                if (cidr.prefix() > longest && cidr.contains(address)) {
                    found = i;
                    longest = cidr.prefix();
                }
            }
        }
        return found;
    }

    private ProposedConduit conduit(Pair pair, Map<Service, List<Exchange>> services, Routers routers) {
        ProposedZone one = zones.get(pair.one());
        ProposedZone other = zones.get(pair.other());
        List<ProposedFlow> flows = new ArrayList<>();
        services.forEach((service, exchanges) -> flows.addAll(flows(service, exchanges)));
        Routers.Between between = routers.between(one, other);
        List<Reason> because = new ArrayList<>();
        flows.stream().limit(MOST_REASONS).map(ProposedFlow::reason).forEach(because::add);
        because.addAll(between.reasons());
        return new ProposedConduit(
                Words.unique(one.id() + "-" + other.id(), conduitIds),
                one.id(),
                other.id(),
                between.members(),
                between.enforcers(),
                flows,
                Reason.because(Text.of("partition.conduit", one.id(), other.id(), flows.size()), because));
    }

    private List<ProposedFlow> flows(Service service, List<Exchange> exchanges) {
        Map<String, List<Exchange>> byClient = new TreeMap<>();
        exchanges.forEach(one ->
                byClient.computeIfAbsent(one.client(), any -> new ArrayList<>()).add(one));
        ProposedZone from = zones.get(service.fromZone());
        boolean most =
                byClient.size() > FEW && byClient.size() * 2 >= from.assets().size();
        if (most) {
            return List.of(flow(service, new WholeZone(from.id()), exchanges));
        }
        return byClient.entrySet().stream()
                .map(entry -> flow(service, new OneAsset(entry.getKey()), entry.getValue()))
                .toList();
    }

    private ProposedFlow flow(Service service, FlowEnd from, List<Exchange> exchanges) {
        String fromWord = from instanceof WholeZone ? from.id() : label(from.id());
        String id = NewLines.id("f-" + fromWord + "-" + label(service.server()) + "-"
                + (service.protocol().isEmpty() ? service.service() : service.protocol()));
        Reason reason = new Reason(
                Text.of(
                        "partition.flow",
                        fromWord,
                        label(service.server()),
                        service.protocol(),
                        service.service(),
                        exchanges.size()),
                exchanges.stream()
                        .map(one -> one.conversation().first())
                        .limit(3)
                        .toList(),
                List.of());
        return new ProposedFlow(
                Words.unique(id, flowIds),
                from,
                new OneAsset(service.server()),
                service.protocol(),
                service.service(),
                exchanges.stream().flatMap(one -> one.classes().stream()).toList(),
                removal(service),
                reason);
    }

    private String label(String asset) {
        return Optional.ofNullable(names.get(asset)).map(AssetId::value).orElse(asset);
    }

    private List<Removal> removal(Service service) {
        Set<Removal> why = new TreeSet<>();
        ZoneFunction from = zones.get(service.fromZone()).function();
        ZoneFunction to = zones.get(service.toZone()).function();
        Set<ZoneFunction> both = new HashSet<>(List.of(from, to));
        boolean plant = both.contains(ZoneFunction.CONTROL) || both.contains(ZoneFunction.OPERATIONS);
        if (plant && both.contains(ZoneFunction.EXTERNAL)) {
            why.add(Removal.EXTERNAL);
        }
        if (plant && both.contains(ZoneFunction.ENTERPRISE)) {
            why.add(Removal.BUSINESS_TO_CONTROL);
        }
        if (both.equals(Set.of(ZoneFunction.DMZ, ZoneFunction.CONTROL)) && hasOperations) {
            why.add(Removal.SKIPS_OPERATIONS);
        } else if (!why.isEmpty() && hasDmz) {
            why.add(Removal.SKIPS_DMZ);
        }
        boolean device = Optional.ofNullable(assets.get(service.server()))
                .filter(asset -> DEVICES.contains(natures.of(asset)))
                .isPresent();
        if (CLEARTEXT.contains(service.protocol())
                || (device && service.protocol().equals("http"))) {
            why.add(Removal.CLEARTEXT_MANAGEMENT);
        }
        return List.copyOf(why);
    }
}
