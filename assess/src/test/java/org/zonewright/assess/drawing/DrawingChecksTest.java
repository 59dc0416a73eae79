package org.zonewright.assess.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Scene;
import org.zonewright.base.Severity;
import org.zonewright.plant.PlantReading;

/// Protects each check of the drawing from both sides: the fault is found, and the nearest right drawing is not.
class DrawingChecksTest {
    private static final String ZONES = """
            zones:
              - { id: office, name: Office, in-suc: false, function: enterprise, owner: IT,
                  members: [ { cidr: 10.1.0.0/24 } ] }
              - { id: dmz, function: dmz, owner: IT }
              - { id: control-room, function: operations, owner: OT }
              - { id: cell, function: control, owner: OT, members: [ { cidr: 10.4.0.0/24 } ] }
              - { id: sis, function: control, safety-related: true, owner: OT }
            """;

    private static List<Finding> findings(String document) {
        PlantReading reading = Documents.read(document);
        return DrawingChecks.check(reading.plant().orElseThrow(), Scene.AT, reading.positions());
    }

    private static List<String> keys(String document) {
        return findings(document).stream().map(Finding::key).sorted().toList();
    }

    private static String conduit(String between, String rest) {
        return ZONES + "conduits:\n  - { id: c, between: [ " + between + " ], owner: OT, monitored-by: OT" + rest
                + " }\n";
    }

    private static String assets(String lines) {
        return ZONES + "assets:\n" + lines.indent(2);
    }

    @Test
    void aCleanDrawingHasNoFindings() {
        assertThat(keys(conduit("control-room, cell", ""))).isEmpty();
    }

    @Test
    void anAssetWithoutPlaceIsFound() {
        assertThat(keys(assets("- { id: plc, match: { ip: 172.16.0.1 } }"))).containsExactly("asset-place:plc");
    }

    @Test
    void anAssetWhoseAddressLiesInOneZoneHasAPlace() {
        assertThat(keys(assets("- { id: plc, match: { ip: 10.4.0.1 } }"))).isEmpty();
    }

    @Test
    void anAssetWhoseAddressesLieInTwoZonesIsFound() {
        assertThat(keys(assets("- { id: plc, match: [ { ip: 10.4.0.1 }, { ip: 10.1.0.1 } ] }")))
                .containsExactly("asset-place:plc");
    }

    @Test
    void aRetiredAssetNeedsNoPlace() {
        assertThat(keys(assets("- { id: plc, match: { ip: 172.16.0.1 }, life: retired }")))
                .isEmpty();
    }

    @Test
    void twoZonesOfOneNameAreFound() {
        assertThat(keys(ZONES + "  - { id: second, name: OFFICE, function: dmz }\n"))
                .containsExactly("duplicate-name:office+second");
        assertThat(keys(ZONES + "  - { id: second, name: Office 2, function: dmz }\n"))
                .isEmpty();
    }

    @Test
    void aFlowThatEndsInAZoneOutsideItsConduitIsFound() {
        String flow = ", flows: [ { id: f, from: { zone: %s }, to: { zone: cell }, port: tcp/502 } ]";
        assertThat(keys(conduit("control-room, cell", flow.formatted("dmz"))))
                .containsExactly("flow-outside-conduit:f");
        assertThat(keys(conduit("control-room, cell", flow.formatted("control-room"))))
                .isEmpty();
    }

    @Test
    void aFlowOfASubZoneBelongsToTheConduitOfItsParent() {
        String document = conduit(
                        "control-room, cell",
                        ", flows: [ { id: f, from: { zone: sub }, to: { zone: cell }, port: tcp/1 } ]")
                .replace("conduits:", "  - { id: sub, function: operations, parent: control-room }\nconduits:");
        assertThat(keys(document)).isEmpty();
    }

