package org.zonewright.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Whoever reads our JSON must get back what was written, whatever a station calls itself; and two outputs must be
/// comparable line by line.
class JsonOutTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private static String written(JsonOut.Body body) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try {
            JsonOut.write(stream, Texts.english(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return stream.toString(UTF_8);
    }

    private static JsonNode read(JsonOut.Body body) {
        return JACKSON.readTree(written(body));
    }

    @Test
    void everyCharacterIsWrittenAsJacksonWritesIt() {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x10000 ? 1 : 97) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                all.appendCodePoint(point);
            }
        }
        String text = all.toString();

        assertEquals("{\n\"a\": " + JACKSON.writeValueAsString(text) + "\n}\n", written(out -> out.text("a", text)));
    }

    @Test
    void textsOfAnyLengthAndMixtureComeBackAsTheyWere() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(5000); i > 0; i--) {
                made.appendCodePoint("a\"\\\n\u0001\u007fäß中\ud83d\ude00".codePointAt(random.nextInt(10)));
            }
            String text = made.toString()
                    .replaceAll("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]", "");

            assertEquals(text, read(out -> out.text("a", text)).get("a").asString());
        }
    }

    /// UTF-8 has no bytes for half a pair, and a file with them could not be read by anyone.
    @Test
    void halfOfABrokenPairIsReplaced() {
        assertEquals(
                "{\n\"a\": \"x\ufffdy\ufffd\"\n}\n", written(out -> out.text("a", "x" + '\ud83d' + "y" + '\ude00')));
        assertEquals("{\n\"a\": \"\ufffd\"\n}\n", written(out -> out.text("a", "" + '\ud83d')));
    }

    @Test
    void numbersAreWrittenAsJacksonWritesThem() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            long number = random.nextLong() >> random.nextInt(64);
            assertEquals("{\n\"a\": " + number + "\n}\n", written(out -> out.number("a", number)));
            double fraction = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
            assertEquals(
                    "{\n\"a\": " + JACKSON.writeValueAsString(fraction) + "\n}\n",
                    written(out -> out.number("a", fraction)));
        }
        assertEquals(
                "{\n\"a\": " + Long.MIN_VALUE + ",\n\"b\": 0,\n\"c\": " + Long.MAX_VALUE + ",\n\"d\": 0.0\n}\n",
                written(out -> {
                    out.number("a", Long.MIN_VALUE);
                    out.number("b", 0);
                    out.number("c", Long.MAX_VALUE);
                    out.number("d", 0.0);
                }));
    }

    /// JSON has no word for what is no number, and to leave it out would hide that something is wrong.
    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> written(out -> out.number("a", Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> written(out -> out.number("a", 1 / 0.0)));
    }

    @Test
    void eachItemOfATopLevelListHasALineAndNothingElseBreaksOne() {
        assertEquals("""
                {
                "a": [
                {"b":1,"c":[{"d":true},{}],"e":[]},
                {"file":"f","frame":3}
                ],
                "g": [
                "h",
                "i"
                ],
                "j": [],
                "k": {"l":null}
                }
                """, written(out -> {
            out.list("a", () -> {
                out.item(() -> {
                    out.number("b", 1);
                    out.startList("c");
                    out.startItem();
                    out.flag("d", true);
                    out.endObject();
                    out.startItem();
                    out.endObject();
                    out.endList();
                    out.list("e", () -> {});
                });
                out.startItem();
                out.text("file", "f");
                out.number("frame", 3);
                out.endObject();
            });
            out.texts("g", List.of("h", "i"));
            out.texts("j", List.of());
            out.object("k", () -> out.textOrNull("l", ""));
        }));
    }

    @Test
    void anEventIsOneLine() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        JsonOut.writeLine(stream, Texts.english(), out -> {
            out.place("where", new SourceRef.InDocument("p.yaml", 3, 0, ""));
            out.texts("what", List.of("a", "b"));
        });

        assertEquals("{\"where\":{\"file\":\"p.yaml\",\"line\":3},\"what\":[\"a\",\"b\"]}\n", stream.toString(UTF_8));
    }

    @Test
    void aStreamThatTakesNoMoreIsToldAsItSaidIt() {
        IOException full = new IOException("no space left");
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };

        assertSame(
                full,
                assertThrows(
                        IOException.class,
                        () -> JsonOut.write(stream, Texts.english(), out -> out.text("a", "b".repeat(100_000)))));
        assertSame(
                full,
                assertThrows(
                        IOException.class, () -> JsonOut.write(stream, Texts.english(), out -> out.text("a", "b"))));
    }
}
