package org.zonewright.intake.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonewright.base.Texts;
import org.zonewright.facts.Attribute;

/// The user's page shows an example, a mapping file and what comes out: it must be what comes out.
class PageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/asset-lists.md"));
    }

    private static String block(String language) throws IOException {
        String opening = "```" + language + "\n";
        String page = page();
        int start = page.indexOf(opening) + opening.length();
        return page.substring(start, page.indexOf("```", start));
    }

    @Test
    void theExampleGivesTheProblemsOfThePage() throws IOException {
        AssetListReading reading = AssetLists.read("nord.csv", block("csv").getBytes(UTF_8), ColumnMapping.AUTO);
        assertThat(reading.preview().counts()).isEqualTo(new RowCounts(3, 1, 0, 0));
        String problems = String.join(
                "\n",
                reading.preview().problems().stream()
                        .map(problem -> problem.display(Texts.english()))
                        .toList());
        assertThat(problems).isEqualTo(block("text").strip());
    }

    @Test
    void theMappingFileOfThePageIsGood() throws IOException {
        ColumnMapping mapping = ColumnMapping.parse("nord.csv.mapping", block("ini"));
        assertThat(mapping.problems()).isEmpty();
        AssetListReading reading = AssetLists.read("nord.csv", block("csv").getBytes(UTF_8), mapping);
        assertThat(Lists.values(reading, "plant.cost-centre")).hasSize(3);
        assertThat(Lists.values(reading, Attribute.FIRMWARE)).isEmpty();
        assertThat(Lists.values(reading, "list.zone")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsOnThePage(ListField field) throws IOException {
        assertThat(page()).contains("`" + field.id() + "`");
    }
}
