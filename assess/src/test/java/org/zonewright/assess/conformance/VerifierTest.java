package org.zonewright.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Scene;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.base.Severity;
import org.zonewright.base.Texts;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.PlantReading;
import org.zonewright.standard.RequirementId;

/// Protects the verdict that decides an exit code: what crosses a zone without approval is found, what is approved is
/// not, and what was not seen is never called unused.
class VerifierTest {
    static final String ZONES = """
            sensors: [ { id: tap, sources: [ scene.pcap ] } ]
            realms: [ { id: plant, sees: [ { sensor: tap } ] } ]
            assets:
              - { id: lt, match: { realm: plant, ip: 10.1.0.7 }, zone: office }
              - { id: jump, match: { realm: plant, ip: 10.2.0.1 }, zone: dmz }
              - { id: scada, match: { realm: plant, ip: 10.3.0.1 }, zone: operations }
              - { id: hmi, match: { realm: plant, ip: 10.3.0.2 }, zone: operations }
              - { id: old, match: { realm: plant, ip: 10.3.0.9 }, zone: operations, life: retired }
              - { id: plc, match: { realm: plant, ip: 10.4.0.1 }, zone: cell }
            zones:
              - { id: office, in-suc: false, function: enterprise, members: [ { cidr: 10.1.0.0/24, realm: plant } ] }
              - { id: dmz, function: dmz, members: [ { cidr: 10.2.0.0/24, realm: plant } ] }
              - { id: operations, function: operations, members: [ { cidr: 10.3.0.0/24, realm: plant } ] }
              - { id: cell, function: control, members: [ { cidr: 10.4.0.0/24, realm: plant } ] }
              - { id: outside, in-suc: false, function: external, members: [ { cidr: 203.0.113.0/24, realm: plant } ] }
            """;

    static final String FLOWS = """
            conduits:
              - { id: office-dmz, between: [ office, dmz ] }
              - { id: dmz-operations, between: [ dmz, operations ] }
              - id: operations-cell
                between: [ operations, cell ]
                flows:
                  - { id: f-scada, from: { asset: scada }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      allow: [ read, "modbus:6" ], approved-by: head, until: 2026-12-31 }
                  - { id: f-hmi, from: { asset: hmi }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      allow: [ read ], approved-by: head, until: 2026-10-31 }
            """;

    static Scene plant() {
        return new Scene()
                .network("10.1.0.0/24")
                .network("10.2.0.0/24")
                .network("10.3.0.0/24")
                .network("10.4.0.0/24")
                .station("lt", "10.1.0.7")
                .station("scada", "10.3.0.1", Role.HMI_SCADA)
                .station("hmi", "10.3.0.2", Role.HMI_SCADA)
                .station("plc", "10.4.0.1", Role.CONTROLLER);
    }

    static Conformance verify(String document, Scene scene) {
        return verify(document, scene, Scene.AT);
    }

    private static Conformance verify(String document, Scene scene, Instant at) {
        PlantReading reading = Documents.read(document);
        Inventory inventory = scene.inventory();
        Placement placement = Placer.place(reading.plant().orElseThrow(), inventory, reading.positions());
        return Verifier.verify(reading.plant().orElseThrow(), inventory, placement, at, reading.positions());
    }

