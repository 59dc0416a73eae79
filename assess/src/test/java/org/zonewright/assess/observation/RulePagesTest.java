package org.zonewright.assess.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;

/// What is published about a rule is what the product does: a page for each rule, and none without one.
/// `-Dpublish=true` writes the pages anew; read the diff.
class RulePagesTest {
    private static final Path DOCS = Path.of("../docs/rules");
    private static final String INDEX = "README.md";
    private static final String MARK = "<!-- made from the rules themselves; a test keeps it so -->\n";

    @Test
    void everyRuleHasItsPage() throws IOException {
        for (ObservationRule rule : ObservationRules.shipped().all()) {
            check(DOCS.resolve(rule.id() + ".md"), RulePage.of(rule, Texts.english()));
        }
    }

    @Test
    void noPageIsWithoutARule() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> !name.equals(INDEX))
                            .map(name -> name.replace(".md", ""))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(ObservationRules.shipped().all().stream()
                            .map(ObservationRule::id)
                            .toList());
        }
    }

    @Test
    void theIndexListsThemAll() throws IOException {
        List<ObservationRule> rules = ObservationRules.shipped().all();
        Path page = DOCS.resolve(INDEX);
        String text = Files.readString(page);
        String head = text.substring(0, text.indexOf(MARK) + MARK.length());
        check(page, head + RulePage.index(rules, Texts.english()));
    }

    @Test
    void aPageSaysForceRequirementsAndWhatTheRuleCannotSee() {
        ObservationRule rule = ObservationRules.shipped().find("tls-old").orElseThrow();
        assertThat(RulePage.of(rule, Texts.english()))
                .contains("`tls-old`", "*contradicts* SR 4.3", "What it cannot see", "False positives", "when: told");
    }

    private static void check(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("publish")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }
}
