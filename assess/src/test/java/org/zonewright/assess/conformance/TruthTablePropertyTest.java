package org.zonewright.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Scene;
import org.zonewright.assess.enforcement.Enforcement;
import org.zonewright.assess.enforcement.Firewall;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;

/// The truth table agrees with a plain evaluation, address by address and port by port, of random policies of two
/// firewalls in series, the second behind an address translation.
class TruthTablePropertyTest {
    /// Stations of either zone, in a small world that is tried out whole; and two ports.
    private static final int STATIONS = 3;

    private static final List<Integer> PORTS = List.of(80, 502);

    private record Use(int client, int server, int port) {}

    private final List<Use> flows = new ArrayList<>();
    private final List<Use> seen = new ArrayList<>();

    @Property(tries = 120)
    void everyCaseIsTheOneOfAPlainEvaluation(@ForAll long seed) {
        Random random = new Random(seed);
        flows.clear();
        seen.clear();
        for (Use use : world()) {
            if (random.nextInt(5) == 0) {
                flows.add(use);
            }
            if (random.nextInt(5) == 0) {
                seen.add(use);
            }
        }
        Ruleset outer = firewall("fw-1.rules", "10.2.0.", random);
        Ruleset inner = firewall("fw-2.rules", "192.168.0.", random);
        ConduitTruth truth = truth(List.of(outer, inner));
        for (Use use : world()) {
            boolean configured = passes(outer, use, "10.2.0.") && passes(inner, use, "192.168.0.");
            TruthCase expected = expected(flows.contains(use), configured, seen.contains(use));
            boolean listed = expected != TruthCase.CLOSED || isWhole(truth);
            assertThat(listed ? told(truth, use) : expected)
                    .as("%s, flows %s, seen %s, %s, %s", use, flows, seen, outer, inner)
                    .isEqualTo(expected);
        }
    }

    private static TruthCase expected(boolean approved, boolean configured, boolean observed) {
        if (approved) {
            return configured
                    ? observed ? TruthCase.IN_ORDER : TruthCase.OPEN_UNUSED
                    : observed ? TruthCase.UNCONFIGURED_SEEN : TruthCase.BLOCKED;
        }
        return configured
                ? observed ? TruthCase.STANDING_HOLE : TruthCase.LATENT_HOLE
                : observed ? TruthCase.BYPASS : TruthCase.CLOSED;
    }

    /// What the table says of one use: its flow's row, the row of its traffic, or the opening it lies in.
    private TruthCase told(ConduitTruth truth, Use use) {
        if (flows.contains(use)) {
            return truth.rows().stream()
                    .filter(row ->
                            row.flow().filter(id -> id.value().equals(id(use))).isPresent())
                    .map(TruthRow::truth)
                    .findFirst()
                    .orElseThrow();
        }
        if (seen.contains(use)) {
            return truth.rows().stream()
                    .filter(row -> row.flow().isEmpty()
                            && row.exchanges() == 1
                            && row.from().equals("c" + use.client())
                            && row.to().equals("s" + use.server())
                            && row.service().endsWith("tcp/" + use.port()))
                    .map(TruthRow::truth)
                    .findFirst()
                    .orElseThrow();
        }
        boolean open = truth.rows(TruthCase.LATENT_HOLE).stream()
                .flatMap(row -> row.opening().stream())
                .anyMatch(box -> box.source().contains(address("10.1.0." + use.client()))
                        && box.destination().contains(address("10.2.0." + use.server()))
                        && box.protocols().contains(6)
                        && box.destinationPorts().contains(use.port()));
        return open || !isWhole(truth) ? TruthCase.LATENT_HOLE : TruthCase.CLOSED;
    }

    /// True if every part that is let through is listed; some random policies have too many.
    private static boolean isWhole(ConduitTruth truth) {
        return truth.missing().stream().noneMatch(reason -> reason.text().key().equals("truth.more-openings"));
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }

    private static List<Use> world() {
        List<Use> all = new ArrayList<>();
        for (int client = 1; client <= STATIONS; client++) {
            for (int server = 1; server <= STATIONS; server++) {
                for (int port : PORTS) {
                    all.add(new Use(client, server, port));
                }
            }
        }
        return all;
    }

