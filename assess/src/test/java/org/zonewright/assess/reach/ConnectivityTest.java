package org.zonewright.assess.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.reach.ReachCase.assets;
import static org.zonewright.assess.reach.ReachCase.spread;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Scene;
import org.zonewright.assess.Subject;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.AccessPointId;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Port;

/// Protects what each thing that a document, a configuration or traffic says does to reach.
class ConnectivityTest {
    private static final String ZONES = """
            realms: [ { id: plant, sees: [ { sensor: s } ] } ]
            sensors: [ { id: s } ]
            zones:
              - { id: office, in-suc: false, function: enterprise, members: [ { cidr: 10.1.0.0/24, realm: plant } ] }
              - { id: control, function: operations, members: [ { cidr: 10.2.0.0/24, realm: plant } ] }
              - { id: cell, function: control, members: [ { cidr: 10.3.0.0/24, realm: plant } ] }
              - { id: outside, in-suc: false, function: external }
            """;
    private static final String ASSETS = """
              - { id: pc, zone: office, match: { realm: plant, ip: 10.1.0.1 } }
              - { id: scada, zone: control, match: { realm: plant, ip: 10.2.0.1 } }
              - { id: plc, zone: cell, match: { realm: plant, ip: 10.3.0.1 } }
              - { id: vendor, zone: outside }
            """;

    private static Plant plant(String assets, String rest) {
        return Documents.plant(ZONES + "assets:\n" + ASSETS + assets + rest);
    }

    private static String conduit(String id, String from, String to, String rest) {
        return "  - { id: " + id + ", between: [ " + from + ", " + to + " ], " + rest + " }\n";
    }

    private static String flow(String id, String from, String to) {
        return "flows: [ { id: " + id + ", from: { zone: " + from + " }, to: { zone: " + to + " }, port: tcp/502 } ]";
    }

    private static List<String> from(Plant plant, String zone) {
        return assets(spread(ReachCase.reach(plant), ReachCase.zone(zone)));
    }

    private static Spread direct(Plant plant, String zone) {
        return ReachCase.reach(plant).from(ReachCase.zone(zone), false).orElseThrow();
    }

    @Test
    void aFlowIsAWayInItsDirectionAlone() {
        Plant plant = plant("", "conduits:\n" + conduit("c", "office", "control", flow("f", "office", "control")));
        assertThat(from(plant, "office")).containsExactly("scada");
        assertThat(from(plant, "control")).isEmpty();
    }

    @Test
    void pivotingTakesTheCrossingsOfWhatIsReached() {
        Plant plant = plant(
                "",
                "conduits:\n"
                        + conduit("c", "office", "control", flow("f", "office", "control"))
                        + conduit("d", "control", "cell", flow("g", "control", "cell")));
        assertThat(from(plant, "office")).containsExactly("scada", "plc");
        assertThat(assets(direct(plant, "office"))).containsExactly("scada");
    }

    @Test
    void anAssetOfTwoZonesLeadsOnOnlyWhenItIsTakenOver() {
        String both = "  - { id: hist, zone: control, match: [ { realm: plant, ip: 10.2.0.2 },"
                + " { realm: plant, ip: 10.3.0.2 } ]%s }\n";
        Plant plant = plant(both.formatted(", connectivity: { forwards: false }"), "");
        assertThat(from(plant, "control")).containsExactly("plc");
        assertThat(spread(ReachCase.reach(plant), ReachCase.asset("scada")).assets())
                .extracting(reached -> reached.asset().id() + " " + reached.difficulty())
                .containsExactly("plc 2", "hist 0");
        assertThat(assets(ReachCase.reach(plant)
                        .from(ReachCase.asset("scada"), false)
                        .orElseThrow()))
                .containsExactly("hist");
        assertThat(ReachCase.reach(plant).ground().unsaid()).isEmpty();
        assertThat(ReachCase.reach(plant(both.formatted(""), "")).ground().unsaid())
                .containsExactly(ReachCase.at("hist"));
    }

    @Test
    void anAssetThatForwardsLetsPacketsThroughWithoutBeingTakenOver() {
        String router = "  - { id: router, zone: control, match: [ { realm: plant, ip: 10.2.0.2 },"
                + " { realm: plant, ip: 10.3.0.2 } ]%s }\n";
        Plant said = plant(router.formatted(", connectivity: { forwards: true }"), "");
        assertThat(assets(ReachCase.reach(said)
                        .from(ReachCase.asset("scada"), false)
                        .orElseThrow()))
                .containsExactly("plc", "router");
        String named = "  - { id: hmi, zone: control, connectivity: { default-gateway: 10.2.0.2 } }\n";
        Plant known = plant(router.formatted("") + named, "");
        assertThat(assets(ReachCase.reach(known)
                        .from(ReachCase.asset("scada"), false)
                        .orElseThrow()))
                .containsExactly("plc", "router", "hmi");
    }

