package org.zonewright.plant.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.base.ProblemLog;

/// A document is read whatever characters stand in it, and wherever they stand.
class YamlTreeTest {
    @Test
    void aCharacterOfTwoHalvesIsReadWhereverItStands() {
        for (int before = 0; before < 2200; before++) {
            ProblemLog log = new ProblemLog();
            String text = "#" + "x".repeat(before) + "\nnote: \"\ud83c\udfed\"\n";
            assertThat(YamlTree.parse("plant.yaml", text, log))
                    .as("behind %d characters", before)
                    .isPresent();
            assertThat(log.problems()).isEmpty();
        }
    }
}
