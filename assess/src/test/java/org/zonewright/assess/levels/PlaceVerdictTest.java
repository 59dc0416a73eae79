package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Found.WORKS;
import static org.zonewright.assess.levels.Found.row;
import static org.zonewright.assess.levels.Sites.CELL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ZoneId;

/// Protects how a zone's verdict follows from its assets, from what was found of it as a whole, and from who of them
/// is named as the reason.
class PlaceVerdictTest {
    private static final Subject OFFICE = Subject.of(new ZoneId("office"));
    private static final String NO_CARRIER = "SR 5.4";
    private static final String APPROVED = "because: x, approved-by: B";

    private static void stands(Verdict.Side side, RequirementState state, Rule rule) {
        assertThat(side.state()).as(side.toString()).isEqualTo(state);
        assertThat(side.rule()).as(side.toString()).isEqualTo(rule);
    }

    private static Optional<EvidenceId> evidence(String id) {
        return Optional.of(new EvidenceId(id));
    }

    private static Optional<AssetId> asset(String id) {
        return Optional.of(new AssetId(id));
    }

    @Test
    void whatIsKnownOfOneZoneSaysNothingOfTheNext() {
        Found found = Found.at(
                        WORKS,
                        row("e1", NO_CARRIER, "zone: cell", "met"),
                        row("e2", "CR 1.1", "zone: cell", "met"),
                        row("e3", "SR 1.1", "zone: office", "met"))
                .seen(Sites.contradicts("SR 7.5", CELL, 3, "tap-1"));
        stands(found.inCell(NO_CARRIER), RequirementState.MET, Rule.EVIDENCE);
        stands(found.inCell("SR 7.5"), RequirementState.CONTRADICTED, Rule.CONTRADICTION);
        for (String requirement : List.of(NO_CARRIER, "SR 7.5")) {
            stands(found.verdict(OFFICE, requirement).achieved(), RequirementState.NO_EVIDENCE, Rule.NOTHING);
        }
        Verdict.Side office = found.verdict(OFFICE, "SR 1.1").achieved();
        stands(office, RequirementState.MET, Rule.EVIDENCE);
        assertThat(office.evidence()).isEqualTo(evidence("e3"));
    }

    @Test
    void whatWasSeenOfAZoneContradictsIt() {
        Observation seen = Sites.contradicts("SR 1.1", CELL, 3, "tap-1");
        Verdict.Side side = Found.at(WORKS).seen(seen).inCell("SR 1.1");
        stands(side, RequirementState.CONTRADICTED, Rule.CONTRADICTION);
        assertThat(side.observation()).contains("cleartext-login");
    }

    @Test
    void whatWasSeenAtAnAssetAgainstARequirementOfTheZoneContradictsTheZone() {
        Observation seen = Sites.contradicts(NO_CARRIER, Found.PLC, 3, "tap-1");
        Found found = Found.at(WORKS, row("e", NO_CARRIER, "zone: cell", "met")).seen(seen);
        stands(found.inCell(NO_CARRIER), RequirementState.CONTRADICTED, Rule.CONTRADICTION);
        Observation carried = Sites.contradicts("SR 1.1", Found.PLC, 3, "tap-1");
        stands(Found.at(WORKS).seen(carried).inCell("SR 1.1"), RequirementState.CONTRADICTED, Rule.ASSET_FAILS);
    }

    @Test
    void ofSeveralAssetsTheOneThatStandsWorstIsNamedAndOfEqualsTheFirstInTheDocument() {
        Found both = Found.at(
                WORKS, row("e1", "SR 1.1", "asset: hmi", "not-met"), row("e2", "SR 1.1", "asset: plc", "not-met"));
        assertThat(both.inCell("SR 1.1").asset()).isEqualTo(asset("plc"));
        Found worse = both.seen(Sites.contradicts("SR 1.1", Found.HMI, 3, "tap-1"));
        assertThat(worse.inCell("SR 1.1").asset())
                .as("what failed is said before what is contradicted")
                .isEqualTo(asset("plc"));
        Found partly = Found.at(
                WORKS, row("e1", "SR 1.1", "asset: plc", "partial"), row("e2", "SR 1.1", "asset: hmi", "not-met"));
        stands(partly.inCell("SR 1.1"), RequirementState.NOT_MET, Rule.ASSET_FAILS);
        assertThat(partly.inCell("SR 1.1").asset()).isEqualTo(asset("hmi"));
        String lacking = "claims: [ { id: c, assets: [ %s ], requirements: [ { requirement: CR 1.1, support: missing }"
                + " ] } ]\n";
        Verdict.Side capable = Found.at(WORKS + lacking.formatted("hmi, plc"))
                .verdict(CELL, "SR 1.1")
                .capable();
        stands(capable, RequirementState.NOT_MET, Rule.ASSET_FAILS);
        assertThat(capable.asset()).isEqualTo(asset("plc"));
        Verdict.Side one = Found.at(WORKS + lacking.formatted("hmi"))
                .verdict(CELL, "SR 1.1")
                .capable();
        assertThat(one.asset()).isEqualTo(asset("hmi"));
    }

