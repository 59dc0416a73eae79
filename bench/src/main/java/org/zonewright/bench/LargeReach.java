package org.zonewright.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.zonewright.assess.Place;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.reach.Enforced;
import org.zonewright.assess.reach.ReachInput;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Basis;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Site;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Port;

/// A made-up site for measuring reach: zones of equal size in groups, four conduits a zone with an approved flow each,
/// and established conversations between assets, nine of ten within the group and one of twenty outside what is
/// approved. The same arguments give the same site.
final class LargeReach {
    private static final int GROUP = 250;
    private static final int CONDUITS = 4;
    private static final List<Integer> PORTS = List.of(502, 102, 2404, 4840, 44818, 443);

    private LargeReach() {}

    static ReachInput input(int zones, int assets, int conversations) {
        Plant plant = plant(zones, assets);
        Inventory inventory = inventory(zones, assets, conversations);
        Map<String, PlacedAsset> placed = HashMap.newHashMap(assets);
        Reason reason = Reason.of(Text.of("placement.documented", "", ""));
        for (int i = 0; i < assets; i++) {
            String id = inventory.assets().get(i).id();
            ZoneId zone = new ZoneId("z" + i % zones);
            placed.put(
                    id,
                    new PlacedAsset(
                            id, Optional.of(new AssetId("a" + i)), new Place.InZone(zone), List.of(zone), reason));
        }
        return new ReachInput(plant, new Placement(placed, Map.of(), List.of(), Map.of()), inventory, Enforced.UNKNOWN);
    }

    private static Plant plant(int zones, int assets) {
        List<Zone> drawn = new ArrayList<>(zones);
        List<Conduit> conduits = new ArrayList<>(zones * CONDUITS);
        for (int i = 0; i < zones; i++) {
            drawn.add(Zone.of(new ZoneId("z" + i), ZoneFunction.CONTROL));
            for (int k = 0; k < CONDUITS; k++) {
                int other = partner(i, k, zones);
                if (other != i) {
                    conduits.add(conduit(i, k, other));
                }
            }
        }
        List<PlantAsset> documented = new ArrayList<>(assets);
        for (int i = 0; i < assets; i++) {
            documented.add(PlantAsset.of(new AssetId("a" + i)).withZone(new ZoneId("z" + i % zones)));
        }
        return Plant.of(Site.of(new SiteId("large")))
                .withZones(drawn)
                .withAssets(documented)
                .withConduits(conduits);
    }

    /// The zone at the other end of a zone's conduit: the next ones of its group, and one of the next group.
    private static int partner(int zone, int number, int zones) {
        int group = zone / GROUP * GROUP;
        return number < CONDUITS - 1
                ? Math.min(zones - 1, group + (zone - group + 1 + number * 7) % GROUP)
                : Math.min(zones - 1, zone + GROUP);
    }

    private static Conduit conduit(int zone, int number, int other) {
        String id = "c" + zone + "-" + number;
        Flow flow = Flow.of(
                        new FlowId("f" + zone + "-" + number),
                        new Endpoint.OfZone(new ZoneId("z" + zone)),
                        new Endpoint.OfZone(new ZoneId("z" + other)))
                .withPort(Port.parse("tcp/" + PORTS.get(number)));
        return Conduit.of(new ConduitId(id), List.of(new ZoneId("z" + zone), new ZoneId("z" + other)))
                .withFlows(List.of(flow));
    }

    private static Inventory inventory(int zones, int assets, int conversations) {
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        List<Asset> all = new ArrayList<>(assets);
        for (int i = 0; i < assets; i++) {
            Address address = new Ipv4Address(0x0a000000 + i + 1);
            all.add(new Asset(
                    "plant/" + address,
                    "plant",
                    List.of(address),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(at),
                    Optional.of(at),
                    List.of(Basis.OBSERVED),
                    List.of(),
                    List.of()));
        }
        SplittableRandom random = new SplittableRandom(62443);
        List<Conversation> talks = new ArrayList<>(conversations);
        for (int i = 0; i < conversations; i++) {
            int from = random.nextInt(assets);
            int number = random.nextInt(CONDUITS);
            int zone = random.nextInt(20) == 0
                    ? Math.min(zones - 1, from % zones + random.nextInt(GROUP))
                    : partner(from % zones, number, zones);
            int to = zone + zones * random.nextInt(assets / zones);
            talks.add(conversation(all.get(from), all.get(to), PORTS.get(number), at));
        }
        return new Inventory(List.of(), List.of(), all, talks, List.of());
    }

    private static Conversation conversation(Asset client, Asset server, int port, Instant at) {
        return new Conversation(
                "plant",
                client.id(),
                server.id(),
                client.addresses().getFirst(),
                server.addresses().getFirst(),
                Transport.TCP,
                OptionalInt.of(port),
                "",
                ProtocolEvidence.NONE,
                DirectionEvidence.HANDSHAKE,
                Outcome.ESTABLISHED,
                1,
                10,
                10,
                1000,
                1000,
                at,
                at,
                List.of(),
                new SourceRef.InCapture("large.pcap", 1, -1));
    }
}
