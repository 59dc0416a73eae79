package org.zonewright.plant.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.yaml.PlainYaml;
import org.zonewright.base.yaml.YamlValue;

/// The quick reader must never answer something else than the complete parser: a document would mean another thing
/// than its writers see. Both read whole documents and thousands of pieces of them with slips of every kind.
class PlainNodesTest {
    private static final Path CATALOGUES = Path.of("../standard/src/main/resources/org/zonewright/standard/catalogue");
    private static final int PIECES = 30_000;
    private static final String SIGNS = "[]{},:#-?'\"\n \n  \n\n- : &*!|>%@`\\ab1~.\u00e9\t";

    @Test
    void documentsOfTheProductNeedNoCompleteParser() throws IOException {
        for (String document : documents()) {
            assertThat(answered(document)).as(document.substring(0, 60)).isTrue();
        }
    }

    @Test
    void whatTheQuickReaderAnswersIsWhatTheCompleteParserSays() throws IOException {
        List<String> documents = documents();
        Random random = new Random(62443);
        int answered = 0;
        for (int i = 0; i < PIECES; i++) {
            String document = documents.get(random.nextInt(documents.size()));
            if (answered(withSlips(piece(document, random), random))) {
                answered++;
            }
        }
        assertThat(answered).isGreaterThan(PIECES / 20);
    }

    /// True if the quick reader answers; its answer is held against that of the complete parser.
    private static boolean answered(String text) {
        Optional<YamlValue> plain = PlainYaml.parse(text);
        plain.ifPresent(value -> assertThat(PlainNodes.of("plant.yaml", value))
                .as(text)
                .isEqualTo(
                        YamlTree.complete("plant.yaml", text, new ProblemLog()).orElse(null)));
        return plain.isPresent();
    }

    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        documents.add(Files.readString(Path.of("../examples/waterworks/plant.yaml")));
        for (String name : List.of("iec62443-3-3", "mappings", "nis2", "threats", "attack-ics")) {
            documents.add(Files.readString(CATALOGUES.resolve(name + ".yaml")));
        }
        return documents;
    }

    /// Some lines, moved to the left margin half of the time.
    private static String piece(String document, Random random) {
        int from = document.lastIndexOf('\n', random.nextInt(document.length())) + 1;
        int to = Math.min(document.length(), from + 20 + random.nextInt(600));
        String piece = document.substring(Math.min(from, to), to);
        int indent = piece.length() - piece.stripLeading().length();
        return indent > 0 && random.nextBoolean()
                ? piece.substring(indent).replace("\n" + " ".repeat(indent), "\n")
                : piece;
    }

    private static String withSlips(String piece, Random random) {
        StringBuilder text = new StringBuilder(piece);
        for (int slips = random.nextInt(4); slips > 0 && text.length() > 1; slips--) {
            int at = random.nextInt(text.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, sign);
                case 2 -> text.setCharAt(at, sign);
                case 3 ->
                    text.insert(random.nextInt(text.length()), text.substring(at, Math.min(text.length(), at + 12)));
                default -> text.insert(at, " ".repeat(1 + random.nextInt(3)));
            }
        }
        return text.toString();
    }
}
