package org.zonewright.base.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonewright.base.yaml.YamlValue.Mapping;
import org.zonewright.base.yaml.YamlValue.Quotes;
import org.zonewright.base.yaml.YamlValue.Scalar;
import org.zonewright.base.yaml.YamlValue.Sequence;

/// The quick reader answers only what a complete parser would; that both agree is tested where there is one.
class PlainYamlTest {
    @Test
    void blocksBracketsAndBracesAreRead() {
        Mapping root = mapping("""
                # a comment
                name: Pump house   # what stands here
                zones:
                - id: cell-a
                  members: [ plc-1, "hmi, left",
                             'it''s' ]
                - { id: cell-b, level: 2 }
                """);
        assertThat(root.entries()).extracting(entry -> entry.key().text()).containsExactly("name", "zones");
        assertThat(text(root.entries().getFirst().value())).isEqualTo("Pump house");
        Sequence zones = (Sequence) root.entries().getLast().value();
        Mapping first = (Mapping) zones.items().getFirst();
        assertThat(((Sequence) first.entries().getLast().value()).items())
                .extracting(PlainYamlTest::text)
                .containsExactly("plc-1", "hmi, left", "it's");
        assertThat(((Mapping) zones.items().getLast()).flow()).isTrue();
    }

    @Test
    void linesOfOneTextAreJoinedByABlank() {
        Mapping root = mapping("plain: one\n  two\nquoted: 'three\n  four'\nlist: [five\n    six]\n");
        assertThat(root.entries()).extracting(entry -> entry.key().text()).containsExactly("plain", "quoted", "list");
        assertThat(text(root.entries().get(0).value())).isEqualTo("one two");
        assertThat(text(root.entries().get(1).value())).isEqualTo("three four");
        assertThat(((Sequence) root.entries().get(2).value()).items())
                .extracting(PlainYamlTest::text)
                .containsExactly("five six");
    }

    @Test
    void eachValueSaysWhereItStands() {
        Mapping root = mapping("a: 1\nb:\n  - \"x\"\n");
        Sequence list = (Sequence) root.entries().getLast().value();
        assertThat(list.items().getFirst()).isEqualTo(new Scalar("x", Quotes.DOUBLE, 3, 5, 12, 15));
        assertThat(list.line()).isEqualTo(3);
        assertThat(list.column()).isEqualTo(3);
        assertThat(list.start()).isEqualTo(10);
        assertThat(root.end()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "[ a ]",
                "a:",
                "a: &x 1",
                "a: *x",
                "a: !t 1",
                "a: |\n  b",
                "a: >\n  b",
                "a: \"\\n\"",
                "a:\tb",
                "a: b: c",
                "a: b\n\n  c",
                "a: b\n c: d",
                "- a\nb: c",
                "? a\n: b",
                "a: [ b, ]",
                "a: [ b",
                "---\na: b",
                "a: b\n...\n",
                "a: { b }",
                "a: 'b",
                "a: [ b ] c",
                "a: [\nb ]",
                "a: [ b: c ]",
                "-\n- a",
                "a: \uD83C\uDFED"
            })
    void whatIsRarerOrWrongIsLeftToACompleteParser(String text) {
        assertThat(PlainYaml.parse(text)).isEmpty();
    }

    @Test
    void deepNestingAndHugeTextsAreLeftToACompleteParser() {
        assertThat(PlainYaml.parse("a: " + "[".repeat(31) + "]".repeat(31))).isEmpty();
        assertThat(PlainYaml.parse("a: " + "x".repeat(4 << 20))).isEmpty();
    }

    private static Mapping mapping(String text) {
        return (Mapping) PlainYaml.parse(text).orElseThrow();
    }

    private static String text(YamlValue value) {
        return ((Scalar) value).text();
    }
}
