package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zonewright.assess.levels.Found.WORKS;
import static org.zonewright.assess.levels.Found.row;
import static org.zonewright.assess.levels.Sites.CELL;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.standard.RequirementId;

/// Protects how a row of evidence is read: which requirements it means, on which days it counts, and that what is said
/// of one requirement or asset is not said of the next.
class ReadingEvidenceTest {
    private static void stands(Found found, String requirement, RequirementState state) {
        assertThat(found.inCell(requirement).state()).as(requirement).isEqualTo(state);
    }

    private static void standsAtPlc(Found found, String requirement, RequirementState state) {
        assertThat(found.verdict(Found.PLC, requirement).achieved().state())
                .as(requirement)
                .isEqualTo(state);
    }

    @Test
    void oneRowMaySpeakOfSeveralRequirementsOfBothStandards() {
        String several = "SR 5.4, CR 1.1, SR 7.5, CR 1.3";
        Found zone = Found.at(WORKS, row("e", several, "zone: cell", "met", "covers: { assets: [ plc ] }"));
        for (String requirement : List.of("SR 5.4", "SR 7.5")) {
            stands(zone, requirement, RequirementState.MET);
        }
        for (String requirement : List.of("CR 1.1", "CR 1.3")) {
            standsAtPlc(zone, requirement, RequirementState.MET);
        }
        standsAtPlc(zone, "CR 1.4", RequirementState.NO_EVIDENCE);
        Found two = Found.at(
                WORKS,
                row("e", "SR 5.4, SR 7.5", "zone: cell", "met"),
                row("f", "SR 5.4, SR 7.5", "zone: office", "met"));
        stands(two, "SR 7.5", RequirementState.MET);
    }

    @Test
    void aGradedRowMeansTheRequirementWithItsEnhancementsUpToItsLevel() {
        Found two = Found.at(WORKS, row("e", "SR 5.2, SR 5.1", "zone: cell", "met", "level: 2"));
        for (String met : List.of("SR 5.2", "SR 5.2 RE(1)", "SR 5.1", "SR 5.1 RE(1)")) {
            stands(two, met, RequirementState.MET);
        }
        for (String above : List.of("SR 5.2 RE(2)", "SR 5.1 RE(2)")) {
            stands(two, above, RequirementState.NO_EVIDENCE);
        }
        Found one = Found.at(
                WORKS,
                row("e", "SR 5.2", "zone: cell", "met", "level: 1"),
                row("f", "SR 5.1", "zone: cell", "met", "level: 1"),
                row("g", "SR 5.3", "zone: cell", "met"));
        for (String met : List.of("SR 5.1", "SR 5.2", "SR 5.3")) {
            stands(one, met, RequirementState.MET);
        }
        stands(one, "SR 5.2 RE(1)", RequirementState.NO_EVIDENCE);
        stands(one, "SR 5.3 RE(1)", RequirementState.NO_EVIDENCE);
        Found enhancement = Found.at(WORKS, row("e", "SR 5.2 RE(1)", "zone: cell", "met", "level: 4"));
        stands(enhancement, "SR 5.2 RE(1)", RequirementState.MET);
        stands(enhancement, "SR 5.2 RE(2)", RequirementState.NO_EVIDENCE);
        Found component = Found.at(WORKS, row("e", "CR 1.1", "asset: plc", "met", "level: 2"));
        standsAtPlc(component, "CR 1.1 RE(1)", RequirementState.MET);
        standsAtPlc(component, "CR 1.1 RE(2)", RequirementState.NO_EVIDENCE);
    }

    @Test
    void aGradeOfZeroSaysThatTheRequirementDoesNotHold() {
        Found zero = Found.at(WORKS, row("e", "SR 5.2", "zone: cell", "met", "level: 0"));
        stands(zero, "SR 5.2", RequirementState.NOT_MET);
        stands(zero, "SR 5.2 RE(1)", RequirementState.NO_EVIDENCE);
    }

