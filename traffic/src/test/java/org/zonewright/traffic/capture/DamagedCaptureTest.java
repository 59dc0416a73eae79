package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.capture.Captures.gzip;
import static org.zonewright.traffic.capture.Captures.zstd;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Protects against hostile and broken files: whatever the bytes, reading ends, does not throw, gives no more than is
/// there, and does not call a part the whole.
class DamagedCaptureTest {
    private static final int FRAMES = 40;

    @Test
    void aCutAtAnyByteKeepsTheFramesBeforeItAndIsSaid() {
        for (byte[] capture : captures()) {
            List<String> all = Bytes.read(capture).sink();
            for (int length = 0; length < capture.length; length++) {
                Bytes.Reading reading = Bytes.read(Arrays.copyOf(capture, length));
                assertThat(reading.sink())
                        .as("cut at %d", length)
                        .isEqualTo(all.subList(0, reading.sink().size()));
                assertThat(reading.result().whole())
                        .as("whole although cut at %d, problems %s", length, reading.problems())
                        .isEqualTo(reading.problems().isEmpty());
                if (reading.problems().isEmpty()) {
                    // Only a cut between records looks like the end.
                    Bytes.Reading oneLess = Bytes.read(Arrays.copyOf(capture, length - 1));
                    assertThat(oneLess.problems()).as("cut at %d", length - 1).isNotEmpty();
                }
            }
        }
    }

    @Test
    void randomChangesNeverThrowAndNeverGiveBytesFromOutsideTheFile() {
        Random random = new Random(62443);
        for (byte[] capture : captures()) {
            for (int round = 0; round < 4000; round++) {
                byte[] changed = capture.clone();
                int changes = 1 + random.nextInt(8);
                for (int i = 0; i < changes; i++) {
                    changed[random.nextInt(changed.length)] = interesting(random);
                }
                readWithin(changed);
            }
        }
    }

    @Test
    void randomChangesOfCompressedBytesNeverThrow() throws IOException {
        Random random = new Random(62443);
        for (byte[] capture : captures()) {
            byte[] gzip = gzip(capture);
            byte[] zstd = zstd(capture);
            for (int round = 0; round < 1000; round++) {
                for (byte[] stored : List.of(gzip.clone(), zstd.clone())) {
                    stored[4 + random.nextInt(stored.length - 4)] = interesting(random);
                    stored[4 + random.nextInt(stored.length - 4)] = (byte) random.nextInt();
                    Bytes.read(stored);
                }
            }
        }
    }

    @Test
    void manyFakeBlocksCostNoMoreThanTheirBytes() {
        byte[] section = Captures.pcapng(0, ByteOrder.LITTLE_ENDIAN);
        byte[] capture = Arrays.copyOf(section, 8 << 20);
        byte[] fake = Bytes.hex("06 00 00 00 00 00 04 00");
        for (int at = section.length; at + fake.length <= capture.length; at += fake.length) {
            System.arraycopy(fake, 0, capture, at, fake.length);
        }
        capture[section.length + 4] = 13;
        assertThat(Bytes.read(capture).result().frames()).isZero();
    }

    /// Reads with a sink that checks what it is given.
    private static void readWithin(byte[] capture) {
        Bytes.Reading reading = Bytes.read(capture);
        assertThat(reading.recorded().captured).isLessThanOrEqualTo(capture.length);
        assertThat(reading.result().frames()).isEqualTo(reading.recorded().frames);
        assertThat(reading.recorded().numbersAscend).isTrue();
    }

    private static byte interesting(Random random) {
        byte[] values = {0, 1, 2, 6, 0x0A, 0x0D, 0x7F, -1, -128, (byte) random.nextInt()};
        return values[random.nextInt(values.length)];
    }

    private static List<byte[]> captures() {
        List<byte[]> captures = new ArrayList<>();
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            captures.add(Captures.pcap(FRAMES, order));
            captures.add(Captures.pcapng(FRAMES, order));
        }
        return captures;
    }
}
