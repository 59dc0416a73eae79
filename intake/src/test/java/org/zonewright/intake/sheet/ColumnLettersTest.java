package org.zonewright.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Cells are placed by letters: one off, and a serial number becomes a version.
class ColumnLettersTest {
    @Test
    void lettersAndNumbersAreEachOthersInverse() {
        for (int column = 0; column < 18_278; column++) {
            assertThat(ColumnLetters.column(ColumnLetters.of(column))).hasValue(column);
        }
        assertThat(ColumnLetters.of(16_383)).isEqualTo("XFD");
    }

    @Test
    void anythingElseIsNoColumn() {
        assertThat(ColumnLetters.column("")).isEmpty();
        assertThat(ColumnLetters.column("AAAA")).isEmpty();
        assertThat(ColumnLetters.column("A1")).isEmpty();
    }
}