    private static String id(Use use) {
        return "f-" + use.client() + "-" + use.server() + "-" + use.port();
    }

    private static Ruleset firewall(String file, String servers, Random random) {
        Firewall firewall = new Firewall(file);
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String what = some("10.1.0.", random) + " > " + some(servers, random)
                    + (random.nextBoolean() ? "" : " tcp/" + PORTS.get(random.nextInt(PORTS.size())));
            if (random.nextInt(3) == 0) {
                firewall.drop(what);
            } else {
                firewall.accept(what);
            }
        }
        return (random.nextInt(4) == 0 ? firewall.acceptsTheRest() : firewall).build();
    }

    private static String some(String net, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "any";
            case 1 -> net + (1 + random.nextInt(STATIONS));
            default -> net + (random.nextBoolean() ? "0/30" : "2/31");
        };
    }

    /// The first rule that matches decides.
    private static boolean passes(Ruleset rules, Use use, String servers) {
        Address from = address("10.1.0." + use.client());
        Address to = address(servers + use.server());
        for (Rule rule : Objects.requireNonNull(rules.chains().get("forward")).rules()) {
            boolean service = rule.match().services().isEmpty()
                    || rule.match().services().getFirst().destination().contains(use.port());
            if (service
                    && rule.match().source().contains(from)
                    && rule.match().destination().contains(to)) {
                return rule.action() instanceof Action.Accept;
            }
        }
        return rules.stages().getFirst().accepts();
    }

    private ConduitTruth truth(List<Ruleset> rulesets) {
        StringBuilder text = new StringBuilder("realms: [ { id: plant }, { id: inside } ]\nnat:\n");
        StringBuilder assets = new StringBuilder("assets:\n");
        Scene scene = new Scene();
        for (int i = 1; i <= STATIONS; i++) {
            text.append("  - { realm: plant, outside: 10.2.0.%1$d, inside-realm: inside, inside: 192.168.0.%1$d }\n"
                    .formatted(i));
            assets.append("  - { id: c%1$d, match: { realm: plant, ip: 10.1.0.%1$d }, zone: room }\n".formatted(i));
            assets.append("  - { id: s%1$d, match: { realm: plant, ip: 10.2.0.%1$d }, zone: cell }\n".formatted(i));
            scene.station("c" + i, "10.1.0." + i);
            scene.station("s" + i, "10.2.0." + i);
        }
        scene.talk("10.1.0.1", "10.1.0.2", "http tcp/80"); // somebody is heard: silence elsewhere means something
        seen.forEach(use -> scene.talk(
                "10.1.0." + use.client(),
                "10.2.0." + use.server(),
                (use.port() == 80 ? "http" : "modbus") + " tcp/" + use.port()));
        text.append(assets).append("""
                  - { id: fw-1, match: { realm: plant, ip: 10.1.0.254 }, zone: room }
                  - { id: fw-2, match: { realm: plant, ip: 10.2.0.254 }, zone: cell,
                      interfaces: [ { name: a, zone: room, realm: plant }, { name: b, zone: cell, realm: inside } ] }
                zones:
                  - { id: room, function: operations, members: [ { cidr: 10.1.0.0/29, realm: plant } ] }
                  - { id: cell, function: control, members: [ { cidr: 10.2.0.0/29, realm: plant } ] }
                conduits:
                  - id: k
                    between: [ room, cell ]
                    enforced-by: [ fw-1, fw-2 ]
                    flows:
                """);
        flows.forEach(use -> text.append(
                "      - { id: %s, from: { asset: c%d }, to: { asset: s%d }, port: tcp/%d, approved-by: head }\n"
                        .formatted(id(use), use.client(), use.server(), use.port())));
        PlantReading document = Documents.read(text.toString());
        Plant plant = document.plant().orElseThrow();
        Inventory inventory = scene.inventory();
        Placement placement = Placer.place(plant, inventory, document.positions());
        return Verifier.verify(
                        plant,
                        inventory,
                        placement,
                        Optional.of(Enforcement.of(plant, inventory, placement, rulesets, document.positions())),
                        Scene.AT,
                        document.positions())
                .truth()
                .orElseThrow()
                .conduits()
                .getFirst();
    }
}
