package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zonewright.base.Problem;
import org.zonewright.base.Texts;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.PublicCaptures;

/// A capture that was cut off or spoilt on its way still gives what can be read of it, and says what is wrong: real
/// captures of every protocol, damaged in many places. The limit of time is against loops without an end, far above
/// what the tests take.
///
/// The system property `zonewright.damages` says how often each capture is damaged either way, `zonewright.largest`
/// how long the captures are that are damaged, in bytes.
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedPublicCapturesTest {
    private static final int SIZE = Integer.getInteger("zonewright.largest", 200_000);
    /// Packets in tunnels count as well as what carries them.
    private static final int LAYERS = 8;

    private static final int DAMAGES = Integer.getInteger("zonewright.damages", 50);

    private final TrafficReader reader = new TrafficReader(new TrafficReader.Options(7, false));
    private final List<String> failures = new ArrayList<>();

    /// Reads bytes and holds the contribution against them.
    private interface Check {
        void of(Contribution whole, Contribution damaged, byte[] bytes);
    }

    @Test
    void aCaptureCutAnywhereGivesTheFramesBeforeTheCutAndSaysThatItIsCut() throws IOException {
        damaged(DamagedPublicCapturesTest::cut, (whole, damaged, bytes) -> {
            assertThat(summary(damaged)).as("frames").isLessThanOrEqualTo(summary(whole));
            if (!saysWhatIsWrong(damaged)) {
                // Only a cut between records looks like the end, and then no other cut does next to it.
                assertThat(saysWhatIsWrong(read(Arrays.copyOf(bytes, bytes.length - 1))))
                        .as("the cut is named")
                        .isTrue();
            }
        });
    }

    @Test
    void aCaptureWithSpoiltBytesIsRead() throws IOException {
        damaged(DamagedPublicCapturesTest::spoilt, (whole, damaged, bytes) -> {});
    }

    @Test
    void factsDoNotDependOnTheSeedNorOnWhatTheReaderReadBefore() throws IOException {
        for (Path capture : MessageSamples.captures(PublicCaptures.folder(), SIZE)) {
            byte[] bytes = Files.readAllBytes(capture);
            Contribution other = new TrafficReader(new TrafficReader.Options(-62443, false))
                    .read("capture", ByteSource.of(new ByteArrayInputStream(bytes)));
            Contribution one = read(bytes);
            assertThat(FactLines.of(one)).as(capture.toString()).isEqualTo(FactLines.of(other));
        }
    }

    private interface Damage {
        byte[] of(byte[] whole, Random random);
    }

    private static byte[] cut(byte[] whole, Random random) {
        return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
    }

    private static byte[] spoilt(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(1 + bytes.length / (random.nextBoolean() ? 40 : 1000));
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        for (int i = 0; i < changes / 4; i++) {
            int value = Integer.MAX_VALUE - random.nextInt(32);
            ByteBuffer.wrap(bytes)
                    .putInt(
                            random.nextInt(bytes.length - 3),
                            random.nextBoolean() ? value : Integer.reverseBytes(value));
        }
        return bytes;
    }

    private void damaged(Damage damage, Check check) throws IOException {
        int read = 0;
        for (Path capture : MessageSamples.captures(PublicCaptures.folder(), SIZE)) {
            byte[] bytes = Files.readAllBytes(capture);
            Random random = new Random(62443L + bytes.length);
            Contribution whole = read(bytes);
            for (int round = 0; bytes.length > 4 && round < DAMAGES; round++) {
                byte[] spoilt = damage.of(bytes, random);
                read++;
                try {
                    Contribution facts = read(spoilt);
                    valid(facts);
                    check.of(whole, facts, spoilt);
                } catch (RuntimeException | AssertionError | StackOverflowError e) {
                    failed(capture, round, spoilt, e);
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(read).as("damaged captures").isGreaterThan(200 * DAMAGES);
    }

    private void failed(Path capture, int round, byte[] bytes, Throwable e) {
        failures.add("%s round %d, %d bytes: %s %s"
                .formatted(
                        capture.getFileName(),
                        round,
                        bytes.length,
                        e,
                        Arrays.stream(e.getStackTrace()).limit(8).toList()));
    }

    private Contribution read(byte[] bytes) {
        return reader.read("capture", ByteSource.of(new ByteArrayInputStream(bytes)));
    }

    private static long summary(Contribution facts) {
        return facts.capture().map(CaptureSummary::frames).orElse(0L);
    }

    private static boolean saysWhatIsWrong(Contribution facts) {
        return facts.problemCounts().keySet().stream().anyMatch(id -> id.startsWith("capture."));
    }

    private static void valid(Contribution facts) {
        long frames = summary(facts);
        long packets = 0;
        ConversationTable.Cursor row = facts.conversations().cursor();
        while (row.next()) {
            packets += row.packetsA() + row.packetsB();
            assertThat(row.packetsA()).isNotNegative();
            assertThat(row.packetsB()).isNotNegative();
            assertThat(row.bytesA()).isNotNegative();
            assertThat(row.bytesB()).isNotNegative();
            assertThat(row.flows()).isPositive();
            assertThat(row.firstNanos()).as("first time").isLessThanOrEqualTo(row.lastNanos());
            assertThat(row.firstFrame()).isBetween(1L, frames);
            assertThat(row.portA()).isBetween(-1, 65_535);
            assertThat(row.portB()).isBetween(-1, 65_535);
            while (row.nextFunction()) {
                assertThat(row.function().code()).isNotBlank();
                assertThat(row.requests()).isPositive();
                assertThat(row.refusals()).isBetween(0L, row.answers());
                assertThat(row.functionFrame()).isBetween(1L, frames);
            }
        }
        assertThat(packets).as("packets of conversations").isLessThanOrEqualTo(LAYERS * frames);
        for (Problem problem : facts.problems()) {
            assertThat(problem.display(Texts.english())).isNotBlank().doesNotContain("{0}");
        }
        InventoryResolver.resolve(Facts.of(List.of(facts)), IdentityRules.NONE);
    }
}
