package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// Protects how levels are read from what people write, in upper or lower case, with a name or without, and that a
/// bound never says more than it knows.
class LevelNotationTest {
    @Test
    void theLetterSaysWhichLevelIsMeantInEitherCase() {
        Map<String, LevelNotation.Kind> kinds = Map.of(
                "T", LevelNotation.Kind.TARGET, "C", LevelNotation.Kind.CAPABILITY, "A", LevelNotation.Kind.ACHIEVED);
        kinds.forEach((letter, kind) -> {
            assertThat(kind("SL-" + letter + "(X) = 2")).contains(kind);
            assertThat(kind("sl-" + letter.toLowerCase(java.util.Locale.ROOT) + "(X) = 2"))
                    .contains(kind);
        });
        assertThat(kind("SL 2")).isEmpty();
        assertThat(kind("{1 1 1 1 1 1 1}")).isEmpty();
    }

    private static Optional<LevelNotation.Kind> kind(String text) {
        return LevelNotation.parse(text).orElseThrow().kind();
    }

    @Test
    void emptyBracketsNameNothing() {
        LevelNotation notation =
                LevelNotation.parse("SL-T( ) = {2 2 0 1 3 1 3}").orElseThrow();
        assertThat(notation.name()).isEmpty();
        assertThat(notation.starred()).isEmpty();
        assertThat(notation.vector()).contains(LevelVector.of(2, 2, 0, 1, 3, 1, 3));
    }

    @Test
    void aNotationWithoutStarsMayBeMadeByHand() {
        LevelNotation notation = new LevelNotation(
                Optional.empty(), Optional.empty(), Map.of(FoundationalRequirement.RA, SecurityLevel.SL1), Set.of());
        assertThat(notation.starred()).isEmpty();
        assertThat(notation.vector()).isEmpty();
    }

    @Test
    void aBoundIsExactOnlyWhereNothingIsUnknownAndNeverUpsideDown() {
        assertThat(bound(1, 1, 3).isExact()).isFalse();
        assertThat(bound(3, 2, 3).isExact()).isTrue();
        assertThatThrownBy(() -> bound(3, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bound(1, 2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Bound bound(int evidenced, int lowestSame, int atMost) {
        return new Bound(
                FoundationalRequirement.IAC, level(evidenced), level(lowestSame), level(atMost), List.of(), List.of());
    }

    private static SecurityLevel level(int number) {
        return SecurityLevel.ofNumber(number).orElseThrow();
    }
}
