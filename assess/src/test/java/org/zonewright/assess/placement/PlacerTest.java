package org.zonewright.assess.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Place;
import org.zonewright.assess.Scene;
import org.zonewright.facts.Attribute;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// Protects which line of the document a station is taken for: an address means nothing without its realm, and a
/// known place is not a known asset.
class PlacerTest {
    private static final String CELLS = """
            sensors: [ { id: tap, sources: [ scene.pcap ] } ]
            realms: [ { id: cell-a, sees: [ { sensor: tap, vlan: 1 } ] }, { id: cell-b, sees: [ { sensor: tap, vlan: 2 } ] } ]
            assets:
              - { id: plc-a, match: { realm: cell-a, ip: 192.168.0.10 }, zone: a }
              - { id: plc-b, match: { realm: cell-b, ip: 192.168.0.10 }, zone: b }
            zones:
              - { id: a, function: control, members: [ { cidr: 192.168.0.0/24, realm: cell-a } ] }
              - { id: b, function: control, members: [ { cidr: 192.168.0.0/24, realm: cell-b } ] }
            """;

    private static Placement place(String document, Scene scene) {
        PlantReading reading = Documents.read(document);
        return Placer.place(reading.plant().orElseThrow(), scene.inventory(), reading.positions());
    }

    private static Place zone(String id) {
        return new Place.InZone(new ZoneId(id));
    }

    @Test
    void oneAddressInTwoRealmsIsTwoAssets() {
        Placement placement = place(
                CELLS,
                new Scene()
                        .realm("cell-a")
                        .station("", "192.168.0.10")
                        .realm("cell-b")
                        .station("", "192.168.0.10"));
        assertThat(placement.of("cell-a/192.168.0.10").orElseThrow().documented())
                .contains(new AssetId("plc-a"));
        assertThat(placement.of("cell-b/192.168.0.10").orElseThrow().documented())
                .contains(new AssetId("plc-b"));
        assertThat(placement.unseen()).isEmpty();
    }

    @Test
    void anAddressInAZoneIsAKnownPlaceAndNotAKnownAsset() {
        Placement placement = place(CELLS, new Scene().realm("cell-a").station("", "192.168.0.77"));
        PlacedAsset placed = placement.of("cell-a/192.168.0.77").orElseThrow();
        assertThat(placed.documented()).isEmpty();
        assertThat(placed.place()).isEqualTo(zone("a"));
        assertThat(placement.unseen()).containsExactly(new AssetId("plc-a"), new AssetId("plc-b"));
    }

    @Test
    void theMostExactMemberDecides() {
        String document = """
                zones:
                  - { id: wide, function: control, members: [ { cidr: 10.0.0.0/8 } ] }
                  - { id: narrow, function: control, members: [ { cidr: 10.1.0.0/16 } ] }
                  - { id: one, function: control, members: [ { ip: 10.1.0.1 } ] }
                """;
        Placement placement = place(
                document,
                new Scene().station("", "10.9.0.1").station("", "10.1.0.2").station("", "10.1.0.1"));
        assertThat(placement.of("plant/10.9.0.1").orElseThrow().place()).isEqualTo(zone("wide"));
        assertThat(placement.of("plant/10.1.0.2").orElseThrow().place()).isEqualTo(zone("narrow"));
        assertThat(placement.of("plant/10.1.0.1").orElseThrow().place()).isEqualTo(zone("one"));
    }

    @Test
    void allThatAMatchGivesMustHold() {
        String document = """
                assets: [ { id: plc, match: { ip: 10.0.0.1, hostname: plc-7 }, zone: z } ]
                zones: [ { id: z, function: control } ]
                """;
        assertThat(place(document, new Scene().station("PLC-7.plant.example", "10.0.0.1"))
                        .of("plant/10.0.0.1")
                        .orElseThrow()
                        .documented())
                .contains(new AssetId("plc"));
        assertThat(place(document, new Scene().station("other", "10.0.0.1"))
                        .of("plant/10.0.0.1")
                        .orElseThrow()
                        .documented())
                .isEmpty();
    }

    @Test
    void aSerialNumberRecognisesADeviceWhateverItsAddress() {
        String document = """
                assets: [ { id: plc, match: { serial: S-1 }, zone: z } ]
                zones: [ { id: z, function: control } ]
                """;
        Placement placement =
                place(document, new Scene().station("", "10.0.0.9").says(Attribute.SERIAL, "s-1", "modbus"));
        assertThat(placement.of("plant/10.0.0.9").orElseThrow().documented()).contains(new AssetId("plc"));
    }

    @Test
    void anAssetOfAConduitStandsInTheConduit() {
        String document = """
                assets: [ { id: fw, match: { ip: 10.0.0.1 } } ]
                zones: [ { id: a, function: control }, { id: b, function: dmz } ]
                conduits: [ { id: c, between: [ a, b ], members: [ fw ] } ]
                """;
        assertThat(place(document, new Scene().station("", "10.0.0.1"))
                        .of("plant/10.0.0.1")
                        .orElseThrow()
                        .place())
                .isEqualTo(new Place.InConduit(new ConduitId("c")));
    }

    @Test
    void aStationThatTwoLinesNameIsContested() {
        String document = """
                assets: [ { id: one, match: { ip: 10.0.0.1 }, zone: z }, { id: two, match: { ip: 10.0.0.1 }, zone: z } ]
                zones: [ { id: z, function: control } ]
                """;
        Placement placement = place(document, new Scene().station("", "10.0.0.1"));
        assertThat(placement.contested())
                .containsEntry("plant/10.0.0.1", List.of(new AssetId("one"), new AssetId("two")));
        assertThat(placement.unseen()).containsExactly(new AssetId("two"));
    }

    @Test
    void anAddressSeenFromBehindARouterIsTheStationThatOwnsIt() {
        Scene scene = new Scene()
                .station("", "10.3.0.1")
                .realm("cell-a")
                .network("192.168.0.0/24")
                .remote("", "10.3.0.1");
        Placement placement = place(CELLS, scene);
        assertThat(placement.views()).containsEntry("cell-a/10.3.0.1", "plant/10.3.0.1");
    }

    @Test
    void anAddressOfTheRealmsOwnNetworkIsNoViewOfAnotherRealm() {
        Scene scene = new Scene()
                .station("", "192.168.0.10")
                .realm("cell-a")
                .network("192.168.0.0/24")
                .remote("", "192.168.0.10");
        assertThat(place(CELLS, scene).views()).isEmpty();
    }

    @Test
    void aDocumentedDeviceThatNobodyHeardIsUnseen() {
        Scene scene = new Scene().realm("cell-a").station("", "192.168.0.10").documentedOnly();
        assertThat(place(CELLS, scene).unseen()).contains(new AssetId("plc-a"));
    }
}
