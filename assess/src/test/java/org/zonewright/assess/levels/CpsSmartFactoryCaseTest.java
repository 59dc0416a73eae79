package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.GradedLevels.Grade;
import org.zonewright.assess.levels.GradedLevels.Kind;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// Protects the graded assessment against a published one: a modular machine of 18 components and 58 requirements
/// each (cases/cps_smartfactory.yaml). The case is written as a plant document and read by the product's reader.
class CpsSmartFactoryCaseTest {
    private static final Cases CASE = Cases.read("cps_smartfactory.yaml");
    private static final GradedLevels GRADED = GradedLevels.of(Sites.input(Cases.plant(document())));

    /// The case as a plant document: a zone each with the levels asked for, claims by number, evidence with levels.
    private static String document() {
        Map<String, String> zoneOf = new LinkedHashMap<>();
        CASE.mapAt("expected", "zones", "members")
                .forEach((zone, members) -> Cases.list(members).forEach(member -> zoneOf.put(member.toString(), zone)));
        String asked = levels(CASE.mapAt("sl_t_per_cr"));
        StringBuilder zones = new StringBuilder("zones:\n");
        CASE.mapAt("expected", "zones", "members").keySet().forEach(zone -> zones.append("  - { id: ")
                .append(zone)
                .append(", function: control, decision: { requirements: {")
                .append(asked)
                .append("} } }\n"));
        StringBuilder assets = new StringBuilder("assets:\n");
        StringBuilder claims = new StringBuilder("claims:\n");
        StringBuilder evidence = new StringBuilder("evidence:\n");
        for (Object entry : CASE.listAt("components")) {
            Map<String, Object> component = Cases.map(entry);
            String id = Cases.in(component, "id").toString();
            assets.append("  - { id: %s, zone: %s }\n".formatted(id, zoneOf.get(id)));
            claims.append("  - { id: c-%s, assets: [%s], requirements: [".formatted(id, id));
            Cases.map(Cases.in(component, "sl_c_per_cr"))
                    .forEach((number, level) -> claims.append(
                            "{ requirement: CR %s, support: native, level: %s }, ".formatted(number, level)));
            claims.append("] }\n");
            Cases.map(Cases.in(component, "sl_a_per_cr"))
                    .forEach((number, level) -> evidence.append(
                            "  - { id: e-%s-%s, requirements: [CR %s], at: { asset: %s }, state: met, level: %s, method: test, date: 2026-11-01 }\n"
                                    .formatted(id, number, number, id, level)));
        }
        return "zonewright: 1\nsite: { id: cps }\n" + assets + zones + claims + evidence;
    }

    private static String levels(Map<String, Object> byNumber) {
        return byNumber.entrySet().stream()
                .map(entry -> "CR " + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static int count(Kind kind) {
        return GRADED.counts().getOrDefault(kind, 0);
    }

    @Test
    void theCountsOfTheWholeMachineAreThePublishedOnes() {
        assertThat(GRADED.grades()).hasSize(CASE.number("expected", "totals_read_and_recomputed", "requirements"));
        assertThat(count(Kind.CAPABILITY_GAP))
                .isEqualTo(CASE.number("expected", "totals_read_and_recomputed", "capability_gap"));
        assertThat(count(Kind.CONFIGURATION_GAP) + count(Kind.RESERVE))
                .isEqualTo(CASE.number("expected", "totals_read_and_recomputed", "configuration_gap"));
        assertThat(count(Kind.IN_ORDER)).isEqualTo(CASE.number("expected", "totals_read_and_recomputed", "ok"));
        assertThat(count(Kind.UNKNOWN)).isZero();
    }

    @Test
    void everyZoneHasThePublishedGapsAndTheLowestLevels() {
        CASE.mapAt("expected", "zone_fr_minima_derived").forEach((zone, expected) -> {
            Subject subject = Subject.of(new ZoneId(zone));
            long gaps = GRADED.grades().stream()
                    .filter(grade -> grade.place().equals(subject) && grade.kind() == Kind.CAPABILITY_GAP)
                    .count();
            assertThat(gaps)
                    .as(zone)
                    .isEqualTo(((Number) Cases.in(Cases.map(expected), "capability_gaps")).longValue());
            assertThat(gaps).isEqualTo(CASE.number("expected", "capability_gaps_per_zone_read", zone));
            assertLowest(subject, Cases.map(expected));
        });
    }

    @Test
    void everyComponentHasItsOwnGapsAndLowestLevels() {
        List<Object> components = CASE.listAt("expected", "components_derived");
        assertThat(components).hasSize(18);
        for (Object entry : components) {
            Map<String, Object> expected = Cases.map(entry);
            AssetId id = new AssetId(Cases.in(expected, "id").toString());
            assertThat(requirements(id, Kind.CAPABILITY_GAP))
                    .as(id + " capability")
                    .isEqualTo(Cases.list(Cases.in(expected, "capability_gap")));
            assertThat(requirements(id, Kind.CONFIGURATION_GAP))
                    .as(id + " configuration")
                    .isEqualTo(Cases.list(Cases.in(expected, "configuration_gap_strict")));
            int reconfigurable = requirements(id, Kind.CONFIGURATION_GAP).size()
                    + requirements(id, Kind.RESERVE).size();
            assertThat(reconfigurable).isEqualTo(Cases.in(expected, "configuration_gap_source_rule"));
            assertLowest(Subject.of(id), expected);
        }
    }

    /// The numbers of an asset's requirements of one kind, in the order of the standard.
    private static List<Object> requirements(AssetId asset, Kind kind) {
        return GRADED.grades().stream()
                .filter(grade -> grade.asset().equals(asset) && grade.kind() == kind)
                .map(Grade::requirement)
                .map(requirement -> requirement.value().substring("CR ".length()))
                .sorted(Comparator.comparingInt(CpsSmartFactoryCaseTest::position))
                .<Object>map(number -> number)
                .toList();
    }

    private static int position(String number) {
        int dot = number.indexOf('.');
        return Integer.parseInt(number.substring(0, dot)) * 100 + Integer.parseInt(number.substring(dot + 1));
    }

    private static void assertLowest(Subject subject, Map<String, Object> expected) {
        assertThat(numbers(GRADED.lowestClaimed(subject)))
                .as(subject + " claimed")
                .isEqualTo(Cases.list(Cases.in(expected, "sl_c_fr_min")));
        assertThat(numbers(GRADED.lowestFound(subject)))
                .as(subject + " found")
                .isEqualTo(Cases.list(Cases.in(expected, "sl_a_fr_min")));
    }

    private static List<Object> numbers(Map<FoundationalRequirement, SecurityLevel> levels) {
        return Arrays.stream(FoundationalRequirement.values())
                .<Object>map(requirement ->
                        Objects.requireNonNull(levels.get(requirement)).number())
                .toList();
    }
}
