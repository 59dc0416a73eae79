package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Found.WORKS;
import static org.zonewright.assess.levels.Found.row;
import static org.zonewright.assess.levels.Sites.CELL;
import static org.zonewright.assess.levels.Sites.sr;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Subject;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.ComponentRequirement;
import org.zonewright.standard.catalogue.SystemRequirement;

/// Protects what reports ask for: all verdicts of a place or an asset, who carries a requirement, what the SUC leans
/// on outside itself, and a form in which two results are equal only where nothing differs.
class VerdictListsTest {
    private static final String APPROVED = "because: x, approved-by: B";

    private static List<String> requirements(Levels levels, Subject subject) {
        return levels.verdicts(subject).stream()
                .map(verdict -> verdict.requirement().toString())
                .toList();
    }

    @Test
    void aZoneHasTheHundredItemsAndAnAssetThoseOfItsTypeInTheCataloguesOrder() {
        Levels levels = Found.at(WORKS).levels();
        assertThat(requirements(levels, CELL))
                .isEqualTo(Catalogues.shipped().systems().requirements().stream()
                        .map(SystemRequirement::id)
                        .map(RequirementId::toString)
                        .toList());
        assertThat(requirements(levels, Subject.of(new ZoneId("office")))).hasSize(100);
        assertThat(requirements(levels, Found.PLC))
                .isNotEmpty()
                .isEqualTo(Catalogues.shipped().components().requirements().stream()
                        .filter(one -> one.appliesTo(Set.of(ComponentType.EMBEDDED_DEVICE)))
                        .map(ComponentRequirement::id)
                        .map(RequirementId::toString)
                        .toList());
        assertThat(levels.verdicts(Found.asset("unknown"))).isEmpty();
        assertThat(levels.verdicts(Subject.observed("10.0.0.9"))).isEmpty();
    }

    @Test
    void aRequirementThatDoesNotApplyToASubjectHasNoVerdict() {
        Levels levels = Found.at(WORKS).levels();
        assertThat(levels.verdict(CELL, id("CR 1.1"))).as("of a component").isEmpty();
        assertThat(levels.verdict(Found.PLC, id("HDR 2.4"))).as("of a host").isEmpty();
        assertThat(levels.verdict(Found.PLC, id("SR 5.4"))).as("of a zone").isEmpty();
        assertThat(levels.verdict(Found.PLC, id("SR 1.1 RE(9)")))
                .as("of nobody")
                .isEmpty();
        assertThat(levels.verdict(Found.asset("unknown"), id("CR 1.1"))).isEmpty();
        assertThat(levels.verdict(Subject.observed("plc"), id("CR 1.1")))
                .as("an address that happens to be called like an asset")
                .isEmpty();
        assertThat(levels.explain(Found.PLC, id("SR 5.4"), SourceMap.nowhere())).isEmpty();
        assertThat(levels.explain(Subject.of(new ZoneId("gone")), FoundationalRequirement.IAC, SourceMap.nowhere()))
                .isEmpty();
    }

    private static RequirementId id(String text) {
        return RequirementId.parse(text).orElseThrow();
    }

    @Test
    void thoseWhoCarryARequirementAreNamedInTheDocumentsOrder() {
        Levels levels = Found.at(WORKS + "  - { id: box, zone: cell }\n").levels();
        assertThat(levels.carriers(CELL, sr("SR 1.1"))).isEqualTo(ids("plc", "hmi", "box"));
        assertThat(levels.carriers(CELL, sr("SR 2.4")))
                .as("nobody knows what the box is")
                .isEqualTo(ids("plc", "hmi"));
        assertThat(levels.carriers(CELL, sr("SR 5.4"))).isEmpty();
        assertThat(levels.carriers(CELL, sr("SR 1.1 RE(9)"))).isEmpty();
        assertThat(levels.carriers(Subject.of(new ZoneId("gone")), sr("SR 1.1")))
                .isEmpty();
    }

    private static List<AssetId> ids(String... ids) {
        return List.of(ids).stream().map(AssetId::new).toList();
    }