    @Test
    void aGatewayThatTranslatesPassesOnlyItsProtocolUnlessItIsTakenOver() {
        String gateway = """
              - { id: gw, zone: control, connectivity: { translates: [ { from: iec104, to: modbus } ] } }
              - { id: rtu, zone: control, connectivity: { behind: gw } }
            """;
        String conduit =
                "conduits:\n  - { id: c, between: [ office, control ], flows: [ { id: f, from: { zone: office },"
                        + " to: { asset: gw }, protocol: %s, port: tcp/%s } ] }\n";
        Plant spoken = plant(gateway, conduit.formatted("iec104", "2404"));
        assertThat(assets(direct(spoken, "office"))).containsExactly("gw", "rtu");
        Plant other = plant(gateway, conduit.formatted("http", "80"));
        assertThat(assets(direct(other, "office"))).containsExactly("gw");
        Spread taken = spread(ReachCase.reach(other), ReachCase.zone("office"));
        assertThat(taken.easiest(ReachCase.at("rtu")).orElseThrow().difficulty())
                .isEqualTo(1);
        assertThat(taken.easiest(ReachCase.at("gw")).orElseThrow().restsOn()).isNotEmpty();
    }

    @Test
    void aHostFirewallKeepsOutWhatItDoesNotName() {
        String guarded = "  - { id: safe, zone: cell, connectivity: { host-firewall: [ { from: { asset: scada },"
                + " port: tcp/502 } ] } }\n";
        String conduits = "conduits:\n" + conduit("d", "control", "cell", flow("g", "control", "cell"));
        Plant plant = plant(guarded, conduits);
        assertThat(from(plant, "control")).containsExactly("plc", "safe");
        Plant shut = plant("  - { id: safe, zone: cell, connectivity: { host-firewall: [] } }\n", conduits);
        assertThat(from(shut, "control")).containsExactly("plc");
    }

    @Test
    void whatAHostFirewallWasSeenToLetInIsAWayThoughTheFlowThatCoversItIsNot() {
        String bay = "  - { id: bay, parent: control, function: operations,"
                + " members: [ { cidr: 10.4.0.0/24, realm: plant } ] }\n";
        Plant plant = Documents.plant(ZONES + bay + "assets:\n" + ASSETS
                + "  - { id: panel, zone: bay, match: { realm: plant, ip: 10.4.0.1 } }\n"
                + "  - { id: safe, zone: cell, match: { realm: plant, ip: 10.3.0.2 },"
                + " connectivity: { host-firewall: [ { from: { zone: bay }, port: tcp/502 } ] } }\n"
                + "conduits:\n" + conduit("d", "control", "cell", flow("g", "control", "cell")));
        Scene scene = new Scene()
                .realm("plant")
                .station("panel", "10.4.0.1")
                .station("safe", "10.3.0.2")
                .talk("10.4.0.1", "10.3.0.2", "modbus tcp/502");
        Reach drawn = ReachCase.reach(plant);
        assertThat(assets(spread(drawn, ReachCase.zone("bay")))).containsExactly("plc");
        Reach seen = Reach.of(ReachCase.input(plant, scene.inventory()));
        assertThat(assets(spread(seen, ReachCase.zone("bay")))).containsExactly("plc", "safe");
    }

    @Test
    void softwareStandsWhereItsDeviceStands() {
        Plant plant = plant(
                "  - { id: soft, connectivity: { runs-on: scada } }\n",
                "conduits:\n" + conduit("c", "office", "control", flow("f", "office", "control")));
        assertThat(from(plant, "office")).containsExactly("scada", "soft");
        assertThat(from(plant, "control")).isEmpty();
    }

    @Test
    void nothingOpensAgainstADiodeAndASignalCarriesNoData() {
        Plant diode = plant(
                "",
                "conduits:\n"
                        + conduit("c", "control", "office", "one-way-to: office, " + flow("f", "office", "control")));
        assertThat(from(diode, "office")).isEmpty();
        Plant signal = plant(
                "",
                "conduits:\n"
                        + conduit("c", "office", "control", "kind: hardwired, " + flow("f", "office", "control")));
        assertThat(from(signal, "office")).isEmpty();
    }

