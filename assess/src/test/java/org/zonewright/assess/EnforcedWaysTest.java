package org.zonewright.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.Enforcement;
import org.zonewright.assess.enforcement.Firewall;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.assess.reach.Enforced;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.ConduitId;

/// What configurations let through must reach the reach engine whole: no opening may be lost on the way, and nothing
/// may be taken for known that is not.
class EnforcedWaysTest {
    private static final String PLANT = """
            realms: [ { id: plant }, { id: inside } ]
            nat: [ { realm: plant, outside: 10.2.0.10, inside-realm: inside, inside: 192.168.0.10 } ]
            assets:
              - { id: scada, match: { realm: plant, ip: 10.1.0.1 }, zone: room }
              - { id: plc, match: { realm: plant, ip: 10.2.0.7 }, zone: cell }
              - { id: hidden, match: { realm: inside, ip: 192.168.0.10 }, zone: cell }
              - { id: fw, match: { realm: plant, ip: 10.1.0.254 }, zone: room, configured-by: fw*.rules }
              - { id: other, match: { realm: plant, ip: 10.1.0.253 }, zone: room }
            zones:
              - { id: room, function: operations, members: [ { cidr: 10.1.0.0/24, realm: plant } ] }
              - { id: cell, function: control, members: [ { cidr: 10.2.0.0/24, realm: plant },
                  { cidr: 192.168.0.0/24, realm: inside } ] }
              - { id: yard, function: control, members: [ { cidr: 10.3.0.0/24, realm: plant } ] }
            conduits:
              - { id: room-cell, between: [ room, cell ], enforced-by: [ fw ] }
              - { id: room-yard, between: [ room, yard ], enforced-by: [ fw, other ] }
            """;

    private static Enforced enforced(Firewall... firewalls) {
        PlantReading document = Documents.read(PLANT);
        Inventory inventory = new Scene().inventory();
        Placement placement = Placer.place(document.plant().orElseThrow(), inventory, document.positions());
        EnforcedConduits configured = Enforcement.of(
                document.plant().orElseThrow(),
                inventory,
                placement,
                Arrays.stream(firewalls).map(Firewall::build).toList(),
                document.positions());
        return EnforcedWays.of(document.plant().orElseThrow(), configured);
    }

    private static List<String> edges(Enforced enforced) {
        return enforced.edges().stream()
                .map(edge -> edge.from() + " " + edge.to() + " "
                        + edge.port().map(Object::toString).orElse("any"))
                .toList();
    }

    @Test
    void anOpeningForAnAddressIsOneForItsAssetAndForARangeOneForTheZone() {
        Enforced enforced = enforced(new Firewall("fw.rules")
                .accept("10.1.0.1 > 10.2.0.7 tcp/502")
                .accept("10.1.0.0/24 > 10.2.0.0/24 tcp/102"));
        assertThat(edges(enforced))
                .contains(
                        "OfAsset[asset=scada] OfAsset[asset=plc] tcp/502",
                        "OfZone[zone=room] OfZone[zone=cell] tcp/102");
        assertThat(enforced.edges())
                .allSatisfy(edge -> assertThat(edge.device()).hasToString("fw"));
        assertThat(enforced.known()).contains(new ConduitId("room-cell"));
    }

    @Test
    void anAddressThatStandsForAnotherIsTheAssetBehindIt() {
        Enforced enforced = enforced(new Firewall("fw.rules").accept("10.1.0.1 > 10.2.0.10 tcp/502"));
        assertThat(edges(enforced)).containsExactly("OfAsset[asset=scada] OfAsset[asset=hidden] tcp/502");
    }

    @Test
    void whereADeviceLacksItsConfigurationTheConduitIsNotKnown() {
        Enforced enforced = enforced(new Firewall("fw.rules").accept("10.1.0.1 > 10.3.0.7 tcp/502"));
        assertThat(enforced.known()).doesNotContain(new ConduitId("room-yard"));
        assertThat(enforced()).isEqualTo(Enforced.UNKNOWN);
    }
}
