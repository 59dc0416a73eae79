package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.RequirementState;
import org.zonewright.base.Texts;
import org.zonewright.plant.assurance.Method;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects readers of docs/levels.md from tables that the program no longer uses, and of reasons from keys without
/// words.
class LevelsPageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/levels.md"));
    }

    @Test
    void everyRowOfTheTablesStandsOnThePage() throws IOException {
        String page = page();
        assertThat(ReadingTable.shipped().readings()).hasSizeGreaterThan(20);
        ReadingTable.shipped().readings().forEach((id, reading) -> {
            assertThat(Catalogues.shipped().systems().find((SystemId) id)).isPresent();
            assertThat(page)
                    .contains("| " + id + " | " + (reading.placeBorne() ? "yes" : "no") + " | "
                            + reading.condition().orElse("-") + " |");
        });
        for (Method method : Method.values()) {
            assertThat(page)
                    .contains("| " + method.word() + " | "
                            + EvidenceValidity.shipped().days(method) + " |");
        }
    }

    @Test
    void everyRuleAndStateHasItsLineAndItsText() throws IOException {
        String page = page();
        for (Rule rule : Rule.values()) {
            assertThat(page).contains("| `" + rule.id() + "` |");
            assertThat(Texts.english().has("levels.rule." + rule.id()))
                    .as(rule.id())
                    .isTrue();
        }
        for (RequirementState state : RequirementState.values()) {
            assertThat(page).contains("| " + state.id().replace('-', ' ') + " |");
            assertThat(Texts.english().has("levels.state." + state.id()))
                    .as(state.id())
                    .isTrue();
        }
    }
}
