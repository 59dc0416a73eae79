package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.base.ProblemKind;
import org.zonewright.base.Texts;

/// A message without its text would reach a user as a bare key: every kind of problem has a message, a hint and a
/// line in the docs, and every key that the code names has an English text.
class ProductTextsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern KEY =
            Pattern.compile("Text\\.of\\(\\s*\"([a-z0-9.-]+)\"|\\.say\\(\\s*\"([a-z0-9.-]+)\"");

    private static List<ProblemKind> kinds() {
        List<ProblemKind> kinds = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.zonewright")) {
            if (type.isEnum() && type.isAssignableTo(ProblemKind.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    kinds.add((ProblemKind) constant);
                }
            }
        }
        return kinds;
    }

    @Test
    void everyKindOfProblemHasAMessageAndAHint() {
        assertThat(kinds()).hasSizeGreaterThan(30).allSatisfy(kind -> {
            assertThat(Texts.english().has("problem." + kind.id()))
                    .as(kind.id())
                    .isTrue();
            assertThat(Texts.english().has("problem." + kind.id() + ".hint"))
                    .as(kind.id() + ".hint")
                    .isTrue();
        });
    }

    @Test
    void everyKindOfProblemHasALineInTheDocs() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/problems.md"));
        assertThat(kinds()).allSatisfy(kind -> assertThat(page).contains("`" + kind.id() + "`"));
    }

    @Test
    void everyKeyThatTheCodeNamesHasAnEnglishText() throws IOException {
        SortedSet<String> missing = new TreeSet<>();
        int[] seen = {0};
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")
                            && path.toString().contains("/src/main/")
                            && !path.toString().contains("/examples/"))
                    .toList()) {
                Matcher keys = KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    String key = keys.group(1) == null ? keys.group(2) : keys.group(1);
                    seen[0]++;
                    // The rest of such a key is made while running.
                    boolean start = key.endsWith(".") || key.endsWith("-");
                    // Classes of the page leave out the prefix that they share.
                    if (!start && !Texts.english().has(key) && !Texts.english().has("page." + key)) {
                        missing.add(key + " in " + ROOT.relativize(file));
                    }
                }
            }
        }
        assertThat(seen[0]).isGreaterThan(20);
        assertThat(missing).isEmpty();
    }
}