    @Test
    void aRequirementMayBeNamedWithItsCatalogueAndOneOfAnotherStandardSaysNothingHere() {
        Found named = Found.at(WORKS, row("e", "\"iec62443-3-3:SR 5.4\"", "zone: cell", "met"));
        stands(named, "SR 5.4", RequirementState.MET);
        Found beside = Found.at(WORKS, row("e", "house rule 7, ORG 1.1, SR 5.4", "zone: cell", "met"));
        stands(beside, "SR 5.4", RequirementState.MET);
    }

    @Test
    void aRowOfTodayCountsAndALineOfARequirementThatTheCatalogueLacksDoesNot() {
        stands(
                Found.at(WORKS, row("e", "SR 5.4", "zone: cell", "met", "date: 2026-11-22")),
                "SR 5.4",
                RequirementState.MET);
        Observation today = Sites.contradicts("SR 5.4", CELL, 0, "tap-1");
        stands(Found.at(WORKS).seen(today), "SR 5.4", RequirementState.CONTRADICTED);
        for (Subject subject : List.of(CELL, Found.PLC)) {
            Observation unknown = Sites.contradicts("SR 1.1 RE(9)", subject, 3, "tap-1");
            stands(Found.at(WORKS).seen(unknown), "SR 1.1", RequirementState.NO_EVIDENCE);
        }
    }

    @Test
    void whatWasFoundOfOneRequirementOfAnAssetSaysNothingOfTheNext() {
        Found failed =
                Found.at(WORKS, row("f", "CR 1.1", "asset: plc", "not-met"), row("e", "CR 1.3", "asset: plc", "met"));
        standsAtPlc(failed, "CR 1.1", RequirementState.NOT_MET);
        standsAtPlc(failed, "CR 1.3", RequirementState.MET);
        Found seen = Found.at(WORKS, row("e", "CR 1.3", "asset: plc", "met"))
                .seen(Sites.contradicts("SR 1.1", Found.PLC, 3, "tap-1"));
        standsAtPlc(seen, "CR 1.1", RequirementState.CONTRADICTED);
        standsAtPlc(seen, "CR 1.3", RequirementState.MET);
    }

    @Test
    void eachContradictionIsToldOfItsOwnRequirementAndTheLatestOfSeveralIsNamed() {
        Observation login = Sites.contradicts("SR 1.5", Found.PLC, 3, "tap-1");
        Observation writes = named("control-writes", Sites.contradicts("SR 2.1", Found.PLC, 9, "tap-1"));
        Found both = Found.at(WORKS).seen(login, writes);
        assertThat(both.verdict(Found.PLC, "SR 1.5").achieved().observation()).contains("cleartext-login");
        assertThat(both.verdict(Found.PLC, "SR 2.1").achieved().observation()).contains("control-writes");
        Observation older = named("default-account", Sites.contradicts("SR 1.5", Found.PLC, 6, "tap-1"));
        for (Observation[] order : new Observation[][] {{login, older}, {older, login}}) {
            assertThat(Found.at(WORKS)
                            .seen(order)
                            .verdict(Found.PLC, "SR 1.5")
                            .achieved()
                            .observation())
                    .contains("cleartext-login");
        }
        Found cleared = Found.at(WORKS, row("e", "SR 1.5", "asset: plc", "met", "date: 2026-11-17"))
                .seen(older, login);
        assertThat(cleared.verdict(Found.PLC, "SR 1.5").achieved().observation())
                .as("the older one is cleared")
                .contains("cleartext-login");
        Found later = Found.at(WORKS, row("e", "SR 1.5", "asset: plc", "met", "date: 2026-11-17"))
                .seen(named("later", login), older);
        assertThat(later.verdict(Found.PLC, "SR 1.5").achieved().observation()).contains("later");
    }

    private static Observation named(String rule, Observation one) {
        return new Observation(
                rule,
                one.force(),
                one.requirements(),
                one.at(),
                one.zone(),
                one.first(),
                one.last(),
                one.exchanges(),
                one.sensors(),
                one.reason(),
                one.blind());
    }

