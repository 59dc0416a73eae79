package org.zonewright.plant.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What is published about the keys is what the reader does. `-Dpublish=true` writes the files anew; read the diff.
class PublishedFilesTest {
    private static final Path RESOURCE = Path.of("src/main/resources/org/zonewright/plant/schema/plant-1.schema.json");
    private static final Path DOCS = Path.of("../docs");
    private static final String MARK = "<!-- made from the reader's own table; a test keeps it so -->\n";

    @Test
    void theSchemaIsTheReadersTable() throws IOException {
        check(RESOURCE, PlantSchema.text());
        check(DOCS.resolve("schema/plant-1.schema.json"), PlantSchema.text());
    }

    @Test
    void theReferencePageIsTheReadersTable() throws IOException {
        Path page = DOCS.resolve("plant-document.md");
        String text = Files.readString(page);
        String head = text.substring(0, text.indexOf(MARK) + MARK.length());
        check(page, head + PlantReference.text());
    }

    @Test
    void thePageOfTheMakersFileIsTheReadersTable() throws IOException {
        Path page = DOCS.resolve("makers-file.md");
        String text = Files.readString(page);
        check(page, text.substring(0, text.indexOf(MARK) + MARK.length()) + PlantReference.ofMakersFile());
    }

    private static void check(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("publish")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }
}
