package org.zonewright.plant.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.Traits;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.risk.RiskMatrix;
import org.zonewright.plant.risk.SectorProfile;
import org.zonewright.standard.LevelVector;

/// Protects the data that risk work starts from: every matrix a document may name is there, and a sector profile is
/// refused with its line rather than half used.
class RiskFilesTest {
    private static final String PROFILE = """
            profile: water-1
            source: house rule 12
            rules:
              - { to: zone, function: control, safety-related: true, target: "{3 3 3 1 3 2 3}" }
              - { to: zone, target: "{2 2 2 1 2 2 2}" }
              - { to: conduit, target: 2 }
            """;

    @Test
    void everyMatrixThatADocumentMayNameIsShipped() {
        List<String> shipped = RiskFiles.shippedMatrices().stream()
                .map(RiskMatrix::id)
                .map(String::valueOf)
                .toList();
        assertThat(shipped).containsExactly("3x3", "4x4", "5x5", "5x5-product", "annex-b");
        assertThat(shipped).allSatisfy(id -> {
            String document = "zonewright: 1\nsite: { id: test }\nrisk: { matrix: " + id + " }\n";
            assertThat(PlantYaml.plain().read("plant.yaml", document).problems())
                    .isEmpty();
        });
    }

    @Test
    void theFirstRuleOfAProfileThatFitsDecides() {
        SectorProfile profile =
                RiskFiles.readProfile("water.yaml", PROFILE).profile().orElseThrow();
        Traits safety = new Traits(true, false, false, false);
        assertThat(target(profile, Optional.of(ZoneFunction.CONTROL), safety))
                .isEqualTo(LevelVector.of(3, 3, 3, 1, 3, 2, 3));
        assertThat(target(profile, Optional.of(ZoneFunction.CONTROL), Traits.NONE))
                .isEqualTo(LevelVector.of(2, 2, 2, 1, 2, 2, 2));
        assertThat(target(profile, Optional.empty(), safety)).isEqualTo(LevelVector.of(2, 2, 2, 2, 2, 2, 2));
    }

    @Test
    void aProfileWithAFaultIsNotUsedAndNamesItsLine() {
        RiskFiles.ProfileReading reading =
                RiskFiles.readProfile("water.yaml", PROFILE.replace("{3 3 3 1 3 2 3}", "{3 3 3}"));
        assertThat(reading.profile()).isEmpty();
        assertThat(reading.problems())
                .first()
                .satisfies(problem -> assertThat(problem.where().display()).contains("water.yaml:4"));
    }

    @Test
    void aProfileWithoutRulesIsRefused() {
        assertThat(RiskFiles.readProfile("water.yaml", "profile: p\nsource: s\n")
                        .profile())
                .isEmpty();
    }

    private static LevelVector target(SectorProfile profile, Optional<ZoneFunction> function, Traits traits) {
        return profile.rules().stream()
                .filter(rule -> rule.fits(function, traits))
                .findFirst()
                .orElseThrow()
                .target();
    }
}
