package org.zonewright.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Scene;
import org.zonewright.assess.enforcement.Enforcement;
import org.zonewright.assess.enforcement.Firewall;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.base.Texts;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;

/// Protects the table of three truths: each of its cases is named where it is one, and nothing is called open, closed
/// or bypassed that is not known.
class TruthTableTest {
    private static final String ZONES = """
            realms: [ { id: plant } ]
            assets:
              - { id: scada, match: { realm: plant, ip: 10.3.0.1 }, zone: operations }
              - { id: hmi, match: { realm: plant, ip: 10.3.0.2 }, zone: operations }
              - { id: plc, match: { realm: plant, ip: 10.4.0.1 }, zone: cell }
              - { id: fw-1, match: { realm: plant, ip: 10.3.0.254 }, zone: operations, configured-by: [ "*.rules" ] }
              - { id: fw-2, match: { realm: plant, ip: 10.5.0.254 }, zone: yard }
            zones:
              - { id: office, in-suc: false, function: enterprise, members: [ { cidr: 10.1.0.0/24, realm: plant } ] }
              - { id: operations, function: operations, members: [ { cidr: 10.3.0.0/24, realm: plant } ] }
              - { id: cell, function: control, members: [ { cidr: 10.4.0.0/24, realm: plant } ] }
              - { id: yard, function: control, members: [ { cidr: 10.5.0.0/24, realm: plant } ] }
            conduits:
              - { id: operations-yard, between: [ operations, yard ], enforced-by: [ fw-2 ], flows: [
                  { id: f-yard, from: { asset: scada }, to: { zone: yard }, port: tcp/502, approved-by: head } ] }
              - { id: office-operations, between: [ office, operations ], enforced-by: [ fw-1 ] }
              - id: operations-cell
                between: [ operations, cell ]
                enforced-by: [ fw-1 ]
                flows:
            """;

    private static final String READS = """
                  - { id: f-read, from: { asset: scada }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      allow: [ read ], approved-by: head, until: 2026-12-31 }
            """;

    private static Scene scene() {
        return new Scene()
                .network("10.3.0.0/24")
                .network("10.4.0.0/24")
                .station("scada", "10.3.0.1")
                .station("hmi", "10.3.0.2")
                .station("plc", "10.4.0.1")
                .station("lt", "10.1.0.7");
    }

    private static Scene polled() {
        return scene().talk("10.3.0.1", "10.4.0.1", "modbus tcp/502").asking("3", FunctionClass.READ, 9);
    }

    private static Conformance verify(String flows, Scene scene, Firewall... firewalls) {
        PlantReading document = Documents.read(ZONES + flows);
        Plant plant = document.plant().orElseThrow();
        Inventory inventory = scene.inventory();
        Placement placement = Placer.place(plant, inventory, document.positions());
        return Verifier.verify(
                plant,
                inventory,
                placement,
                Optional.of(Enforcement.of(
                        plant,
                        inventory,
                        placement,
                        Arrays.stream(firewalls).map(Firewall::build).toList(),
                        document.positions())),
                Scene.AT,
                document.positions());
    }