    @Test
    void aFailureOfTheZoneThatNamesAssetsIsToldOfThemWhereTheyCarryTheRequirement() {
        Found found = Found.at(WORKS, row("f", "SR 1.1", "zone: cell", "not-met", "covers: { assets: [ hmi ] }"));
        stands(found.inCell("SR 1.1"), RequirementState.NOT_MET, Rule.ASSET_FAILS);
        assertThat(found.inCell("SR 1.1").asset()).isEqualTo(asset("hmi"));
        stands(found.verdict(Found.PLC, "SR 1.1").achieved(), RequirementState.NO_EVIDENCE, Rule.NOTHING);
    }

    @Test
    void aFailureThatNamesAnAssetWhichDoesNotCarryItHereFailsTheZone() {
        String more = """
                  - { id: pc, zone: office, type: host }
                  - { id: old, zone: cell, type: host, life: retired }
                  - { id: box, zone: cell }
                """;
        for (String named : List.of("pc", "old", "box", "plc, box")) {
            String row = row("f", "SR 2.4", "zone: cell", "not-met", "covers: { assets: [ " + named + " ] }");
            Verdict.Side side = Found.at(WORKS + more, row).inCell("SR 2.4");
            stands(side, RequirementState.NOT_MET, Rule.NOT_CLEARED);
            assertThat(side.evidence()).as(named).isEqualTo(evidence("f"));
        }
    }

    @Test
    void laterEvidenceOfSomeAssetsClearsWhatFailedInTheZoneAndLetsItHoldForThemAlone() {
        String failed = row("f", "SR 1.1", "zone: cell", "not-met", "date: 2026-10-01");
        Found found = Found.at(WORKS, failed);
        stands(found.inCell("SR 1.1"), RequirementState.NOT_MET, Rule.NOT_CLEARED);
        Found some = found.with(row("e", "SR 1.1", "zone: cell", "met", "covers: { assets: [ plc ] }"));
        stands(some.inCell("SR 1.1"), RequirementState.NO_EVIDENCE, Rule.SOME_ASSETS);
        assertThat(some.inCell("SR 1.1").asset()).as("who is left").isEqualTo(asset("hmi"));
        assertThat(some.verdict(CELL, "SR 1.1").coverage()).isEqualTo("1 of 2");
        Found component = found.with(row("e", "CR 1.1", "zone: cell", "met"));
        stands(component.inCell("SR 1.1"), RequirementState.NO_EVIDENCE, Rule.NOTHING);
    }

    @Test
    void evidenceThatNamesAssetsHoldsForTheZoneWhereTheRequirementIsAboutTheZone() {
        for (String requirement : List.of(NO_CARRIER, "SR 5.1", "SR 5.2")) {
            Found found = Found.at(WORKS, row("e", requirement, "zone: cell", "met", "covers: { assets: [ plc ] }"));
            stands(found.inCell(requirement), RequirementState.MET, Rule.EVIDENCE);
            assertThat(found.inCell(requirement).evidence()).isEqualTo(evidence("e"));
            Found failed =
                    Found.at(WORKS, row("e", requirement, "zone: cell", "not-met", "covers: { assets: [ plc ] }"));
            stands(failed.inCell(requirement), RequirementState.NOT_MET, Rule.NOT_CLEARED);
        }
    }

