package org.zonewright.enforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ZoneId;

/// Random small policies over both families of addresses.
public final class SmallPolicies {
    private static final List<String> ENDS = List.of(
            "10.0.0.1",
            "10.0.0.2",
            "10.0.0.0/30",
            "10.0.0.3-10.0.0.9",
            "10.0.1.0/24",
            "0.0.0.0/0",
            "255.255.255.255",
            "fd00::1",
            "fd00::/64",
            "fd00::1-fd00::7",
            "::/0");
    private static final List<Integer> PORTS = List.of(0, 1, 102, 502, 503, 2404, 65_535);

    private SmallPolicies() {}

    /// A policy of up to six permits.
    public static ConduitPolicy random(long seed) {
        Random random = new Random(seed);
        List<Permit> permits = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            Flow flow = Flow.of(new FlowId("f-" + i), new Endpoint.Any(), new Endpoint.Any());
            permits.add(new Permit(
                    flow, conduit(), ends(random), ends(random), service(random), FunctionBound.NONE, List.of()));
        }
        Scope scope = random.nextInt(3) > 0
                ? Scope.all()
                : new Scope(false, List.of(crossing("a", "b", random), crossing("b", "a", random)));
        return of(permits, scope);
    }

    private static ConduitId conduit() {
        return new ConduitId("way");
    }

    /// A policy of these permits.
    public static ConduitPolicy of(List<Permit> permits, Scope scope) {
        return new ConduitPolicy(
                "bench",
                "zonewright-way",
                List.of(conduit()),
                Optional.empty(),
                LocalDate.of(2026, 11, 22),
                permits,
                List.of(),
                List.of(),
                scope,
                List.of());
    }

    private static Scope.Crossing crossing(String from, String to, Random random) {
        return new Scope.Crossing(conduit(), new ZoneId(from), new ZoneId(to), zone(random), zone(random));
    }

    /// Both zones have IPv4 addresses, so that something can cross.
    private static AddressSet zone(Random random) {
        return ends(random).union(AddressSet.parse("10.0.0.1").orElseThrow());
    }

    /// One to three ends, some of both families; everything at times.
    private static AddressSet ends(Random random) {
        List<AddressSet> all = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            AddressSet.parse(ENDS.get(random.nextInt(ENDS.size()))).ifPresent(all::add);
        }
        return random.nextInt(12) == 0 ? AddressSet.any() : AddressSet.unionOf(all);
    }

    private static Service service(Random random) {
        int one = PORTS.get(random.nextInt(PORTS.size()));
        int two = PORTS.get(random.nextInt(PORTS.size()));
        PortSet range = PortSet.range(Math.min(one, two), Math.max(one, two));
        return switch (random.nextInt(8)) {
            case 0 -> Service.any();
            case 1 -> Service.of(47);
            case 2 -> Service.to(Service.UDP, range);
            case 3 -> Service.to(132, PortSet.of(one));
            case 4 -> Service.to(Service.TCP, PortSet.of(one).union(PortSet.of(two)));
            case 5 -> Service.to(Service.TCP, PortSet.any());
            default -> Service.to(Service.TCP, PortSet.of(one));
        };
    }
}
