package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.zonewright.assess.Scene;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Connectivity;
import org.zonewright.plant.Connectivity.Admission;
import org.zonewright.plant.Credentials;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Match;
import org.zonewright.plant.Member;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Site;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.Port;

/// Small plants and traffic full of chance, the same for the same seed.
final class Chance {
    static final List<Port> PORTS = List.of(Port.parse("tcp/502"), Port.parse("tcp/102"), Port.parse("tcp/80"));
    private static final RealmId REALM = new RealmId("plant");

    private final Random random;
    private final int zones;
    private final int assets;

    Chance(long seed) {
        random = new Random(seed);
        zones = 3 + random.nextInt(4);
        assets = zones + random.nextInt(8);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private boolean oneIn(int bound) {
        return random.nextInt(bound) == 0;
    }

    Plant plant() {
        List<Zone> drawn = new ArrayList<>();
        for (int i = 0; i < zones; i++) {
            Zone zone = Zone.of(zone(i), ZoneFunction.CONTROL)
                    .withMembers(List.of(new Member.OfNetwork(Cidr.parse("10." + i + ".0.0/24"), Optional.of(REALM))));
            drawn.add(i > 0 && oneIn(5) ? zone.withParent(zone(below(i))) : zone);
        }
        List<PlantAsset> all = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            all.add(asset(i));
        }
        List<Conduit> conduits = new ArrayList<>();
        int flow = 0;
        for (int i = 0; i < zones + below(4); i++) {
            int one = below(zones);
            int two = (one + 1 + below(zones - 1)) % zones;
            List<Flow> flows = new ArrayList<>();
            for (int k = below(3); k >= 0; k--) {
                flows.add(oneIn(2) ? flow(flow++, one, two) : flow(flow++, two, one));
            }
            Conduit conduit = Conduit.of(new ConduitId("c" + i), List.of(zone(one), zone(two)))
                    .withFlows(flows);
            conduits.add(oneIn(5) ? conduit.withEnforcedBy(List.of(idOf(one))) : conduit);
        }
        return Plant.of(Site.of(new SiteId("chance")))
                .withZones(drawn)
                .withAssets(all)
                .withConduits(conduits);
    }

    static ZoneId zone(int number) {
        return new ZoneId("z" + number);
    }

    static AssetId asset(int zone, int number) {
        return new AssetId("a" + number + "z" + zone);
    }

    private static String ip(int zone, int number) {
        return "10." + zone + ".0." + (number + 1);
    }

    private AssetId idOf(int number) {
        return asset(number % zones, number);
    }

    private PlantAsset asset(int number) {
        List<Match> matches = new ArrayList<>();
        matches.add(Match.address(REALM, IpAddress.parse(ip(number % zones, number))));
        if (oneIn(6)) {
            matches.add(Match.address(REALM, IpAddress.parse(ip(below(zones), number + 100))));
        }
        return PlantAsset.of(idOf(number))
                .withZone(zone(number % zones))
                .withMatches(matches)
                .withConnectivity(connectivity(number));
    }

    Connectivity connectivity(int number) {
        Optional<List<Admission>> firewall = oneIn(5)
                ? Optional.of(
                        oneIn(2)
                                ? List.of()
                                : List.of(
                                        new Admission(end(below(zones)), Optional.of(PORTS.get(below(PORTS.size()))))))
                : Optional.empty();
        Optional<AssetId> behind = number >= zones && oneIn(5) ? Optional.of(idOf(number - zones)) : Optional.empty();
        return new Connectivity(
                oneIn(3) ? Optional.of(oneIn(2)) : Optional.empty(),
                List.of(),
                behind,
                behind.map(any -> oneIn(2) ? ConduitKind.SERIAL : ConduitKind.HARDWIRED),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                firewall);
    }

    private Endpoint end(int zone) {
        int inside = zone + zones * below(3);
        return inside < assets && oneIn(2) ? new Endpoint.OfAsset(idOf(inside)) : new Endpoint.OfZone(zone(zone));
    }

    Flow flow(int number, int from, int to) {
        Credentials credentials =
                oneIn(3) ? new Credentials(Optional.of(oneIn(2)), Optional.of(below(3))) : Credentials.UNKNOWN;
        Flow plain = Flow.of(new FlowId("f" + number), end(from), end(to)).withPort(PORTS.get(below(PORTS.size())));
        return new Flow(
                plain.id(),
                plain.from(),
                plain.to(),
                plain.protocol(),
                plain.port(),
                plain.allow(),
                plain.purpose(),
                plain.owner(),
                oneIn(2) ? Optional.of("head") : Optional.empty(),
                plain.approvedOn(),
                plain.until(),
                plain.during(),
                credentials,
                plain.encrypted(),
                plain.note());
    }

    /// A flow between two zones of chance that is in no document yet.
    Flow anotherFlow(int number) {
        int from = below(zones);
        return flow(number, from, (from + 1 + below(zones - 1)) % zones);
    }

    int zones() {
        return zones;
    }

    Inventory traffic() {
        Scene scene = new Scene().realm("plant");
        for (int i = 0; i < assets; i++) {
            scene.station("s" + i, ip(i % zones, i));
        }
        for (int i = below(8); i > 0; i--) {
            int one = below(assets);
            int two = (one + 1 + below(assets - 1)) % assets;
            Port.Range port = (Port.Range) PORTS.get(below(PORTS.size()));
            scene.talk(ip(one % zones, one), ip(two % zones, two), "- tcp/" + port.first());
        }
        return scene.inventory();
    }
}
