package org.zonewright.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.vantage.BlindSpot;
import org.zonewright.base.Texts;

/// Protects readers from keys without words and from checks without a page.
class TextsTest {
    private static final Pattern KEY = Pattern.compile("Text\\.of\\(\\s*\"([a-z0-9.-]+)\"");

    @Test
    void everyKindOfFindingHasItsTexts() {
        Texts english = Texts.english();
        for (FindingKind kind : FindingKind.values()) {
            assertThat(english.has("finding." + kind.id())).as(kind.id()).isTrue();
            assertThat(english.has("finding." + kind.id() + ".advice"))
                    .as(kind.id())
                    .isTrue();
        }
    }

    @Test
    void everyKindOfBlindSpotHasItsTexts() {
        for (BlindSpot.Kind kind : BlindSpot.Kind.values()) {
            assertThat(Texts.english().has("vantage." + kind.id()))
                    .as(kind.id())
                    .isTrue();
            assertThat(Texts.english().has("vantage." + kind.id() + ".advice"))
                    .as(kind.id())
                    .isTrue();
        }
    }

    @Test
    void everyKeyThatStandsInTheSourcesHasAText() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher keys = KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    if (!keys.group(1).endsWith(".")
                            && !keys.group(1).endsWith("-")
                            && !Texts.english().has(keys.group(1))) {
                        missing.add(file.getFileName() + " " + keys.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKindOfFindingHasAPage() throws IOException {
        Path pages = Path.of("..", "docs", "checks");
        for (FindingKind kind : FindingKind.values()) {
            Path page = pages.resolve(kind.id() + ".md");
            assertThat(page).exists();
            assertThat(Files.readString(page)).contains("What it cannot see").contains("`" + kind.id());
        }
    }

    @Test
    void noTextSpeaksOfCompliance() {
        Texts english = Texts.english();
        assertThat(english.keys().stream()
                        .filter(key -> key.matches("(finding|partition|coverage|indication|assess|conformance)\\..*"))
                        .filter(key -> english.say(key)
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("complian")))
                .isEmpty();
    }
}
