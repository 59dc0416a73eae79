package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Finding;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Severity;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// Protects the quick estimate against a published model (cases/sl_composition_and_model_rules.yaml): zones and a
/// conduit of components with vectors and countermeasures, as plant documents read by the product's reader.
class CompositionCaseTest {
    private static final Cases CASE = Cases.read("sl_composition_and_model_rules.yaml");
    private static final Object[] FIRST = {"examples", 0};
    private static final List<String> PLACES = List.of("zone_A", "zone_B", "conduit_AB");

    private static Object[] path(Object... more) {
        List<Object> path = new ArrayList<>(List.of(FIRST));
        path.addAll(List.of(more));
        return path.toArray();
    }

    private static String vector(Object numbers) {
        return "\"{"
                + String.join(
                        " ", Cases.list(numbers).stream().map(Object::toString).toList()) + "}\"";
    }

    /// The first example as a plant document, with components and the state of measures changed where asked for.
    private static String document(Map<String, Object> otherComponents, boolean withoutMeasures) {
        StringBuilder assets = new StringBuilder("assets:\n");
        StringBuilder claims = new StringBuilder("claims:\n");
        StringBuilder measures = new StringBuilder("measures:\n");
        StringBuilder zones = new StringBuilder("zones:\n");
        StringBuilder conduits = new StringBuilder("conduits:\n");
        for (String place : PLACES) {
            boolean zone = place.startsWith("zone");
            Map<String, Object> components = CASE.mapAt(path("read", place, "components"));
            String target = vector(CASE.at(path("read", place, "target")));
            if (zone) {
                zones.append("  - { id: %s, function: control, target: %s }\n".formatted(place, target));
            } else {
                conduits.append("  - { id: %s, between: [zone_A, zone_B], kind: network, target: %s, members: [%s] }\n"
                        .formatted(place, target, String.join(", ", components.keySet())));
            }
            components.forEach((id, levels) -> {
                assets.append("  - { id: %s%s }\n".formatted(id, zone ? ", zone: " + place : ""));
                claims.append("  - { id: c-%s, assets: [%s], vector: %s }\n"
                        .formatted(id, id, vector(otherComponents.getOrDefault(place, levels))));
            });
            if (zone) {
                CASE.mapAt(path("read", place, "countermeasures")).forEach((id, node) -> {
                    Map<String, Object> measure = Cases.map(node);
                    boolean active = Boolean.TRUE.equals(Cases.in(measure, "active")) && !withoutMeasures;
                    measures.append(
                            "  - { id: %s, state: %s, cost: %s, capability: %s, outage: none, closes: [ { at: { zone: %s } } ] }\n"
                                    .formatted(
                                            id,
                                            active ? "in-place" : "proposed",
                                            measure.getOrDefault("cost", 0),
                                            vector(Cases.in(measure, "capability")),
                                            place));
                });
            }
        }
        return "zonewright: 1\nsite: { id: model }\n" + assets + zones + conduits + claims + measures;
    }

    private static Subject subject(String place) {
        return place.startsWith("zone") ? Subject.of(new ZoneId(place)) : Subject.of(new ConduitId(place));
    }

    private static Levels levels(Plant plant) {
        SortedMap<Subject, LevelVector> targets = new TreeMap<>();
        plant.zones()
                .forEach(zone -> zone.target().ifPresent(level -> targets.put(Subject.of(zone.id()), level.vector())));
        plant.conduits().forEach(conduit -> conduit.target()
                .ifPresent(level -> targets.put(Subject.of(conduit.id()), level.vector())));
        LevelsInput input = Sites.input(plant);
        return Levels.of(new LevelsInput(
                input.systems(),
                input.components(),
                plant,
                targets,
                input.observations(),
                input.installed(),
                input.stage(),
                input.at()));
    }

    private static QuickEstimate estimate(Levels levels, String place) {
        return QuickEstimate.of(levels, subject(place)).orElseThrow();
    }

    private static List<Object> numbers(QuickEstimate estimate) {
        return estimate.vector().orElseThrow().entries().stream()
                .<Object>map(level -> level.number())
                .toList();
    }

    private static List<Object> gaps(QuickEstimate estimate) {
        return estimate.entries().stream().<Object>map(QuickEstimate.Entry::gap).toList();
    }

    @Test
    void countermeasuresInPlaceRaiseTheLowestOfTheComponents() {
        Levels levels = levels(Cases.plant(document(Map.of(), false)));
        for (String place : PLACES) {
            QuickEstimate estimate = estimate(levels, place);
            assertThat(numbers(estimate)).as(place).isEqualTo(CASE.listAt(path("derived", place)));
            assertThat(estimate.entries()).noneMatch(QuickEstimate.Entry::isShort);
        }
        assertThat(CASE.at(path("derived", "all_targets_met"))).isEqualTo(true);
    }

    @Test
    void withoutTheCountermeasureTheGapNamesTheComponentsThatLimit() {
        QuickEstimate estimate = estimate(levels(Cases.plant(document(Map.of(), true))), "zone_A");
        assertThat(numbers(estimate)).isEqualTo(CASE.listAt(path("derived", "zone_A_without_countermeasure")));
        assertThat(gaps(estimate)).isEqualTo(CASE.listAt(path("derived", "gap_without")));
        List<String> blocking = estimate.at(FoundationalRequirement.SI).limiting().stream()
                .map(Id::value)
                .toList();
        assertThat(CASE.listAt(path("derived", "blocking_components_without", "SI")))
                .as("all that are below the target")
                .containsAll(blocking);
    }