    @Test
    void separateAccountsWithASecondFactorCloseAWay() {
        String tunnel = "tunnel: { ends: [], credentials: { separate-accounts: %s, factors: %s } }, ";
        for (String[] asked : new String[][] {{"false", "1"}, {"true", "1"}, {"false", "2"}}) {
            Plant open = plant(
                    "",
                    "conduits:\n"
                            + conduit(
                                    "c",
                                    "office",
                                    "control",
                                    tunnel.formatted(asked[0], asked[1]) + flow("f", "office", "control")));
            assertThat(from(open, "office")).containsExactly("scada");
        }
        Plant closed = plant(
                "",
                "conduits:\n"
                        + conduit(
                                "c",
                                "office",
                                "control",
                                tunnel.formatted("true", "2") + flow("f", "office", "control")));
        assertThat(from(closed, "office")).isEmpty();
    }

    @Test
    void aDeviceOfTheBoundaryIsHeldByNoZoneAndLeadsEverywhereOnceItIsReached() {
        String firewall = "  - { id: fw, zone: control, match: [ { realm: plant, ip: 10.2.0.9 },"
                + " { realm: plant, ip: 10.1.0.9 } ] }\n";
        String conduits = """
                conduits:
                  - { id: c, between: [ office, control ], enforced-by: [ fw ] }
                  - { id: d, between: [ control, cell ], enforced-by: [ fw ]%s }
                """;
        assertThat(from(plant(firewall, conduits.formatted("")), "control")).isEmpty();
        Plant managed = plant(
                firewall,
                conduits.formatted(", flows: [ { id: m, from: { zone: cell }, to: { asset: fw }, port: tcp/443 } ]"));
        assertThat(from(managed, "cell")).containsExactly("pc", "scada", "fw");
    }

    @Test
    void aWayInIsAFootholdAndOpenToTheOutsideIfItCanBeUsedFromAfar() {
        String points = "suc: { name: plant, access-points: [ { id: modem, kind: vendor-modem, zone: cell },"
                + " { id: usb, kind: usb, asset: scada } ] }\n";
        Reach reach = ReachCase.reach(plant("", points));
        assertThat(assets(spread(reach, new Foothold.External()))).containsExactly("plc");
        assertThat(assets(spread(reach, new Foothold.VendorAccess(new AccessPointId("usb")))))
                .containsExactly("scada");
        Spread medium = spread(reach, new Foothold.RemovableMedium(Subject.of(new ZoneId("cell"))));
        assertThat(medium.assets())
                .extracting(reached -> reached.asset().id() + " " + reached.difficulty())
                .containsExactly("plc 3");
        assertThat(medium.easiest(ReachCase.at("plc")).orElseThrow().restsOn())
                .extracting(Object::toString)
                .contains("SR 2.3");
        assertThat(reach.from(new Foothold.VendorAccess(new AccessPointId("none")), true))
                .isEmpty();
    }

    @Test
    void trafficThatNothingApprovesIsAWay() {
        Scene scene = new Scene()
                .realm("plant")
                .station("pc", "10.1.0.1")
                .station("scada", "10.2.0.1")
                .station("plc", "10.3.0.1")
                .talk("10.1.0.1", "10.3.0.1", "modbus tcp/502")
                .asking("16", FunctionClass.WRITE, 3)
                .talk("10.1.0.1", "10.2.0.1", "modbus tcp/502")
                .outcome(Outcome.ATTEMPTED);
        Reach reach = Reach.of(ReachCase.input(plant("", ""), scene.inventory()));
        ReachedAsset reached = spread(reach, ReachCase.asset("pc")).assets().getFirst();
        assertThat(reached.asset()).isEqualTo(ReachCase.at("plc"));
        assertThat(reached.bases()).containsExactly(Basis.OBSERVED);
        assertThat(reached.functions()).containsExactly("write");
        assertThat(spread(reach, ReachCase.asset("pc")).assets()).hasSize(1);
    }