    @Test
    void anObservationOfTheSameDayClearsNoContradictionAndOneOfTheNextDayDoes() {
        Observation seen = Sites.contradicts("SR 1.5", Found.PLC, 3, "tap-1");
        String row = row("e", "SR 1.5", "asset: plc", "met", "method: observed", "sensor: tap-1", "date: 2026-11-%d");
        String site = WORKS + "sensors: [ { id: tap-1, sources: [ a.pcap ] } ]\n";
        standsAtPlc(Found.at(site, row.formatted(19)).seen(seen), "SR 1.5", RequirementState.CONTRADICTED);
        standsAtPlc(Found.at(site, row.formatted(20)).seen(seen), "SR 1.5", RequirementState.MET);
    }

    @Test
    void howManyRowsSpeakOfAnAssetDoesNotMatter() {
        List<String> numbers = List.of(
                "1.1", "1.2", "1.3", "1.4", "1.5", "1.7", "1.8", "1.9", "1.10", "1.11", "1.12", "2.1", "2.2", "2.5",
                "2.6", "2.7", "2.8", "2.9", "2.10", "2.11", "2.12", "3.1", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8",
                "3.9", "4.1", "4.2", "4.3", "5.1", "6.1", "6.2", "7.1");
        Found found = Found.at(
                WORKS,
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> row("e" + i, "CR " + numbers.get(i), "asset: plc", "met"))
                        .toArray(String[]::new));
        for (String number : numbers) {
            standsAtPlc(found, "CR " + number, RequirementState.MET);
        }
    }

    @Test
    void aRowOfOneZoneThatNamesAnAssetOfAnotherSaysNothingOfIt() {
        String site = WORKS + "  - { id: pc, zone: office, type: host }\n  - { id: spare, type: host }\n";
        Found found = Found.at(site, row("e", "SR 1.5", "zone: cell", "met", "covers: { assets: [ plc, pc, spare ] }"));
        standsAtPlc(found, "SR 1.5", RequirementState.MET);
        for (String elsewhere : List.of("pc", "spare")) {
            assertThat(found.verdict(Found.asset(elsewhere), "SR 1.5")
                            .achieved()
                            .state())
                    .as(elsewhere)
                    .isEqualTo(RequirementState.NO_EVIDENCE);
        }
    }

    @Test
    void aCompensationOfTheDayOfTheChangeStillHoldsAndAnOlderOneDoesNot() {
        String site = WORKS + "measures: [ { id: m, state: in-place } ]\n";
        Found found = Found.at(
                site,
                row("c", "CR 1.1", "asset: plc", "compensated", "because: x, approved-by: B", "compensated-by: [ m ]"));
        for (int daysAgo : new int[] {9, 10, 11}) {
            Installed changed = new Installed(
                    new AssetId("plc"),
                    Optional.empty(),
                    Optional.of(Sites.TODAY.minusDays(daysAgo)),
                    Optional.empty());
            assertThat(installed(found, changed)
                            .verdict(Found.PLC, id("CR 1.1"))
                            .orElseThrow()
                            .achieved()
                            .state())
                    .isEqualTo(daysAgo >= 10 ? RequirementState.COMPENSATED : RequirementState.NO_EVIDENCE);
        }
    }

    private static Levels installed(Found found, Installed... known) {
        LevelsInput input = found.input();
        return Levels.of(new LevelsInput(
                input.systems(),
                input.components(),
                input.plant(),
                input.targets(),
                input.observations(),
                List.of(known),
                input.stage(),
                input.at()));
    }

    private static RequirementId id(String text) {
        return RequirementId.parse(text).orElseThrow();
    }

    @Test
    void theFirmwareThatWasSeenDecidesWhichClaimCountsAndAnUnknownAssetIsNoMatter() {
        Found found = Found.at(WORKS + "claims: [ { id: c, assets: [ plc ], from-version: \"2.1\", vector: 1 } ]\n");
        assertThat(found.verdict(Found.PLC, "CR 1.1").capable().rule()).isEqualTo(Rule.CLAIM_VERSION);
        Levels seen = installed(
                found,
                new Installed(new AssetId("gone"), Optional.of("9"), Optional.of(Sites.TODAY), Optional.empty()),
                new Installed(new AssetId("plc"), Optional.of("2.1"), Optional.empty(), Optional.empty()));
        assertThat(seen.verdict(Found.PLC, id("CR 1.1")).orElseThrow().capable().rule())
                .isEqualTo(Rule.CLAIM);
        assertThat(seen.component(new AssetId("plc")).orElseThrow().firmware()).contains("2.1");
        assertThat(seen.of(CELL)
                        .orElseThrow()
                        .capabilityLevel()
                        .vector()
                        .lowest()
                        .number())
                .isZero();
    }

    @Test
    void aCommissionedAssetCarriesRequirementsLikeOneInService() {
        String site = WORKS + "  - { id: new, zone: cell, type: host, life: commissioned }\n"
                + "  - { id: next, zone: cell, type: host, life: planned }\n";
        assertThat(Found.at(site).verdict(CELL, "SR 1.1").applicable()).isEqualTo(3);
    }

    @Test
    void aProofIsThatOfTheRequirementAndNotOfWhateverTheProviderHolds() {
        String island = row("island", "SR 7.5", "zone: cell", "met");
        String held = row("held", "SR 5.4", "zone: office", "met");
        String heir = row(
                "heir",
                "SR 5.4",
                "zone: cell",
                "inherited",
                "because: x, approved-by: B",
                "inherited-from: { by: { zone: office }, proven-by: [ own ], island-mode: island }");
        for (String other : List.of("SR 5.3", "SR 5.3, CR 1.1")) {
            stands(
                    Found.at(WORKS, island, held, heir, row("own", other, "zone: office", "met")),
                    "SR 5.4",
                    RequirementState.NO_EVIDENCE);
        }
        String contract = row("own", "contract 12", "zone: office", "met");
        stands(Found.at(WORKS, island, held, heir, contract), "SR 5.4", RequirementState.INHERITED);
        Found two = Found.at(
                WORKS,
                island,
                row("own", "SR 5.4", "zone: office", "met"),
                row("more", "SR 5.3", "zone: office", "met"),
                heir.replace("[ SR 5.4 ]", "[ SR 5.4, SR 5.3 ]"));
        stands(two, "SR 5.4", RequirementState.INHERITED);
        stands(two, "SR 5.3", RequirementState.NO_EVIDENCE);
    }

    @Test
    void theFirstAssetOfTheFirstZoneMayProvideAndFailLikeAnyOther() {
        String island = row("island", "SR 7.5", "zone: cell", "met");
        String own = row("own", "SR 1.1", "asset: plc", "met");
        String heir = row(
                "heir",
                "SR 1.1",
                "zone: office",
                "inherited",
                "because: x, approved-by: B",
                "inherited-from: { by: { asset: plc }, proven-by: [ own ], island-mode: island }");
        Subject office = Subject.of(new org.zonewright.plant.id.ZoneId("office"));
        Found found = Found.at(WORKS, island, own, heir);
        assertThat(found.verdict(office, "SR 1.1").achieved().state()).isEqualTo(RequirementState.INHERITED);
        Found failed = found.with(row("f", "SR 1.1", "asset: plc", "not-met", "date: 2026-11-20"));
        assertThat(failed.verdict(office, "SR 1.1").achieved().state()).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(failed.verdict(office, "SR 1.1").achieved().evidence()).contains(new EvidenceId("heir"));
    }

    @Test
    void ourOwnTableIsReadRowByRowAndABadRowIsRefused() {
        ReadingTable table =
                ReadingTable.read("# note\n\nSR 1.6\tplace\twireless\nSR 5.1\tplace\t-\nSR 1.7\tassets\tpasswords\n");
        assertThat(table.readings()).hasSize(3);
        assertThat(table.of(id("SR 1.6"))).isEqualTo(new ReadingTable.Reading(true, Optional.of("wireless")));
        assertThat(table.of(id("SR 5.1"))).isEqualTo(new ReadingTable.Reading(true, Optional.empty()));
        assertThat(table.of(id("SR 1.7"))).isEqualTo(new ReadingTable.Reading(false, Optional.of("passwords")));
        assertThat(table.of(id("SR 1.1"))).isEqualTo(new ReadingTable.Reading(false, Optional.empty()));
        assertThatThrownBy(() -> ReadingTable.read("SR 1.6\tplace\n")).hasMessageContaining("a row has 3 cells");
        assertThatThrownBy(() -> ReadingTable.read("wireless\tplace\t-\n"))
                .hasMessageContaining("no requirement: wireless");
    }
}
