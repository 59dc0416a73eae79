package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonewright.base.Texts;

/// A problem without words leaves its reader alone.
class CaptureProblemTest {
    @ParameterizedTest
    @EnumSource
    void everyKindHasAMessageAndAHint(CaptureProblem problem) {
        assertThat(problem.id()).matches("capture\\.[a-z]+(-[a-z]+)*");
        assertThat(Texts.english().keys()).contains("problem." + problem.id(), "problem." + problem.id() + ".hint");
    }
}
