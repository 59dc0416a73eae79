package org.zonewright.plant.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.plant.Folder;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.Samples;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ZoneId;

/// A document is written by hand, so it is wrong most of the time: each fault is named with its line and with what
/// was probably meant, and the rest is read.
class PlantProblemsTest {
    private static final String HEAD = "zonewright: 1\nsite: { id: nord }\n";

    private static PlantReading read(String yaml) {
        return PlantYaml.plain().read("plant.yaml", yaml);
    }

    private static String problems(String body) {
        return Samples.problems(read(HEAD + body));
    }

    @Test
    void everyKindHasAMessageAndAHint() {
        for (PlantProblem kind : PlantProblem.values()) {
            assertThat(Texts.english().has("problem." + kind.id()))
                    .as(kind.id())
                    .isTrue();
            assertThat(Texts.english().has("problem." + kind.id() + ".hint"))
                    .as(kind.id())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zonse: []                                                          | plant.unknown-key  ERROR  plant.yaml:3:1 zonse: unknown key 'zonse'; the nearest known key is 'zones'
        zones: [ { id: a, function: contrl } ]                             | plant.unknown-word  ERROR  plant.yaml:3:29 zones[0].function: unknown word 'contrl'; the nearest known word is 'control'
        zones: [ { function: control } ]                                   | plant.missing-key  ERROR  plant.yaml:3:10 zones[0]: a zone needs the key 'id'
        zones: { id: a }                                                   | plant.wrong-type  ERROR  plant.yaml:3:8 zones: found keys with values, expected a list
        zones: [ { id: a, function: control, id: b } ]                     | plant.duplicate-key  ERROR  plant.yaml:3:38 zones[0].id
        zones: [ { id: a b, function: control } ]                          | plant.bad-id  ERROR  plant.yaml:3:16 zones[0].id: 'a b' cannot be an id
        zones: [ { id: a, function: dmz }, { id: a, function: dmz } ]      | plant.duplicate-id  ERROR  plant.yaml:3:36 zones[1]: the zone 'a' has an id that is taken: plant.yaml:3:10 zones[0]
        zones: [ { id: a, function: dmz, parent: b } ]                     | plant.dangling-reference  ERROR  plant.yaml:3:42 zones[0].parent: there is no zone 'b'; the nearest id is 'a'
        zones: [ { id: a, function: dmz, parent: a } ]                     | plant.impossible  ERROR  plant.yaml:3:10 zones[0]: these values do not go together: a zone cannot contain itself
        zones: [ { id: a, function: dmz, members: [ { cidr: 10.0.0.1/8 } ] } ] | plant.bad-network  ERROR  plant.yaml:3:53 zones[0].members[0].cidr
        zones: [ { id: a, function: dmz, members: [ { ip: plc } ] } ]      | plant.bad-address  ERROR  plant.yaml:3:51 zones[0].members[0].ip: 'plc' is not an IPv4 or IPv6 address
        zones: [ { id: a, function: dmz, members: [ { ip: 10.0.0.1, mac: x } ] } ] | plant.choose-one  ERROR  plant.yaml:3:45 zones[0].members[0]: a member needs exactly one of: cidr, ip, mac, asset
        zones: [ { id: a, function: dmz, members: [ { mac: x } ] } ]       | plant.bad-mac  ERROR  plant.yaml:3:52
        zones: [ { id: a, function: dmz, target: "{1 2 3}" } ]             | plant.bad-vector  ERROR  plant.yaml:3:42
        zones: [ { id: a, function: dmz, target: { IAC: 5 } } ]            | plant.bad-level  ERROR  plant.yaml:3:49 zones[0].target.IAC: '5' is not a security level
        conduits: [ { id: c, between: [ a, a ] } ]                         | plant.conduit-joins-itself  ERROR  plant.yaml:3:13 conduits[0]: the conduit joins the zone 'a' to itself
        conduits: [ { id: c, between: [ a, b ], flows: [ { id: f, from: any, to: any, port: http } ] } ] | plant.bad-port  ERROR  plant.yaml:3:85
        conduits: [ { id: c, between: [ a, b ], flows: [ { id: f, from: a, to: any } ] } ] | plant.wrong-type  ERROR  plant.yaml:3:65 conduits[0].flows[0].from: found 'a', expected the word any, or the keys of an end
        conduits: [ { id: c, between: [ a, b ], flows: [ { id: f, from: any, to: any, allow: [ raed ] } ] } ] | plant.bad-function  ERROR  plant.yaml:3:88
        conduits: [ { id: c, between: [ a, b ], flows: [ { id: f, from: any, to: any, until: 2027-02-30 } ] } ] | plant.bad-date  ERROR  plant.yaml:3:86
        suc: { name: x, essential-functions: [ { id: e, kind: safety, max-outage: soon } ] } | plant.bad-duration  ERROR  plant.yaml:3:75
        assets: [ { id: fw-1, interfaces: [ { name: eth1, zone: field } ] } ] | plant.nothing-to-refer-to  ERROR  plant.yaml:3:57 assets[0].interfaces[0].zone
        assets: [ { id: fw-1, interfaces: [ { zone: field } ] } ]          | plant.missing-key  ERROR  plant.yaml:3:37 assets[0].interfaces[0]: an interface needs the key 'name'
        measures: [ { id: a, needs: [ b ] }, { id: b, needs: [ a ] } ]     | plant.cycle  ERROR  plant.yaml:3:13 measures[0]: these lead back to where they start: a → b → a
        risk: { matrix: 6x6 }                                              | plant.dangling-reference  ERROR  plant.yaml:3:17 risk.matrix: there is no matrix '6x6'; the nearest id is '3x3'
        sensors: [ { id: t, sources: [ &a x, *a ] } ]                      | plant.alias  ERROR  plant.yaml:3:32: &a: anchors
        sensors: [ { id: !!str t } ]                                       | plant.alias  ERROR  plant.yaml:3:18
        sensors: [ { id: t                                                 | plant.syntax  ERROR  plant.yaml:
        """)
    void eachFaultIsNamedWithItsPlaceAndWhatWasProbablyMeant(String body, String expected) {
        assertThat(problems(body + "\n")).contains(expected);
    }

    @Test
    void anAssetInTwoZonesIsSaidWithBothPlaces() {
        assertThat(problems("""
                assets: [ { id: plc, zone: a } ]
                zones: [ { id: a, function: control }, { id: b, function: control, members: [ { asset: plc } ] } ]
                """))
                .isEqualTo(
                        "plant.asset-in-two-places  ERROR  plant.yaml:3:11 assets[0]: the asset 'plc' is in zone a and in zone b");
    }

    @Test
    void aZoneAndAConduitShareOneSetOfNames() {
        assertThat(problems("""
                zones: [ { id: a, function: control }, { id: b, function: control } ]
                conduits: [ { id: a, between: [ a, b ] } ]
                """)).contains("plant.duplicate-id  ERROR  plant.yaml:4:13 conduits[0]: the conduit 'a'");
    }

    @Test
    void whatIsRightIsReadBesideWhatIsWrong() {
        PlantReading reading = read(HEAD + """
                zones:
                  - { id: a, function: control, purdue: 7, owner: Maintenance }
                  - { id: b }
                  - { id: c, function: dmz }
                """);
        Plant plant = reading.plant().orElseThrow();
        assertThat(plant.zones()).extracting(zone -> zone.id().value()).containsExactly("a", "c");
        assertThat(plant.zones().getFirst().owner()).contains("Maintenance");
        assertThat(plant.zones().getFirst().purdue()).isEmpty();
        assertThat(reading.problems()).hasSize(2);
        assertThat(reading.isWhole()).isFalse();
    }

    @Test
    void aReferenceToAnItemThatCouldNotBeReadIsNotBlamedAsWell() {
        PlantReading reading = read(HEAD + """
                zones: [ { id: a }, { id: b, function: control } ]
                conduits: [ { id: c, between: [ a, b ] } ]
                """);
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void cataloguesThatDoNotExistAreSaid() {
        PlantYaml reader = new PlantYaml(Folder.empty(), Map.of("iec62443-3-3", Set.of("0.1.0")));
        PlantReading reading =
                reader.read("plant.yaml", HEAD + "catalogues: { iec62443-3-3: 9.9, iec62443-3-4: 0.1.0 }\n");
        assertThat(Samples.problems(reading))
                .contains("there is no version '9.9' of the catalogue iec62443-3-3")
                .contains("there is no catalogue 'iec62443-3-4'; the nearest is 'iec62443-3-3'");
    }

    @Test
    void aFileThatIsNoPlantDocumentIsSaidSo() {
        for (String text : new String[] {"", "hello", "- a\n", "zones: []\n"}) {
            PlantReading reading = read(text);
            assertThat(reading.plant()).as(text).isEmpty();
            assertThat(Samples.problems(reading)).as(text).contains("plant.no-document");
        }
        assertThat(Samples.problems(read("zonewright: 2\nsite: { id: a }\n"))).contains("plant.unknown-format");
        assertThat(Samples.problems(PlantYaml.plain().read("p.yaml", new byte[] {(byte) 0xff, 'a'})))
                .contains("plant.encoding");
        assertThat(Samples.problems(read(HEAD + "---\nzonewright: 1\n"))).contains("plant.several-documents");
    }

    @Test
    void hostileTextsEndWithinBounds() {
        assertThat(Samples.problems(read("zonewright: 1\nsite: " + "[".repeat(100_000))))
                .contains("plant.too-large");
        assertThat(Samples.problems(read("zonewright: 1\nzones: [" + "{ id: x },".repeat(20_000) + "]\n")))
                .contains("plant.missing-key");
        assertThat(read("zonewright: 1\nzones: [" + "{ id: x },".repeat(20_000) + "]\n")
                        .problems())
                .hasSizeLessThan(200);
        assertThat(Samples.problems(read(HEAD + "zones: [ { id: a, function: dmz, name: \"a\\u0007\" } ]\n")))
                .contains("plant.bad-text");
    }

    @Test
    void missingSiteDoesNotTakeTheDocumentAway() {
        PlantReading reading = read("zonewright: 1\nzones: [ { id: a, function: dmz } ]\n");
        assertThat(reading.plant().orElseThrow().zones()).hasSize(1);
        assertThat(Samples.problems(reading)).contains("a plant document needs the key 'site'");
    }

    @Test
    void everyItemAndPathHasItsPlace() {
        PlantReading reading = read(Samples.FULL);
        SourceRef.InDocument flow =
                (SourceRef.InDocument) reading.positions().of(new FlowId("f3")).orElseThrow();
        assertThat(flow.path()).isEqualTo("conduits[0].flows[2]");
        assertThat(Samples.FULL.lines().toList().get(flow.line() - 1)).contains("id: f3");
        assertThat(reading.positions().of(new ZoneId("bay-1"))).isPresent();
        assertThat(reading.positions()
                        .at("zones[bay-1].members[0].cidr")
                        .orElseThrow()
                        .display())
                .endsWith("zones[bay-1].members[0].cidr");
        assertThat(reading.positions().at("zones[nowhere]")).isEmpty();
    }

    @Test
    void bytesAreReadAsUtf8() {
        byte[] bytes = Samples.FULL.getBytes(StandardCharsets.UTF_8);
        assertThat(PlantYaml.plain().read("plant.yaml", bytes).plant()).contains(Samples.whole(Samples.FULL));
    }
}