    @Test
    void whatTheZoneInheritsOrNeedNotHaveHoldsWhereNoAssetFails() {
        String island = row("island", "SR 7.5", "zone: cell", "met");
        String inherited = row(
                "i",
                "SR 1.12",
                "zone: cell",
                "inherited",
                APPROVED,
                "inherited-from: { outside: group directory, island-mode: island }");
        String none = row("n", "SR 1.12", "zone: cell", "not-applicable", APPROVED);
        String failed = row("f", "SR 1.12", "asset: plc", "not-met");
        stands(Found.at(WORKS, island, inherited).inCell("SR 1.12"), RequirementState.INHERITED, Rule.EVIDENCE);
        stands(Found.at(WORKS, none).inCell("SR 1.12"), RequirementState.NOT_APPLICABLE, Rule.EVIDENCE);
        stands(Found.at(WORKS, none, failed).inCell("SR 1.12"), RequirementState.NOT_MET, Rule.ASSET_FAILS);
        stands(
                Found.at(WORKS, island, inherited, failed).inCell("SR 1.12"),
                RequirementState.NOT_MET,
                Rule.ASSET_FAILS);
        Verdict.Side capable = Found.at(WORKS, none).verdict(CELL, "SR 1.12").capable();
        stands(capable, RequirementState.NOT_APPLICABLE, Rule.SHOWN);
        assertThat(capable.evidence()).isEqualTo(evidence("n"));
    }

    @Test
    void aRequirementAboutTheZoneIsMetThereUnlessAnAssetFails() {
        Found met = Found.at(WORKS, row("e", "SR 5.1", "zone: cell", "met"));
        stands(met.inCell("SR 5.1"), RequirementState.MET, Rule.EVIDENCE);
        Found failed = met.with(row("f", "CR 5.1", "asset: hmi", "partial"));
        stands(failed.inCell("SR 5.1"), RequirementState.PARTIAL, Rule.ASSET_FAILS);
        Found assets =
                Found.at(WORKS, row("e", "CR 5.1", "asset: hmi", "met"), row("g", "CR 5.1", "asset: plc", "met"));
        stands(assets.inCell("SR 5.1"), RequirementState.MET, Rule.ALL_ASSETS);
        Found other = Found.at(WORKS, row("e", "SR 1.1", "zone: cell", "met"));
        stands(other.inCell("SR 1.1"), RequirementState.NO_EVIDENCE, Rule.SOME_ASSETS);
        assertThat(other.inCell("SR 1.1").asset()).isEqualTo(asset("plc"));
    }

    @Test
    void whyThereIsNoEvidenceIsTheZonesOwnReasonOrElseThatOfTheFirstAssetWithoutAny() {
        String ended = "valid-until: 2026-11-15";
        Found zone = Found.at(WORKS, row("e", "SR 1.1", "zone: cell", "met", ended));
        stands(zone.inCell("SR 1.1"), RequirementState.NO_EVIDENCE, Rule.EXPIRED);
        assertThat(zone.inCell("SR 1.1").evidence()).isEqualTo(evidence("e"));
        Found asset = Found.at(WORKS, row("e", "SR 1.1", "asset: plc", "met", ended));
        stands(asset.inCell("SR 1.1"), RequirementState.NO_EVIDENCE, Rule.EXPIRED);
        assertThat(asset.inCell("SR 1.1").asset()).isEqualTo(asset("plc"));
        assertThat(asset.inCell("SR 1.1").evidence()).isEmpty();
        stands(Found.at(WORKS).inCell("SR 1.1"), RequirementState.NO_EVIDENCE, Rule.NOTHING);
    }

    @Test
    void aSampleCountsBesideWhatIsCoveredByNameAndTheRestIsSaidToBeMissing() {
        Found sampled = Found.at(
                WORKS + "  - { id: late, zone: cell, type: software }\n",
                row(
                        "e",
                        "SR 2.4",
                        "zone: cell",
                        "met",
                        "covers: { assets: [ plc ], sampling-plan: by lot, approved-by: B }"));
        Installed moved = new Installed(
                new AssetId("late"), Optional.empty(), Optional.empty(), Optional.of(Sites.TODAY.minusDays(1)));
        LevelsInput input = sampled.input();
        Verdict verdict = Levels.of(new LevelsInput(
                        input.systems(),
                        input.components(),
                        input.plant(),
                        input.targets(),
                        List.of(),
                        List.of(moved),
                        input.stage(),
                        input.at()))
                .verdict(CELL, Sites.sr("SR 2.4"))
                .orElseThrow();
        assertThat(List.of(verdict.covered(), verdict.sampled(), verdict.applicable()))
                .containsExactly(1, 1, 3);
        stands(verdict.achieved(), RequirementState.NO_EVIDENCE, Rule.SOME_ASSETS);
        assertThat(verdict.achieved().asset()).isEqualTo(asset("late"));
    }