    @Test
    void anEndOrAPortLeftOpenIsFound() {
        String flow = ", flows: [ { id: f, from: { zone: control-room }, to: %s, %s } ]";
        assertThat(keys(conduit("control-room, cell", flow.formatted("any", "port: tcp/502"))))
                .containsExactly("any-in-flow:f");
        assertThat(keys(conduit("control-room, cell", flow.formatted("{ zone: cell }", "port: tcp/any"))))
                .containsExactly("any-in-flow:f");
        assertThat(keys(conduit("control-room, cell", flow.formatted("{ zone: cell }", "purpose: unknown"))))
                .containsExactly("any-in-flow:f");
        assertThat(keys(conduit("control-room, cell", flow.formatted("{ zone: cell }", "port: tcp/500-510"))))
                .isEmpty();
    }

    @Test
    void aConduitWithoutOwnerIsFound() {
        assertThat(keys(ZONES + "conduits: [ { id: c, between: [ control-room, cell ] } ]\n"))
                .containsExactly("conduit-without-owner:c");
    }

    @Test
    void aConduitBetweenOwnersThatNobodyWatchesIsFound() {
        String unwatched = ZONES + "conduits: [ { id: c, between: [ %s ], owner: OT } ]\n";
        assertThat(keys(unwatched.formatted("dmz, control-room"))).containsExactly("conduit-unwatched:c");
        assertThat(keys(unwatched.formatted("control-room, cell"))).isEmpty();
    }