    /// What the office inherits from the cell is none of it: the cell is part of the SUC.
    @Test
    void whatTheSucLeansOnIsListedPlaceByPlaceWithWhatIsInheritedNow() {
        String provider = "inherited-from: { outside: group, island-mode: island }";
        List<Assumption> assumptions = Found.at(
                        WORKS,
                        row("island", "SR 7.5", "zone: cell", "met"),
                        row("z", "SR 5.4, SR 1.1", "zone: office", "inherited", APPROVED, provider),
                        row("b", "CR 1.1", "asset: plc", "inherited", APPROVED, provider),
                        row("a", "CR 1.14", "asset: plc", "inherited", APPROVED, provider),
                        row("y", "SR 5.4", "zone: cell", "inherited", APPROVED, provider),
                        row("x", "SR 2.3 RE(1), SR 1.1", "zone: cell", "inherited", APPROVED, provider),
                        row("own", "SR 7.6", "zone: cell", "met", "covers: { assets: [ plc, hmi ] }"),
                        row(
                                "inside",
                                "SR 7.6",
                                "zone: office",
                                "inherited",
                                APPROVED,
                                "inherited-from: { by: { zone: cell }, proven-by: [ own ], island-mode: island }"))
                .levels()
                .assumptions();
        assertThat(assumptions)
                .containsExactly(
                        new Assumption(CELL, "group", new EvidenceId("b"), List.of(sr("SR 1.1"))),
                        new Assumption(CELL, "group", new EvidenceId("x"), List.of(sr("SR 1.1"), sr("SR 2.3 RE(1)"))),
                        new Assumption(CELL, "group", new EvidenceId("y"), List.of(sr("SR 5.4"))),
                        new Assumption(
                                Subject.of(new ZoneId("office")),
                                "group",
                                new EvidenceId("z"),
                                List.of(sr("SR 1.1"), sr("SR 5.4"))));
    }

    @Test
    void theStageThatCountsIsToldWithTheLevels() {
        assertThat(Found.at(WORKS).levels().stage()).isEqualTo(Evidence.Stage.FAT);
    }

    @Test
    void aComponentShowsItsClaimsAndConditionsAndWhichClaimsDoNotCount() {
        String claims =
                "claims: [ { id: now, assets: [ plc ], vector: \"{1 0 0 0 0 0 0}\", conditions: [ web server off,"
                        + " ports closed ] }, { id: old, assets: [ plc ], to-version: \"1.0\", vector: 2, conditions: [ none ]"
                        + " } ]\n";
        ComponentLevels plc =
                Found.at(WORKS + claims).levels().component(new AssetId("plc")).orElseThrow();
        assertThat(plc.claims().stream().map(Claim::id).map(Object::toString)).containsExactly("now");
        assertThat(plc.notCounted().stream().map(Claim::id).map(Object::toString))
                .containsExactly("old");
        assertThat(plc.conditions()).containsExactly("web server off", "ports closed");
    }

    /// Each pair differs in one thing alone: a state, a rule, what decided, at a zone or at an asset.
    @Test
    void resultsThatDifferInOneThingHaveOtherBytes() {
        String empty = "zones: [ { id: cell, function: control } ]\n";
        String failed = row("f", "SR 5.4", "zone: cell", "not-met");
        differ(Found.at(empty), Found.at(empty, failed));
        differ(Found.at(empty, failed), Found.at(empty, failed.replace("not-met", "partial")));
        differ(Found.at(empty, failed), Found.at(empty, failed.replace("id: f", "id: g")));
        String measure =
                "measures: [ { id: m, state: in-place, closes: [ { at: { zone: cell }, requirements: [ SR 5.4 ]"
                        + " } ] } ]\n";
        differ(Found.at(empty), Found.at(empty + measure));
        differ(Found.at(empty + measure), Found.at(empty + measure.replace("id: m", "id: n")));
        String ended = row("f", "SR 5.4", "zone: cell", "met", "valid-until: 2026-11-15");
        differ(Found.at(empty, ended), Found.at(empty, row("f", "SR 5.4", "zone: cell", "met", "stage: design")));
        String noSystem = row("f", "CR 1.14", "asset: plc", "not-met");
        differ(Found.at(WORKS), Found.at(WORKS, noSystem));
        String claim =
                "claims: [ { id: c, assets: [ plc ], requirements: [ { requirement: CR 1.14, support: native } ] }"
                        + " ]\n";
        differ(Found.at(WORKS), Found.at(WORKS + claim));
        differ(Found.at(WORKS + claim), Found.at(WORKS + claim.replace("id: c", "id: d")));
        differ(Found.at(empty).seen(Sites.contradicts("SR 5.4", CELL, 3, "tap-1")), Found.at(empty, failed));
    }

    private static void differ(Found one, Found other) {
        assertThat(one.levels().toBytes()).isEqualTo(one.levels().toBytes());
        assertThat(one.levels().toBytes())
                .as(one.document() + "\nand\n" + other.document())
                .isNotEqualTo(other.levels().toBytes());
    }
}