    @Test
    void aZoneCanWhatAllItsAssetsCanOrWhatEvidenceOrAMeasureInPlaceGivesIt() {
        String claims = "claims: [ { id: c, assets: [ plc, hmi ], vector: 1 } ]\n";
        Verdict.Side all = Found.at(WORKS + claims).verdict(CELL, "SR 1.1").capable();
        stands(all, RequirementState.MET, Rule.ALL_ASSETS);
        assertThat(all.asset()).isEqualTo(asset("plc"));
        Verdict.Side shown = Found.at(WORKS, row("e", NO_CARRIER, "zone: cell", "met"))
                .verdict(CELL, NO_CARRIER)
                .capable();
        stands(shown, RequirementState.MET, Rule.SHOWN);
        assertThat(shown.evidence()).isEqualTo(evidence("e"));
        String measure = "measures: [ { id: m, state: in-place, closes: [ { at: { zone: cell }, requirements: [ SR 5.4,"
                + " SR 1.1 ] } ] } ]\n";
        for (String requirement : List.of(NO_CARRIER, "SR 1.1")) {
            Verdict.Side closed =
                    Found.at(WORKS + measure).verdict(CELL, requirement).capable();
            stands(closed, RequirementState.COMPENSATED, Rule.MEASURE);
            assertThat(closed.measure()).contains(new MeasureId("m"));
        }
        stands(Found.at(WORKS).verdict(CELL, NO_CARRIER).capable(), RequirementState.NO_EVIDENCE, Rule.NOTHING);
        Verdict.Side half = Found.at(WORKS + claims.replace(", hmi", ""))
                .verdict(CELL, "SR 1.1")
                .capable();
        stands(half, RequirementState.NO_EVIDENCE, Rule.SOME_ASSETS);
        assertThat(half.asset()).isEqualTo(asset("hmi"));
    }

    @Test
    void whatAnAssetCanAndWhatWasFoundOfItAreToldApart() {
        String claim = """
                claims: [ { id: c, assets: [ plc ], requirements: [ { requirement: CR 1.1, support: %s } ] } ]
                measures: [ { id: m, state: in-place } ]
                """;
        String lacks = WORKS + claim.formatted("missing");
        Verdict nothing = Found.at(lacks).verdict(Found.PLC, "CR 1.1");
        stands(nothing.achieved(), RequirementState.NOT_MET, Rule.CLAIM_MISSING);
        assertThat(nothing.achieved().claim()).contains(new ClaimId("c"));
        Verdict partly =
                Found.at(lacks, row("e", "CR 1.1", "asset: plc", "partial")).verdict(Found.PLC, "CR 1.1");
        stands(partly.achieved(), RequirementState.PARTIAL, Rule.NOT_CLEARED);
        assertThat(partly.achieved().evidence()).isEqualTo(evidence("e"));
        String row = row("e", "CR 1.1", "asset: plc", "compensated", APPROVED, "compensated-by: [ m ]");
        Verdict made = Found.at(lacks, row).verdict(Found.PLC, "CR 1.1");
        stands(made.achieved(), RequirementState.COMPENSATED, Rule.EVIDENCE);
        stands(made.capable(), RequirementState.COMPENSATED, Rule.SHOWN);
        assertThat(made.capable().evidence()).isEqualTo(evidence("e"));
        Verdict able = Found.at(WORKS + claim.formatted("native"), row).verdict(Found.PLC, "CR 1.1");
        stands(able.achieved(), RequirementState.COMPENSATED, Rule.EVIDENCE);
        stands(able.capable(), RequirementState.MET, Rule.CLAIM);
        assertThat(able.capable().claim()).contains(new ClaimId("c"));
        assertThat(able.evidence()).containsExactly(new EvidenceId("e"));
        Verdict shown = Found.at(WORKS, row("e", "CR 1.1", "asset: plc", "met")).verdict(Found.PLC, "CR 1.1");
        stands(shown.capable(), RequirementState.MET, Rule.SHOWN);
        assertThat(shown.evidence()).as("once, though both sides rest on it").containsExactly(new EvidenceId("e"));
    }
}