    @Test
    void businessAndPlantJoinedDirectlyAreFoundUnlessThePolicyDoesWithout() {
        assertThat(keys(conduit("office, cell", ""))).containsExactly("dmz-bypassed:c");
        assertThat(keys(conduit("office, dmz", ""))).isEmpty();
        assertThat(keys("policy: { require-dmz: false }\n" + conduit("office, cell", "")))
                .isEmpty();
        assertThat(findings("policy: { require-dmz: true }\n" + conduit("office, cell", ""))
                        .getFirst()
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void anEssentialFunctionThatNeedsTheDmzIsFound() {
        String suc = "suc: { name: s, essential-functions: [ { id: ef, kind: control, depends-on: [ a ] } ] }\n";
        assertThat(keys(suc + assets("- { id: a, zone: dmz }"))).containsExactly("dmz-essential:a>ef");
        assertThat(keys(suc + assets("- { id: a, zone: cell }"))).isEmpty();
    }

    @Test
    void aPlantZoneInsideABusinessZoneIsFound() {
        assertThat(keys(ZONES + "  - { id: inner, function: control, parent: office }\n"))
                .containsExactly("business-shared:inner>office");
        assertThat(keys(ZONES + "  - { id: inner, function: control, parent: control-room }\n"))
                .isEmpty();
    }

    @Test
    void aSafetyAssetInAnOrdinaryZoneIsFound() {
        assertThat(keys(assets("- { id: a, zone: cell, safety-related: true }")))
                .containsExactly("safety-shared:a");
        assertThat(keys(assets("- { id: a, zone: sis, safety-related: true }"))).isEmpty();
    }

    @Test
    void anAssetThatASafetyFunctionNeedsIsSafetyRelated() {
        String suc = "suc: { name: s, essential-functions: [ { id: trip, kind: %s, depends-on: [ a ] } ] }\n";
        assertThat(keys(suc.formatted("safety") + assets("- { id: a, zone: cell }")))
                .containsExactly("safety-shared:a");
        assertThat(keys(suc.formatted("control") + assets("- { id: a, zone: cell }")))
                .isEmpty();
    }

    @Test
    void temporaryWirelessAndExternalDevicesNeedZonesOfTheirKind() {
        for (String trait : List.of("temporary", "wireless", "external-access")) {
            String kind = trait.replace("-access", "") + "-shared:a";
            String asset = "assets: [ { id: a, zone: %s, " + trait + ": true } ]\n";
            assertThat(keys(ZONES + asset.formatted("cell"))).as(trait).containsExactly(kind);
            String own = ZONES + "  - { id: own, function: control, " + trait + ": true }\n";
            assertThat(keys(own + asset.formatted("own"))).as(trait).isEmpty();
        }
    }

    @Test
    void anAcceptedFindingDoesNotCount() {
        String accepted = conduit("office, cell", "")
                + "acceptances: [ { id: acc, finding: \"dmz-bypassed:c\", by: head, because: moving } ]\n";
        assertThat(findings(accepted)).allMatch(finding -> !finding.counts());
    }

    @Test
    void everyFindingOpensItsLine() {
        assertThat(findings(conduit("office, cell", ""))
                        .getFirst()
                        .evidence()
                        .getFirst()
                        .display())
                .startsWith("plant.yaml:");
    }

    @Test
    void aFlowThatPassesADmzIsFound() {
        String flow =
                ", enforced-by: [ fw ], flows: [ { id: f, from: { zone: %s }, to: { zone: %s }, port: tcp/443 } ]";
        String assets = "assets: [ { id: fw, zone: dmz } ]\n";
        assertThat(keys(conduit("control-room, office, dmz", flow.formatted("office", "control-room")) + assets))
                .contains("dmz-crossed:f");
        assertThat(keys(conduit("control-room, office, dmz", flow.formatted("control-room", "office")) + assets))
                .contains("dmz-crossed:f");
        assertThat(keys(conduit("control-room, office, dmz", flow.formatted("office", "dmz")) + assets))
                .doesNotContain("dmz-crossed:f");
        assertThat(keys(conduit("control-room, cell, dmz", flow.formatted("control-room", "cell")) + assets))
                .doesNotContain("dmz-crossed:f");
    }

    @Test
    void safetyThatIsProgrammedFromOutsideIsFound() {
        String flow = ", flows: [ { id: f, from: { zone: %s }, to: { zone: sis }, port: tcp/102, allow: [ %s ] } ]";
        assertThat(keys(conduit("control-room, sis", flow.formatted("control-room", "read, program"))))
                .containsExactly("safety-programmed-outside:f");
        assertThat(keys(conduit("control-room, sis", flow.formatted("control-room", "read, diagnose"))))
                .isEmpty();
    }

    @Test
    void anAssetMarkedAsSafetyRelatedCountsLikeItsZone() {
        String flow = ", flows: [ { id: f, from: { zone: control-room }, to: { asset: trip }, port: tcp/102, "
                + "allow: [ configure ] } ]";
        String asset = "assets: [ { id: trip, zone: cell, safety-related: %s } ]\n";
        assertThat(keys(conduit("control-room, cell", flow) + asset.formatted("true")))
                .contains("safety-programmed-outside:f");
        assertThat(keys(conduit("control-room, cell", flow) + asset.formatted("false")))
                .doesNotContain("safety-programmed-outside:f");
    }

    @Test
    void approvedFlowsThatNothingEnforcesAreFound() {
        String flow = ", flows: [ { id: f, from: { zone: control-room }, to: { zone: cell }, port: tcp/502, "
                + "approved-by: head } ]";
        assertThat(keys(conduit("control-room, cell", flow))).containsExactly("conduit-without-controls:c");
        assertThat(keys(conduit("control-room, cell", ", enforced-by: [ fw ]" + flow)
                        + "assets: [ { id: fw, zone: cell } ]\n"))
                .isEmpty();
        assertThat(keys(conduit("control-room, cell", ", kind: serial" + flow))).isEmpty();
        assertThat(keys(conduit("control-room, cell", flow.replace(", approved-by: head", ""))))
                .isEmpty();
    }

    @Test
    void aConduitThatLeavesAZoneAroundItsEndIsFound() {
        String inner = ZONES + "  - { id: mixer, function: control, parent: cell, owner: OT }\n"
                + "conduits:\n  - { id: c, between: [ %s, mixer ], owner: OT }\n";
        assertThat(keys(inner.formatted("control-room"))).containsExactly("conduit-crosses-zone:c+mixer");
        assertThat(keys(inner.formatted("cell"))).isEmpty();
    }
}