    @Test
    void theCheapestClosureIsTheOneMeasureAndNotTheTwo() {
        Object weak = CASE.at(path("derived_extra", "if_zone_B_components_had"));
        Levels levels = levels(Cases.plant(document(Map.of("zone_B", weak), false)));
        QuickEstimate estimate = estimate(levels, "zone_B");
        assertThat(gaps(estimate)).isEqualTo(CASE.listAt(path("derived_extra", "gap")));
        CheapestCover.Choice choice = estimate.cheapestClosure(levels).orElseThrow();
        assertThat(choice.measures())
                .isEqualTo(CASE.listAt(path("derived_extra", "cheapest_closure")).stream()
                        .map(id -> new MeasureId(id.toString()))
                        .toList());
        assertThat(choice.cost()).isEqualByComparingTo(new BigDecimal(CASE.number(path("derived_extra", "cost"))));
        assertThat(choice.isExact()).isTrue();
    }

    @Test
    void inTheMultiplantExampleOneFirewallOpensTheConduitAndOneMeasureClosesIt() {
        for (boolean active : new boolean[] {true, false}) {
            Plant plant = Cases.plant("""
                    zonewright: 1
                    site: { id: multiplant }
                    assets: [ { id: firewall_A_C } ]
                    zones: [ { id: plant-a, function: operations }, { id: control-a, function: control, parent: plant-a } ]
                    conduits:
                      - { id: PlantAControlConduit, between: [ plant-a, control-a ], kind: network, members: [ firewall_A_C ],
                          target: "{1 1 1 1 1 1 1}" }
                    claims: [ { id: c, assets: [ firewall_A_C ], vector: "{0 1 1 1 1 1 1}" } ]
                    measures:
                      - { id: ctmA1, state: %s, capability: "{1 0 0 0 0 0 0}", outage: none, closes: [ { at: { conduit: PlantAControlConduit } } ] }
                    """.formatted(active ? "in-place" : "proposed"));
            QuickEstimate estimate = estimate(levels(plant), "PlantAControlConduit");
            String key = active ? "PlantAControlConduit" : "without_ctmA1";
            assertThat(numbers(estimate)).isEqualTo(CASE.listAt("examples", 1, "derived", key));
            if (!active) {
                assertThat(gaps(estimate)).isEqualTo(CASE.listAt("examples", 1, "derived", "gap_without"));
            }
        }
    }

    @Test
    void aTargetThatNoComponentReachesStaysShortHoweverStrongTheOtherEntriesAre() {
        Plant plant = Cases.plant("""
                zonewright: 1
                site: { id: unreachable }
                assets: [ { id: devTest, zone: z } ]
                zones: [ { id: z, function: control, target: %s } ]
                claims: [ { id: c, assets: [ devTest ], vector: %s } ]
                """.formatted(
                        vector(CASE.at("examples", 2, "read", "zone", "target")),
                        vector(CASE.at("examples", 2, "read", "zone", "components", "devTest"))));
        QuickEstimate estimate =
                QuickEstimate.of(levels(plant), Subject.of(new ZoneId("z"))).orElseThrow();
        assertThat(estimate.entries().stream()
                        .filter(QuickEstimate.Entry::isShort)
                        .map(QuickEstimate.Entry::requirement))
                .containsExactly(FoundationalRequirement.IAC);
        assertThat(estimate.at(FoundationalRequirement.IAC).limiting()).hasSize(1);
    }

    @Test
    void aZoneWithoutComponentsIsNotEstimated() {
        assertThat(QuickEstimate.of(Sites.levels(Sites.plant()), Sites.CELL)).isEmpty();
    }

    @Test
    void aSubZoneThatAsksLessThanItsParentIsAWarning() {
        Plant plant = Cases.plant("""
                zonewright: 1
                site: { id: nested }
                zones:
                  - { id: outer, function: operations, target: "{2 2 2 1 2 2 2}" }
                  - { id: equal, function: control, parent: outer, target: "{2 2 2 1 2 2 2}" }
                  - { id: weaker, function: control, parent: outer, target: "{3 3 3 3 1 3 3}" }
                """);
        SortedMap<Subject, LevelVector> targets = new TreeMap<>();
        for (Zone zone : plant.zones()) {
            targets.put(Subject.of(zone.id()), zone.target().orElseThrow().vector());
        }
        List<Finding> findings = TargetRules.check(plant, targets, SourceMap.nowhere());
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().kind()).isEqualTo(FindingKind.SUBZONE_TARGET);
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.getFirst().key()).isEqualTo("subzone-target:weaker");
        assertThat(findings.getFirst().reason().because()).hasSize(1);
    }

    @Test
    void onceTargetsAreSetEveryPlaceOfTheSystemHasOne() {
        Plant plant = Cases.plant("""
                zonewright: 1
                site: { id: begun }
                zones:
                  - { id: office, in-suc: false, function: enterprise }
                  - { id: control, function: operations }
                  - { id: cell, function: control }
                conduits:
                  - { id: outer, between: [ office, control ] }
                """);
        SortedMap<Subject, LevelVector> targets = new TreeMap<>();
        assertThat(TargetRules.check(plant, targets, SourceMap.nowhere())).isEmpty();
        targets.put(Subject.of(new ZoneId("cell")), LevelVector.same(SecurityLevel.SL2));
        assertThat(TargetRules.check(plant, targets, SourceMap.nowhere()))
                .extracting(Finding::key)
                .containsExactly("place-without-target:control", "place-without-target:outer");
    }
}
