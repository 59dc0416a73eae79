package org.zonewright.intake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigLimits;
import org.zonewright.intake.config.build.ConfigText;

/// Whatever stands in a file, reading it ends in rules or in problems: each kind is recognised by one reader, and no
/// cut or changed byte makes one throw.
class AnyConfigTest {
    private static final ConfigLimits SMALL = new ConfigLimits(1 << 20, 10_000, 200_000);

    private static Stream<Map.Entry<String, String>> samples() {
        return ConfigSamples.all().entrySet().stream();
    }

    private static List<ConfigFormat> recognising(String text) {
        return ConfigFile.formats().stream()
                .filter(format -> format.recognises(text))
                .toList();
    }

    private static ConfigFile.Reading read(ConfigFormat format, byte[] bytes) {
        return ConfigFile.read(format, new ConfigText("fw", bytes, SMALL));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindIsRecognisedByOneReaderAlone(Map.Entry<String, String> sample) {
        assertThat(recognising(sample.getValue())).hasSize(1);
        ConfigFile.Reading reading = read(
                recognising(sample.getValue()).getFirst(), sample.getValue().getBytes(StandardCharsets.UTF_8));
        assertThat(reading.rules().map(Ruleset::format)).contains(format(sample.getKey()));
        assertThat(reading.rules().orElseThrow().unread()).isEmpty();
        assertThat(reading.problems()).isEmpty();
    }

    private static String format(String sample) {
        int blank = sample.indexOf(' ');
        return blank < 0 ? sample : sample.substring(0, blank);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aCutAnywhereEndsInRulesOrProblems(Map.Entry<String, String> sample) {
        ConfigFormat format = recognising(sample.getValue()).getFirst();
        byte[] bytes = sample.getValue().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length += 3) {
            int end = length;
            assertThatCode(() -> ends(read(format, Arrays.copyOf(bytes, end))))
                    .as("cut at %d", length)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void changedBytesEndInRulesOrProblems(Map.Entry<String, String> sample) {
        ConfigFormat format = recognising(sample.getValue()).getFirst();
        byte[] bytes = sample.getValue().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(62443);
        for (int i = 0; i < 400; i++) {
            byte[] changed = changed(bytes, random);
            assertThatCode(() -> ends(read(format, changed)))
                    .as("change %d: %s", i, new String(changed, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    private static void ends(ConfigFile.Reading reading) {
        assertThat(reading.rules().isPresent() || !reading.problems().isEmpty()).isTrue();
    }

    /// Some bytes set to others, a piece taken out, or a piece put in twice.
    private static byte[] changed(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        int at = random.nextInt(copy.length);
        int length = Math.min(copy.length - at, 1 + random.nextInt(40));
        switch (random.nextInt(4)) {
            case 0 -> copy[at] = (byte) random.nextInt(256);
            case 1 -> {
                for (int i = 0; i < 12; i++) {
                    copy[random.nextInt(copy.length)] = (byte) (32 + random.nextInt(95));
                }
            }
            case 2 -> System.arraycopy(bytes, at, copy, random.nextInt(copy.length - length + 1), length);
            default -> {
                byte[] shorter = Arrays.copyOf(copy, copy.length - length);
                System.arraycopy(bytes, at + length, shorter, at, copy.length - at - length);
                return shorter;
            }
        }
        return copy;
    }
}
