package org.zonewright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonewright.base.Texts;

/// A problem without words, or one that the user's page does not know, helps nobody.
class IntakeProblemTest {
    @ParameterizedTest
    @EnumSource
    void everyProblemHasAMessageAndAHint(IntakeProblem problem) {
        assertThat(Texts.english().has("problem." + problem.id())).isTrue();
        assertThat(Texts.english().has("problem." + problem.id() + ".hint")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsOnThePage(IntakeProblem problem) throws IOException {
        String page = problem.id().startsWith("list.hazard-")
                ? "../docs/problems.md"
                : problem.id().startsWith("list.") ? "../docs/asset-lists.md" : "../docs/other-sources.md";
        assertThat(Files.readString(Path.of(page))).contains("`" + problem.id() + "`");
    }
}