    private static ConduitTruth truth(Conformance result, String key) {
        return result.truth().stream()
                .flatMap(TruthTable::all)
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String rows(Conformance result, String key) {
        return truth(result, key).rows().stream()
                .map(row -> row.truth().id() + " "
                        + row.flow().map(flow -> flow.value()).orElseGet(() -> row.from() + ">" + row.to()))
                .collect(Collectors.joining(", "));
    }

    /// The reasons of a finding in words.
    private static String beneath(Conformance result, String key) {
        return result.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(finding -> finding.reason().display(Texts.english()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> findings(Conformance result) {
        return result.findings().stream()
                .map(Finding::key)
                .filter(key -> key.startsWith("conduit-"))
                .sorted()
                .toList();
    }

    private static Firewall modbus() {
        return new Firewall("fw-1.rules").accept("10.3.0.1 > 10.4.0.1 tcp/502");
    }

    @Test
    void whatIsApprovedLetThroughAndSeenIsInOrderAndNoFinding() {
        Conformance result = verify(READS, polled(), modbus());
        assertThat(rows(result, "operations-cell")).isEqualTo("in-order f-read, closed cell>operations");
        assertThat(findings(result)).isEmpty();
    }

    @Test
    void whatIsApprovedLetThroughAndNotSeenIsOpen() {
        Conformance result = verify(READS, scene().talk("10.3.0.1", "10.3.0.2", "http tcp/80"), modbus());
        assertThat(rows(result, "operations-cell")).startsWith("open-unused f-read");
        assertThat(findings(result)).isEmpty();
    }

    @Test
    void whatIsApprovedAndSeenAndHasNoRuleIsToldWithTheRuleThatDrops() {
        Conformance result = verify(READS, polled(), new Firewall("fw-1.rules").drop("any > 10.4.0.1 tcp/502"));
        assertThat(rows(result, "operations-cell")).startsWith("unconfigured-seen f-read");
        assertThat(findings(result)).containsExactly("conduit-unconfigured-seen:operations-cell");
        Finding finding = result.findings().stream()
                .filter(one -> one.key().startsWith("conduit-"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.reason().display(Texts.english()))
                .contains("scene.pcap frame")
                .contains("fw-1 stops it by rule 1. [fw-1.rules:1]");
    }

    @Test
    void whatIsApprovedAndNotLetThroughIsBlockedAlsoIfItWasTried() {
        Scene tried = polled().outcome(Outcome.ATTEMPTED);
        Conformance result = verify(READS, tried, new Firewall("fw-1.rules"));
        assertThat(rows(result, "operations-cell")).startsWith("blocked f-read");
        assertThat(truth(result, "operations-cell").rows().getFirst().attempts())
                .isEqualTo(1);
        assertThat(findings(result)).containsExactly("conduit-blocked:operations-cell");
    }

    @Test
    void whatNobodyApprovedAndARuleLetsThroughIsAStandingHoleWithThatRule() {
        Scene used = polled().talk("10.3.0.2", "10.4.0.1", "http tcp/80");
        Conformance result = verify(READS, used, modbus().accept("10.3.0.2 > 10.4.0.1 tcp/80"));
        assertThat(rows(result, "operations-cell"))
                .isEqualTo("in-order f-read, standing-hole hmi>plc, closed cell>operations");
        assertThat(truth(result, "operations-cell")
                        .rows()
                        .get(1)
                        .rules()
                        .getFirst()
                        .at()
                        .display())
                .isEqualTo("fw-1.rules:2");
        assertThat(findings(result)).isEmpty();
        assertThat(beneath(result, "undeclared-flow:operations>cell"))
                .contains("let through and used without approval")
                .contains("fw-1.rules:2");
    }

    @Test
    void anApprovalThatEndedIsNone() {
        String ended = READS.replace("2026-12-31", "2026-10-31");
        assertThat(rows(verify(ended, polled(), modbus()), "operations-cell")).startsWith("standing-hole f-read");
        assertThat(rows(verify(ended, scene(), modbus()), "operations-cell")).startsWith("latent-hole f-read");
        assertThat(rows(verify(ended, polled(), new Firewall("a.rules")), "operations-cell"))
                .startsWith("bypass f-read");
    }

    @Test
    void whatARuleLetsThroughBeyondApprovalAndUseIsALatentHoleDownToTheAddress() {
        Conformance result = verify(READS, polled(), modbus().accept("10.3.0.0/30 > 10.4.0.1 tcp/502"));
        TruthRow hole =
                truth(result, "operations-cell").rows(TruthCase.LATENT_HOLE).getFirst();
        assertThat(hole.from() + " > " + hole.to() + " " + hole.service())
                .isEqualTo("10.3.0.0, 10.3.0.2/31 > 10.4.0.1 tcp/502");
        assertThat(hole.rules()).extracting(rule -> rule.rule()).containsExactly("rule 2");
        assertThat(findings(result)).containsExactly("conduit-latent-hole:operations-cell");
    }

    @Test
    void whatWasSeenWithoutApprovalAndWithoutARuleIsABypass() {
        Scene used = polled().talk("10.3.0.2", "10.4.0.1", "http tcp/80");
        Conformance result = verify(READS, used, modbus());
        assertThat(rows(result, "operations-cell")).contains("bypass hmi>plc");
        assertThat(findings(result)).isEmpty();
        assertThat(beneath(result, "undeclared-flow:operations>cell")).contains("neither approved nor let through");
    }

    @Test
    void whatOneConduitBlocksMayHaveTakenTheOtherBetweenTheSameZones() {
        Scene used = polled().talk("10.3.0.2", "10.4.0.1", "http tcp/80");
        String second = READS + """
              - { id: second, between: [ operations, cell ], enforced-by: [ fw-2 ] }
            """;
        Firewall other = new Firewall("fw-2.conf").accept("10.3.0.2 > 10.4.0.1 tcp/80");
        assertThat(rows(verify(second, used, modbus(), other), "operations-cell"))
                .contains("standing-hole hmi>plc");
        assertThat(rows(verify(second, used, modbus(), new Firewall("fw-2.conf")), "operations-cell"))
                .contains("bypass hmi>plc");
        assertThat(rows(verify(second, used, modbus()), "operations-cell")).contains("not-assessable hmi>plc");
    }

    @Test
    void anAttemptIsNoBypass() {
        for (Outcome outcome : List.of(Outcome.ATTEMPTED, Outcome.REJECTED)) {
            Scene tried = polled().talk("10.3.0.2", "10.4.0.1", "http tcp/80").outcome(outcome);
            Conformance result = verify(READS, tried, modbus());
            assertThat(rows(result, "operations-cell")).isEqualTo("in-order f-read, closed cell>operations");
            assertThat(findings(result)).isEmpty();
        }
    }

    @Test
    void functionsBeyondTheApprovalHaveARowAndKeepTheirOwnFinding() {
        Scene wrote = polled().asking("6", FunctionClass.WRITE, 1);
        Conformance result = verify(READS, wrote, modbus());
        assertThat(rows(result, "operations-cell"))
                .isEqualTo("in-order f-read, standing-hole f-read, closed cell>operations");
        assertThat(truth(result, "operations-cell").rows().get(1).functions()).contains("write", "(6)");
        assertThat(findings(result)).isEmpty();
        assertThat(result.findings()).extracting(Finding::key).contains("function-not-allowed:f-read");
    }

    @Test
    void betweenZonesWithoutAConduitTheAssetsThatGuardThemAreAsked() {
        Scene used = polled().talk("10.1.0.7", "10.4.0.1", "modbus tcp/502");
        Conformance result = verify(READS, used, modbus().accept("10.1.0.0/24 > 10.4.0.1 tcp/502"));
        assertThat(rows(result, "office>cell")).startsWith("standing-hole lt (10.1.0.7)>plc, latent-hole");
        assertThat(rows(result, "cell>office")).isEqualTo("closed cell>office");
        assertThat(findings(result)).containsExactly("conduit-latent-hole:office>cell");
        assertThat(beneath(result, "undeclared-flow:office>cell")).contains("let through and used without approval");
    }

    @Test
    void withoutAConfigurationOfTheAssetThatIsSaidOnceAndNothingElse() {
        Conformance result = verify(READS, polled(), modbus());
        ConduitTruth yard = truth(result, "operations-yard");
        assertThat(yard.rows()).isEmpty();
        assertThat(yard.count(TruthCase.NOT_ASSESSABLE)).isEqualTo(1);
        assertThat(yard.missing().stream().map(reason -> Texts.english().say(reason.text())))
                .containsExactly("There is no configuration of fw-2.");
    }

    @Test
    void aConditionLeavesItUnassessedWithTheConditionNamed() {
        Conformance result = verify(READS, polled(), new Firewall("a.rules").acceptIf("user is M. Berg", "any > any"));
        assertThat(rows(result, "operations-cell")).startsWith("not-assessable f-read");
        assertThat(truth(result, "operations-cell").missing().toString()).contains("user is M. Berg");
        assertThat(findings(result)).isEmpty();
    }

    @Test
    void aConfigurationOfAnotherSeasonSaysNothing() {
        Duration apart = TruthDates.FARTHEST;
        Firewall near = modbus().taken(Scene.NOON.minus(apart));
        assertThat(rows(verify(READS, polled(), near), "operations-cell")).startsWith("in-order");
        for (Firewall far : List.of(
                modbus().taken(Scene.NOON.minus(apart).minusSeconds(1)),
                modbus().taken(Scene.NOON.plus(apart).plusSeconds(101)))) {
            ConduitTruth conduit = truth(verify(READS, polled(), far), "operations-cell");
            assertThat(conduit.rows()).isEmpty();
            assertThat(conduit.missing())
                    .extracting(reason -> reason.text().key())
                    .containsExactly("truth.too-far");
        }
    }

    @Test
    void whereNothingWasSeenOfEitherSideUseIsNotKnown() {
        Scene elsewhere = new Scene()
                .station("lt", "10.1.0.7")
                .station("", "10.1.0.8")
                .talk("10.1.0.7", "10.1.0.8", "http tcp/80");
        Conformance result = verify(READS, elsewhere, modbus().accept("10.3.0.2 > 10.4.0.1 tcp/80"));
        assertThat(rows(result, "operations-cell")).startsWith("not-assessable f-read, latent-hole 10.3.0.2>10.4.0.1");
        assertThat(truth(result, "operations-cell").missing())
                .extracting(reason -> reason.text().key())
                .containsExactly("truth.no-vantage");
    }

    @Test
    void withoutAnyConfigurationThereIsNoTableAndNoFindingOfIt() {
        Conformance result = verify(READS, polled());
        assertThat(result.truth()).isEmpty();
        assertThat(result.conduits()).extracting(ConduitCheck::truth).containsOnly(Optional.empty());
        assertThat(findings(result)).isEmpty();
    }

    @Test
    void theCountsOfTheSiteAreThoseOfItsTables() {
        Conformance result = verify(READS, polled(), modbus());
        TruthTable table = result.truth().orElseThrow();
        assertThat(table.counts().get(TruthCase.IN_ORDER)).isEqualTo(1);
        assertThat(table.conduits())
                .extracting(one -> one.key())
                .containsExactly("operations-yard", "office-operations", "operations-cell");
    }

    private static List<String> ofRules(Conformance result) {
        return result.findings().stream()
                .map(Finding::key)
                .filter(key -> key.startsWith("rule-") || key.startsWith("boundary-"))
                .sorted()
                .toList();
    }

    @Test
    void rulesThatLetEverythingThroughAreFound() {
        assertThat(ofRules(verify(READS, scene(), new Firewall("fw-1.rules").accept("any > any"))))
                .containsExactly("rule-any-to-any:fw-1");
        assertThat(ofRules(verify(READS, scene(), modbus().accept("10.3.0.9 > any"))))
                .isEmpty();
    }

    @Test
    void rulesThatNobodyUsesAreFound() {
        Instant taken = Instant.parse("2026-11-01T00:00:00Z");
        Firewall never =
                new Firewall("fw-1.rules").accept("10.3.0.1 > 10.4.0.1 tcp/502").used(0, taken);
        Firewall longAgo = new Firewall("fw-1.rules")
                .accept("10.3.0.1 > 10.4.0.1 tcp/502")
                .used(7, taken.minus(Duration.ofDays(400)))
                .taken(taken);
        Firewall lately = new Firewall("fw-1.rules")
                .accept("10.3.0.1 > 10.4.0.1 tcp/502")
                .used(7, taken.minus(Duration.ofDays(300)))
                .taken(taken);
        assertThat(ofRules(verify(READS, scene(), never))).containsExactly("rule-never-hit:fw-1");
        assertThat(ofRules(verify(READS, scene(), longAgo))).containsExactly("rule-never-hit:fw-1");
        assertThat(ofRules(verify(READS, scene(), lately))).isEmpty();
    }

    @Test
    void rulesBehindOthersAreToldAndDoNotCount() {
        Conformance result = verify(
                READS,
                scene(),
                new Firewall("fw-1.rules")
                        .accept("10.3.0.0/24 > 10.4.0.1 tcp/502")
                        .drop("10.3.0.9 > 10.4.0.1 tcp/502"));
        assertThat(ofRules(result)).containsExactly("rule-decides-nothing:fw-1");
        assertThat(result.findings().stream()
                        .filter(finding -> finding.key().startsWith("rule-"))
                        .anyMatch(Finding::counts))
                .isFalse();
    }

    @Test
    void aFirewallThatLetsItsWeakerSideManageItIsFound() {
        assertThat(ofRules(verify(READS, scene(), modbus().acceptToItself("10.1.0.0/24 > any tcp/443"))))
                .containsExactly("boundary-managed-outside:fw-1");
        assertThat(ofRules(verify(READS, scene(), modbus().acceptToItself("10.4.0.0/24 > any tcp/443"))))
                .isEmpty();
        assertThat(ofRules(verify(READS, scene(), modbus().acceptToItself("10.1.0.0/24 > any tcp/502"))))
                .isEmpty();
    }
}
