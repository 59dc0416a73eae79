package org.zonewright.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What people read must carry every argument, and a missing pattern must not swallow the message.
class TextsTest {
    @Test
    void aFileIsReadLineByLine() {
        Map<String, String> read = new TreeMap<>();
        Texts.read(bytes("# comment = none\n\na.b=one = two \nc.d =  three – vier\ne="), read);
        assertThat(read)
                .containsExactly(Map.entry("a.b", "one = two "), Map.entry("c.d", "three – vier"), Map.entry("e", ""));
        assertThatThrownBy(() -> Texts.read(bytes("no key\nf=g"), read))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no key");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void argumentsStandWhereTheirNumberStands() {
        assertThat(Texts.fill("{1} speaks to {0}", List.of("plc", "hmi"))).isEqualTo("hmi speaks to plc");
    }

    @Test
    void anArgumentWithBracesIsNotFilledAgain() {
        assertThat(Texts.fill("name {0}, again {0}", List.of("{0}"))).isEqualTo("name {0}, again {0}");
    }

    @Test
    void bracesWithoutANumberStayAsTheyAre() {
        assertThat(Texts.fill("SL-T = {2 2 0 1 3 1 3} {x} {", List.of("a"))).isEqualTo("SL-T = {2 2 0 1 3 1 3} {x} {");
    }

    @Test
    void aKeyWithoutPatternIsSaidWithItsArguments() {
        assertThat(Texts.english().say("no.such.key", "plc-1", 7)).isEqualTo("no.such.key plc-1 7");
    }

    @Test
    void aCountedWordFollowsItsNumber() {
        String pattern = "{0} {0|capture|captures} in {1} {1|realm|realms}; {2|is|are} {x|y|z}";

        assertThat(Texts.fill(pattern, List.of("1", "0", "12"))).isEqualTo("1 capture in 0 realms; are {x|y|z}");
    }
}
