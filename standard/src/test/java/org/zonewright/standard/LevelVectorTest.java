package org.zonewright.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A strong entry must never make up for a weak one, and a vector must read as it prints.
class LevelVectorTest {
    private static final LevelVector BPCS = LevelVector.of(2, 2, 0, 1, 3, 1, 3);

    @Test
    void thePublishedNotationReadsBackAsPrinted() {
        assertThat(BPCS).hasToString("{2 2 0 1 3 1 3}");
        assertThat(LevelVector.parse("{2 2 0 1 3 1 3}")).contains(BPCS);
        assertThat(LevelVector.parse(" { 2, 2,0, 1, 3; 1 3 } ")).contains(BPCS);
        assertThat(LevelVector.parse("2 2 0 1 3 1 3")).contains(BPCS);
    }

    @Test
    void oneNumberStandsForSevenEqualEntries() {
        assertThat(LevelVector.parse("4")).contains(LevelVector.of(4, 4, 4, 4, 4, 4, 4));
        assertThat(LevelVector.parse("{0}")).contains(LevelVector.ZERO);
    }

    @Test
    void whatIsNotAVectorIsEmpty() {
        for (String text : List.of(
                "",
                "{}",
                "{",
                "}",
                "5",
                "-1",
                "{2 2 0 1 3 1}",
                "{2 2 0 1 3 1 3 3}",
                "{2 2 0 1 3 1 3",
                "{2 2 1* 1 1 1 3}",
                "2201313",
                "high")) {
            assertThat(LevelVector.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void comparisonIsEntryByEntry() {
        LevelVector target = LevelVector.of(1, 1, 1, 1, 1, 1, 1);
        assertThat(BPCS.atLeast(target)).isFalse();
        assertThat(BPCS.shortOf(target)).containsExactly(FoundationalRequirement.SI);
        assertThat(target.atLeast(BPCS)).isFalse();
        assertThat(BPCS.atLeast(BPCS)).isTrue();
    }

    @Test
    void joinsTakeEachEntryByItself() {
        LevelVector other = LevelVector.of(1, 3, 1, 1, 1, 1, 4);
        assertThat(BPCS.max(other)).isEqualTo(LevelVector.of(2, 3, 1, 1, 3, 1, 4));
        assertThat(BPCS.min(other)).isEqualTo(LevelVector.of(1, 2, 0, 1, 1, 1, 3));
        assertThat(BPCS.max(other).atLeast(BPCS)).isTrue();
        assertThat(BPCS.lowest()).isEqualTo(SecurityLevel.SL0);
        assertThat(BPCS.highest()).isEqualTo(SecurityLevel.SL3);
    }

    @Test
    void theMapFormKeepsTheOrderAndComesBack() {
        assertThat(BPCS.toMap().keySet()).containsExactly(FoundationalRequirement.values());
        assertThat(LevelVector.of(BPCS.toMap())).isEqualTo(BPCS);
        assertThat(BPCS.with(FoundationalRequirement.SI, SecurityLevel.SL2)).hasToString("{2 2 2 1 3 1 3}");
    }

    @Test
    void anImpossibleVectorIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LevelVector.of(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> LevelVector.of(0, 0, 0, 0, 0, 0, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LevelVector.of(Map.of(FoundationalRequirement.UC, SecurityLevel.SL1)));
    }

    @Test
    void theThreeKindsOfLevelPrintTheirName() {
        assertThat(new TargetLevel(BPCS).display("BPCS Zone")).isEqualTo("SL-T(BPCS Zone) = {2 2 0 1 3 1 3}");
        assertThat(new CapabilityLevel(BPCS).display("RTU")).isEqualTo("SL-C(RTU) = {2 2 0 1 3 1 3}");
        assertThat(new AchievedLevel(BPCS).display("Bay 1")).isEqualTo("SL-A(Bay 1) = {2 2 0 1 3 1 3}");
    }

    @Test
    void concernsAreReadByCodeAndNumber() {
        assertThat(FoundationalRequirement.parse("rdf")).contains(FoundationalRequirement.RDF);
        assertThat(FoundationalRequirement.parse("FR 5")).contains(FoundationalRequirement.RDF);
        assertThat(FoundationalRequirement.parse("fr7")).contains(FoundationalRequirement.RA);
        assertThat(FoundationalRequirement.parse("FR 8")).isEmpty();
        assertThat(FoundationalRequirement.parse("")).isEmpty();
    }
}
