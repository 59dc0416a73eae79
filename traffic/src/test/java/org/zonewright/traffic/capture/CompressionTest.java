package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.capture.Captures.gzip;
import static org.zonewright.traffic.capture.Captures.zstd;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.zonewright.traffic.capture.CaptureReader.Options;

/// Protects compressed captures: same frames as plain, memory that a bomb cannot fill, and what is said of damage.
class CompressionTest {
    private static final byte[] PCAP = Captures.pcap(300, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] PCAPNG = Captures.pcapng(300, ByteOrder.BIG_ENDIAN);

    @Test
    void readsBothFormatsInBothCompressionsAsIfPlain() throws IOException {
        for (byte[] capture : new byte[][] {PCAP, PCAPNG}) {
            Bytes.Reading plain = Bytes.read(capture);
            Bytes.Reading gzip = Bytes.read(gzip(capture));
            Bytes.Reading zstd = Bytes.read(zstd(capture));
            assertThat(gzip.sink()).isEqualTo(plain.sink()).hasSize(301);
            assertThat(zstd.sink()).isEqualTo(plain.sink());
            assertThat(gzip.problems()).isEmpty();
            assertThat(zstd.problems()).isEmpty();
            String format = plain.result().format().orElseThrow().id();
            assertThat(gzip.result().format().orElseThrow().id()).isEqualTo(format + "+gzip");
            assertThat(zstd.result().format().orElseThrow().id()).isEqualTo(format + "+zstd");
        }
    }

    @Test
    void digestsTheStoredBytesAlsoBehindDamage() throws IOException {
        byte[] damaged = Captures.pcap(2, ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(damaged, 32, 36, (byte) 0x7F); // the first record's length
        byte[] garbage = concat(gzip(PCAP), Bytes.hex("01 02 03"));
        for (byte[] stored : new byte[][] {PCAP, gzip(PCAP), zstd(PCAPNG), damaged, garbage}) {
            assertThat(Bytes.read(stored).result().sha256()).hasValue("sha256:" + sha256(stored));
        }
    }

    @Test
    void makesNoDigestWhereNoneIsWanted() {
        Options options = new Options(Long.MAX_VALUE, false, false);
        assertThat(Bytes.read(Bytes.source(PCAP), options).result().sha256()).isEmpty();
    }

    @Test
    void readingAheadGivesTheSameResult() throws IOException {
        Options ahead = new Options(Long.MAX_VALUE, true, true);
        byte[] cut = gzip(PCAP);
        byte[] notCapture = new byte[3_000_000];
        for (byte[] stored :
                new byte[][] {PCAP, gzip(PCAPNG), zstd(PCAP), Arrays.copyOf(cut, cut.length / 2), notCapture}) {
            Bytes.Reading here = Bytes.read(stored);
            Bytes.Reading there = Bytes.read(Bytes.source(stored), ahead);
            assertThat(there.sink()).isEqualTo(here.sink());
            assertThat(there.result()).isEqualTo(here.result());
            assertThat(there.problems()).isEqualTo(here.problems());
        }
    }

    @Test
    void readsGzipOfSeveralMembersWithNamesAndFillingZeros() throws IOException {
        byte[] first = gzip(Arrays.copyOf(PCAP, 1000));
        byte[] second = gzip(Arrays.copyOfRange(PCAP, 1000, PCAP.length));
        byte[] named = concat(Bytes.hex("""
                        1f 8b 08
                        1e            # header checksum, extra, name, comment
                        00 00 00 00 00 03
                        02 00 78 78   # extra: 2 bytes
                        61 00         # name
                        62 00         # comment
                        00 00         # header checksum
                        """), Arrays.copyOfRange(second, 10, second.length));
        Bytes.Reading reading = Bytes.read(concat(first, gzip(new byte[0]), named, new byte[700]));
        assertThat(reading.sink()).isEqualTo(Bytes.read(PCAP).sink());
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.result().whole()).isTrue();
    }

    @Test
    void saysThatSomethingElseFollowsTheGzipData() throws IOException {
        Bytes.Reading reading = Bytes.read(concat(gzip(PCAP), Bytes.hex("de ad be ef")));
        assertThat(reading.result().frames()).isEqualTo(300);
        assertThat(reading.problems())
                .containsExactly("capture.trailing-garbage  WARNING  test frame 300 byte " + PCAP.length
                        + ": something else follows the gzip data");
    }

    @Test
    void readsZstdOfSeveralFrames() throws IOException {
        byte[] stored = concat(zstd(Arrays.copyOf(PCAP, 1000)), zstd(Arrays.copyOfRange(PCAP, 1000, PCAP.length)));
        assertThat(Bytes.read(stored).sink()).isEqualTo(Bytes.read(PCAP).sink());
    }

    @Test
    void aCutAnywhereInCompressedDataIsSaidOnceAndKeepsWhatCanBeUnpacked() throws IOException {
        for (byte[] stored : new byte[][] {gzip(PCAP), zstd(PCAP)}) {
            long before = 0;
            for (int length = 4; length < stored.length; length++) {
                Bytes.Reading reading = Bytes.read(Arrays.copyOf(stored, length));
                assertThat(reading.result().whole()).as("cut at %d", length).isFalse();
                assertThat(reading.problems())
                        .as("cut at %d", length)
                        .singleElement()
                        .asString()
                        .startsWith("capture.truncated-compression");
                assertThat(reading.result().frames()).isGreaterThanOrEqualTo(before);
                before = reading.result().frames();
            }
        }
    }

    @Test
    void aWrongChecksumIsSaidAndTheFramesAreKept() throws IOException {
        byte[] stored = gzip(PCAP);
        stored[stored.length - 6] ^= 1;
        Bytes.Reading reading = Bytes.read(stored);
        assertThat(reading.result().frames()).isEqualTo(300);
        assertThat(reading.result().whole()).isFalse();
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .endsWith("the gzip data is damaged: a wrong checksum");
    }

    @Test
    void aBombEndsAtTheCallersLimit() throws IOException {
        byte[] header = Captures.pcap(0, ByteOrder.LITTLE_ENDIAN);
        for (Captures.Compressor compressor :
                new Captures.Compressor[] {GZIPOutputStream::new, ZstdOutputStream::new}) {
            ByteArrayOutputStream stored = new ByteArrayOutputStream();
            try (OutputStream out = compressor.over(stored)) {
                out.write(header);
                for (int i = 0; i < 64; i++) {
                    out.write(new byte[1 << 20]); // 65536 empty records each
                }
            }
            Options options = new Options(24 + 16_000, true, false);
            Bytes.Reading reading = Bytes.read(Bytes.source(stored.toByteArray()), options);
            assertThat(reading.result().frames()).isEqualTo(1000);
            assertThat(reading.result().whole()).isFalse();
            assertThat(reading.result().sha256()).isEmpty();
            assertThat(reading.problems())
                    .containsExactly("capture.size-limit  ERROR  test frame 1000 byte 16024: "
                            + "the capture is longer than the limit of 16024 bytes");
        }
    }

    @Test
    void aZstdFrameThatAsksForMuchMemoryIsRefused() {
        Bytes.Reading reading = Bytes.read(Bytes.hex("""
                28 b5 2f fd   # magic
                00            # no content size, no checksum
                a8            # window of 2 GiB
                01 00 00      # last block, empty
                """));
        assertThat(reading.result().format()).isEmpty();
        assertThat(reading.problems()).singleElement().asString().startsWith("capture.damaged-compression");
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