    @Test
    void whereAConfigurationIsKnownTheDocumentAloneOpensNothing() {
        Plant plant = plant(
                "  - { id: fw }\n",
                "conduits:\n"
                        + conduit("c", "office", "control", flow("f", "office", "control"))
                        + conduit("d", "control", "cell", flow("g", "control", "cell")));
        ReachInput unknown = ReachCase.input(plant, new Scene().inventory());
        EnforcedEdge hole = new EnforcedEdge(
                new Endpoint.OfAsset(new AssetId("pc")),
                new Endpoint.OfZone(new ZoneId("cell")),
                Optional.of(Port.parse("tcp/102")),
                new AssetId("fw"),
                "permit tcp any cell eq 102",
                Optional.of(new ConduitId("d")));
        Reach reach = Reach.of(new ReachInput(
                plant,
                unknown.placement(),
                unknown.inventory(),
                new Enforced(List.of(hole), Set.of(new ConduitId("c"), new ConduitId("d")))));
        Spread spread = spread(reach, ReachCase.zone("office"));
        assertThat(assets(spread)).containsExactly("plc");
        Step step = spread.shortest(ReachCase.at("plc")).orElseThrow().steps().getLast();
        assertThat(step.bases()).containsExactly(Basis.ENFORCED);
        assertThat(step.rule()).contains("fw: permit tcp any cell eq 102");
        assertThat(reach.ground().enforced()).hasSize(2);
        assertThat(reach.keepIn(ReachCase.zone("office")).orElseThrow().changes())
                .extracting(Cut.Change::kind)
                .containsExactly(Cut.Kind.REMOVE_RULE);
    }

    @Test
    void aWithdrawnFlowNamesTheTrafficThatItWouldStop() {
        Scene scene = new Scene()
                .realm("plant")
                .station("pc", "10.1.0.1")
                .station("scada", "10.2.0.1")
                .talk("10.1.0.1", "10.2.0.1", "modbus tcp/502");
        Plant plant = plant("", "conduits:\n" + conduit("c", "office", "control", flow("f", "office", "control")));
        Reach before = Reach.of(ReachCase.input(plant, scene.inventory()));
        Reach after = before.with(
                plant.withConduits(List.of(plant.conduits().getFirst().withFlows(List.of()))));
        assertThat(after.broken(before)).singleElement().satisfies(broken -> {
            assertThat(broken.from()).isEqualTo(ReachCase.at("pc"));
            assertThat(broken.to()).isEqualTo(ReachCase.at("scada"));
            assertThat(broken.flow()).contains(new FlowId("f"));
        });
        assertThat(assets(spread(after, ReachCase.zone("office")))).isEmpty();
    }

    @Test
    void aMeasureIsPartOfTheCheapestCutWhereItWithdrawsMoreThanItCosts() {
        String flows =
                "flows: [ { id: f, from: { zone: office }, to: { zone: control }, port: tcp/502, approved-by: x },"
                        + " { id: g, from: { zone: office }, to: { zone: control }, port: tcp/80, approved-by: x } ]";
        Plant plant = plant(
                "",
                "conduits:\n" + conduit("c", "office", "control", flows)
                        + "measures: [ { id: m, removes-flows: [ f, g ], cost: 100 },"
                        + " { id: n, removes-flows: [ f, g ], cost: 50 } ]\n");
        Cut cut = ReachCase.reach(plant).keepIn(ReachCase.zone("office")).orElseThrow();
        assertThat(cut.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.measure().orElseThrow()).hasToString("n"));
        assertThat(cut.exact()).isTrue();
        assertThat(cut.cost().orElseThrow()).isEqualByComparingTo("50");
    }

    @Test
    void theDifficultyOfARouteIsThatOfItsHardestStepAndTheEasiestMayBeLonger() {
        String easy = "flows: [ { id: %s, from: { zone: %s }, to: { zone: %s }, port: tcp/502,"
                + " credentials: { factors: %s } } ]";
        Plant plant = plant(
                "",
                "conduits:\n"
                        + conduit("c", "office", "control", easy.formatted("f", "office", "control", "0"))
                        + conduit("d", "control", "cell", easy.formatted("g", "control", "cell", "0"))
                        + conduit("e", "office", "cell", easy.formatted("h", "office", "cell", "2")));
        Spread spread = spread(ReachCase.reach(plant), ReachCase.zone("office"));
        assertThat(spread.shortest(ReachCase.at("plc")).orElseThrow().difficulty())
                .isEqualTo(4);
        assertThat(spread.shortest(ReachCase.at("plc")).orElseThrow().steps()).hasSize(1);
        assertThat(spread.easiest(ReachCase.at("plc")).orElseThrow().difficulty())
                .isZero();
        assertThat(spread.assets()).extracting(ReachedAsset::difficulty).containsOnly(0);
    }
}