    static List<String> keys(Conformance conformance) {
        return conformance.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Finding::key)
                .toList();
    }

    private static Finding only(Conformance conformance, String key) {
        return conformance.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among "
                        + conformance.findings().stream().map(Finding::key).toList()));
    }

    private static String words(Finding finding) {
        return Texts.english().say(finding.title()) + "\n" + finding.reason().display(Texts.english());
    }

    @Test
    void trafficWithinItsApprovalIsNoFinding() {
        Conformance result = verify(
                ZONES + FLOWS,
                plant().talk("10.3.0.1", "10.4.0.1", "modbus tcp/502")
                        .asking("3", FunctionClass.READ, 60)
                        .asking("0x06", FunctionClass.WRITE, 1));
        assertThat(keys(result)).isEmpty();
        assertThat(result.conduits().getLast().flows().getFirst().state()).isEqualTo(FlowState.IN_ORDER);
        assertThat(result.hasOpenFindings()).isFalse();
    }

    @Test
    void trafficBetweenZonesWithoutConduitIsOneFindingForThePairAndSaysWhichWayTheDrawingLeads() {
        Conformance result = verify(
                ZONES + FLOWS,
                plant().talk("10.1.0.7", "10.4.0.1", "modbus tcp/502")
                        .asking("3", FunctionClass.READ, 6)
                        .asking("16", FunctionClass.WRITE, 1)
                        .talk("10.1.0.7", "10.4.0.1", "http tcp/80"));
        assertThat(keys(result)).containsExactly("undeclared-flow:office>cell");
        Finding finding = only(result, "undeclared-flow:office>cell");
        assertThat(words(finding))
                .contains("No conduit joins office and cell")
                .contains("office → dmz → operations → cell")
                .contains("lt → plc, modbus tcp/502: write (16) ×1, read (3) ×6")
                .contains("http tcp/80");
        assertThat(finding.clauses()).contains(RequirementId.parse("ZCR 3.2").orElseThrow());
        assertThat(finding.counts()).isTrue();
    }

    @Test
    void theDecidingFrameOfAnUndeclaredFlowIsThatOfItsGravestFunction() {
        Scene scene = plant().talk("10.1.0.7", "10.4.0.1", "modbus tcp/502").asking("3", FunctionClass.READ, 6);
        scene.asking("6", FunctionClass.WRITE, 1);
        Finding finding = only(verify(ZONES + FLOWS, scene), "undeclared-flow:office>cell");
        assertThat(finding.evidence().getFirst().display()).isEqualTo("scene.pcap frame " + lastFrame(scene));
    }

    private static long lastFrame(Scene scene) {
        return scene.inventory().conversations().getLast().functions().getLast().first()
                        instanceof org.zonewright.base.SourceRef.InCapture frame
                ? frame.frame()
                : -1;
    }

    @Test
    void anAttemptStandsApartFromTrafficAndDoesNotCount() {
        Conformance result = verify(
                ZONES + FLOWS, plant().talk("10.1.0.7", "10.4.0.1", "- tcp/102").outcome(Outcome.ATTEMPTED));
        assertThat(keys(result)).isEmpty();
        assertThat(only(result, "attempted-flow:office>cell").counts()).isFalse();
    }

    @Test
    void aWriteOverAFlowThatIsApprovedForReadingIsFoundDownToItsCode() {
        String current = ZONES + FLOWS.replace("2026-10-31", "2026-12-31");
        Conformance result = verify(
                current,
                plant().talk("10.3.0.2", "10.4.0.1", "modbus tcp/502")
                        .asking("3", FunctionClass.READ, 12)
                        .asking("6", FunctionClass.WRITE, 1)
                        .asking("0x2b", FunctionClass.SESSION, 1));
        assertThat(keys(result)).containsExactly("function-not-allowed:f-hmi");
        assertThat(words(only(result, "function-not-allowed:f-hmi")))
                .contains("write (6) ×1")
                .contains("Flow f-hmi allows read")
                .doesNotContain("read (3)");
    }

    @Test
    void aFunctionThatOneOfTwoCoveringFlowsAllowsIsAllowed() {
        String both = ZONES + FLOWS + """
                      - { id: f-any, from: { zone: operations }, to: { zone: cell }, protocol: modbus, port: tcp/502,
                          allow: [ write ], approved-by: head }
                """;
        Conformance result = verify(
                both.replace("2026-10-31", "2026-12-31"),
                plant().talk("10.3.0.2", "10.4.0.1", "modbus tcp/502")
                        .asking("3", FunctionClass.READ, 1)
                        .asking("6", FunctionClass.WRITE, 1));
        assertThat(keys(result)).isEmpty();
    }

    @Test
    void aFlowThatGoesOnAfterItsApprovalIsFound() {
        Conformance result = verify(
                ZONES + FLOWS,
                plant().talk("10.3.0.2", "10.4.0.1", "modbus tcp/502").asking("3", FunctionClass.READ, 12));
        assertThat(keys(result)).containsExactly("approval-expired:f-hmi");
    }

    @Test
    void trafficOnTheLastDayOfAnApprovalIsInOrderAndLaterOnlyWorthKnowing() {
        Scene scene = plant().talk("10.3.0.2", "10.4.0.1", "modbus tcp/502")
                .asking("3", FunctionClass.READ, 12)
                .until(Instant.parse("2026-10-31T23:59:59Z"));
        Conformance result = verify(ZONES + FLOWS, scene);
        assertThat(keys(result)).isEmpty();
        assertThat(only(result, "approval-ended:f-hmi").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void anApprovedFlowThatWasNotSeenIsNotObservedAndNeverUnused() {
        Scene other = plant().talk("10.3.0.1", "10.3.0.2", "opcua tcp/4840");
        Finding finding = only(verify(ZONES + FLOWS, other), "flow-not-observed:f-scada");
        assertThat(finding.counts()).isFalse();
        assertThat(words(finding)).contains("not observed in this window").doesNotContain("unused");
    }

    @Test
    void aDocumentAloneIsNotToldThatItsFlowsWereNotObserved() {
        assertThat(verify(ZONES + FLOWS, new Scene()).findings()).isEmpty();
    }

    @Test
    void anotherProtocolOnTheApprovedPortIsNotCovered() {
        Scene scene = plant().talk("10.3.0.1", "10.4.0.1", "http tcp/502").asking("GET", FunctionClass.READ, 1);
        Finding finding = only(verify(ZONES + FLOWS, scene), "undeclared-flow:operations>cell");
        assertThat(words(finding)).contains("Flow f-scada covers these ends, but for");
    }

    @Test
    void contentThatNobodyRecognisedIsCoveredByTheApprovedPort() {
        Scene scene = plant().talk("10.3.0.1", "10.4.0.1", "- tcp/502");
        assertThat(keys(verify(ZONES + FLOWS, scene))).isEmpty();
    }

    @Test
    void flowsWithoutApprovalAreOneFindingForTheConduit() {
        String open = ZONES + FLOWS.replace("approved-by: head, ", "");
        assertThat(keys(verify(open, plant()))).containsExactly("flow-not-approved:operations-cell");
    }

    @Test
    void aStationThatNoLineNamesIsUnknownThoughItsAddressLiesInAZone() {
        Scene scene = plant().station("vendor-laptop", "10.4.0.150")
                .from(80)
                .talk("10.4.0.150", "10.4.0.1", "modbus tcp/502")
                .asking("16", FunctionClass.WRITE, 1);
        Conformance result = verify(ZONES + FLOWS, scene);
        assertThat(keys(result)).containsExactly("unknown-asset:plant/10.4.0.150");
        Finding finding = only(result, "unknown-asset:plant/10.4.0.150");
        assertThat(words(finding))
                .contains("vendor-laptop")
                .contains("80 s into the 100 s")
                .contains("write (16)");
        assertThat(finding.clauses()).contains(RequirementId.parse("ZCR 3.4").orElseThrow());
    }

    @Test
    void unknownStationsOfTheOfficeAreOnlyWorthKnowingAndThoseOutsideNothing() {
        Scene scene = plant().station("", "10.1.0.99").station("", "203.0.113.5");
        Conformance result = verify(ZONES + FLOWS, scene);
        assertThat(keys(result)).isEmpty();
        assertThat(only(result, "unknown-asset:plant/10.1.0.99").severity()).isEqualTo(Severity.INFO);
        assertThat(result.findings()).noneMatch(finding -> finding.key().contains("203.0.113.5"));
    }

    @Test
    void aRetiredAssetThatSpeaksIsFoundAndASilentOneIsNot() {
        Scene speaks = plant().station("", "10.3.0.9").talk("10.3.0.9", "10.3.0.1", "http tcp/80");
        assertThat(keys(verify(ZONES + FLOWS, speaks))).containsExactly("retired-asset-speaks:old");
        Scene listed = plant().station("", "10.3.0.9").documentedOnly();
        assertThat(keys(verify(ZONES + FLOWS, listed))).isEmpty();
    }

    @Test
    void aPlannedAssetThatSpeaksIsFound() {
        Scene speaks = plant().station("", "10.3.0.9").talk("10.3.0.9", "10.3.0.1", "http tcp/80");
        String planned = ZONES.replace("life: retired", "life: planned") + FLOWS;
        assertThat(keys(verify(planned, speaks))).containsExactly("planned-asset-speaks:old");
    }

    @Test
    void trafficInsideAZoneIsNoFlowButACleartextLoginIsFound() {
        Scene scene =
                plant().talk("10.3.0.1", "10.3.0.2", "opcua tcp/4840").talk("10.3.0.1", "10.3.0.2", "telnet tcp/23");
        Conformance result = verify(ZONES + FLOWS, scene);
        assertThat(keys(result)).containsExactly("cleartext-management:hmi");
        assertThat(result.pairs()).anySatisfy(pair -> {
            assertThat(pair.from()).isEqualTo("operations");
            assertThat(pair.to()).isEqualTo("operations");
            assertThat(pair.uncovered()).isZero();
        });
    }

    @Test
    void aTelnetThatNobodyAnsweredIsNoLogin() {
        Scene scene = plant().talk("10.3.0.1", "10.3.0.2", "telnet tcp/23").outcome(Outcome.REJECTED);
        assertThat(keys(verify(ZONES + FLOWS, scene))).isEmpty();
    }

    @Test
    void aStationWithAddressesInTwoZonesIsFoundUnlessItBelongsToAConduit() {
        Scene scene = plant().station("bridge", "10.3.0.50").also("10.4.0.50");
        String known = ZONES.replace(
                "zones:", "  - { id: bridge, match: { realm: plant, ip: 10.3.0.50 }, zone: operations }\nzones:");
        assertThat(keys(verify(known + FLOWS, scene))).containsExactly("multi-homed-asset:bridge");
        String member = ZONES.replace("zones:", "  - { id: bridge, match: { realm: plant, ip: 10.3.0.50 } }\nzones:");
        String conduit = FLOWS.replace(
                "between: [ operations, cell ]", "between: [ operations, cell ]\n    members: [ bridge ]");
        assertThat(keys(verify(member + conduit, scene))).isEmpty();
    }

    @Test
    void networkTrafficThroughAConduitThatIsNoNetworkIsFound() {
        String serial = ZONES
                + FLOWS.replace("between: [ operations, cell ]", "between: [ operations, cell ]\n    kind: serial");
        Scene scene = plant().talk("10.3.0.1", "10.4.0.1", "modbus tcp/502").asking("3", FunctionClass.READ, 1);
        assertThat(keys(verify(serial, scene))).containsExactly("conduit-kind:operations-cell");
        Conformance silent = verify(serial, plant());
        assertThat(silent.conduits().getLast().flows().getFirst().state()).isEqualTo(FlowState.NOT_OBSERVABLE);
        assertThat(silent.findings()).isEmpty();
    }

    @Test
    void anAnswerThroughADiodeIsFoundAndSendingThroughItIsNot() {
        String diode = ZONES
                + FLOWS.replace("between: [ operations, cell ]", "between: [ operations, cell ]\n    one-way-to: cell");
        Scene answered = plant().talk("10.3.0.1", "10.4.0.1", "modbus tcp/502").asking("3", FunctionClass.READ, 1);
        assertThat(keys(verify(diode, answered))).containsExactly("one-way-conduit:operations-cell");
        Scene sent = plant().talk("10.3.0.1", "10.4.0.1", "modbus tcp/502").outcome(Outcome.ONE_WAY);
        assertThat(keys(verify(diode, sent))).isEmpty();
    }

    @Test
    void groupTrafficAndChatterOfTheNetworkAreCountedAndNotJudged() {
        Scene scene = plant().talk("10.3.0.1", "10.4.0.1", "- icmp/0").talk("10.3.0.1", "239.0.0.1", "- udp/5000");
        Conformance result = verify(ZONES + FLOWS, scene);
        assertThat(keys(result)).isEmpty();
        assertThat(result.groupTraffic()).isEqualTo(1);
        assertThat(result.networkChatter()).isEqualTo(1);
    }

    @Test
    void oneDirectionAloneIsAWarningBecauseNobodyAnswered() {
        Scene scene = plant().talk("10.1.0.7", "10.4.0.1", "syslog udp/514").outcome(Outcome.ONE_WAY);
        assertThat(only(verify(ZONES + FLOWS, scene), "undeclared-flow:office>cell")
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void whatIsSentToAnAddressThatNobodyHasIsNoTrafficBetweenZones() {
        Scene scene =
                plant().talk("10.3.0.1", "172.16.255.255", "netbios udp/137").outcome(Outcome.ONE_WAY);
        Conformance result = verify(ZONES + FLOWS, scene);
        assertThat(keys(result)).isEmpty();
        assertThat(only(result, "attempted-flow:operations>?").counts()).isFalse();
    }

    @Test
    void trafficOfAStationOutsideTheDrawingIsToldApart() {
        Scene scene = plant().station("", "172.16.9.9").talk("172.16.9.9", "10.4.0.1", "modbus tcp/502");
        assertThat(keys(verify(ZONES + FLOWS, scene)))
                .containsExactlyInAnyOrder("undeclared-flow:?>cell", "unknown-asset:plant/172.16.9.9");
    }

    @Test
    void aConduitOfAParentZoneCarriesItsSubZones() {
        String nested = ZONES.replace("function: control,", "function: control, parent: line,")
                        .replace("zones:\n", "zones:\n  - { id: line, function: control }\n")
                + FLOWS.replace("[ operations, cell ]", "[ operations, line ]")
                        .replace("to: { asset: plc }", "to: { zone: line }");
        Scene scene = plant().talk("10.3.0.1", "10.4.0.1", "modbus tcp/502").asking("3", FunctionClass.READ, 1);
        assertThat(keys(verify(nested, scene))).isEmpty();
    }

    @Test
    void routedTrafficSeenInTwoRealmsIsOneExchangeAndOneStation() {
        Scene scene = plant().talk("10.3.0.1", "10.4.0.1", "modbus tcp/502")
                .asking("3", FunctionClass.READ, 5)
                .realm("cell-tap")
                .network("192.168.0.0/24")
                .remote("", "10.3.0.1")
                .remote("", "10.4.0.1")
                .talk("10.3.0.1", "10.4.0.1", "modbus tcp/502")
                .asking("3", FunctionClass.READ, 5);
        Conformance result = verify(ZONES + FLOWS, scene);
        assertThat(keys(result)).isEmpty();
        assertThat(result.conduits().getLast().flows().getFirst().exchanges()).isEqualTo(1);
    }

    @Test
    void equalInputsGiveEqualResults() {
        Scene scene = plant().talk("10.1.0.7", "10.4.0.1", "modbus tcp/502")
                .asking("16", FunctionClass.WRITE, 1)
                .station("", "10.4.0.150")
                .talk("10.4.0.150", "10.4.0.1", "s7comm tcp/102");
        assertThat(verify(ZONES + FLOWS, scene)).isEqualTo(verify(ZONES + FLOWS, scene));
    }
}
