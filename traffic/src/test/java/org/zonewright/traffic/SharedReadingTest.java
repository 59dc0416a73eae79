package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.traffic.capture.CaptureInput;
import org.zonewright.traffic.capture.CaptureReader;
import org.zonewright.traffic.capture.PublicCaptures;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;
import org.zonewright.traffic.flow.DissectorTable;

/// A capture says the same, line by line and in the same order, on however many threads it is read: whole or damaged,
/// of any format, near any bound. Here every file is worth sharing.
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedReadingTest {
    private static final Path EXAMPLE = Path.of("../examples/waterworks/captures");
    private static final int PCAP_HEADER = 24;
    private static final int PCAP = 0xd4c3b2a1; // little endian, microseconds
    private static final int PCAPNG = 0x0a0d0d0a;

    @TempDir
    private Path folder = Path.of("");

    private static Contribution read(Path file, int threads, boolean digest) throws IOException {
        TrafficReader.Options options =
                new TrafficReader.Options(17L * threads, digest, threads, 1, MemoryBudget.unbounded());
        return new TrafficReader(options).read(new CaptureInput.InFile("capture", file));
    }

    private static void isTheSameOnAnyNumberOfThreads(Path file, boolean digest) throws IOException {
        List<String> alone = FactLines.of(read(file, 1, digest));
        for (int threads = 2; threads <= 4; threads++) {
            List<String> shared = FactLines.of(read(file, threads, digest));
            for (int i = 0; i < Math.min(alone.size(), shared.size()); i++) {
                assertThat(shared.get(i))
                        .as(file + " on " + threads + " threads")
                        .isEqualTo(alone.get(i));
            }
            assertThat(shared).as(file + " on " + threads + " threads").hasSameSizeAs(alone);
        }
    }

    private void isTheSameOnAnyNumberOfThreads(byte[] capture, boolean digest) throws IOException {
        isTheSameOnAnyNumberOfThreads(Files.write(folder.resolve("capture"), capture), digest);
    }

    @Test
    void theExample() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> captures = Files.newDirectoryStream(EXAMPLE)) {
            captures.forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            isTheSameOnAnyNumberOfThreads(file, true);
        }
    }

    @Test
    void publicCaptures() throws IOException {
        for (Path file : MessageSamples.captures(PublicCaptures.folder(), Long.MAX_VALUE)) {
            isTheSameOnAnyNumberOfThreads(file, false);
        }
    }

    @Test
    void damagedCaptures() throws IOException {
        Random random = new Random(62443);
        for (Path file : MessageSamples.captures(PublicCaptures.folder(), 50_000)) {
            byte[] whole = Files.readAllBytes(file);
            isTheSameOnAnyNumberOfThreads(Arrays.copyOf(whole, 1 + random.nextInt(whole.length)), false);
            byte[] spoilt = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
            }
            isTheSameOnAnyNumberOfThreads(spoilt, false);
        }
    }

    @Test
    void allCapturesInOneLongFile() throws IOException {
        byte[] all = joined();
        assertThat(all).hasSizeGreaterThan(20 << 20);
        isTheSameOnAnyNumberOfThreads(all, false);
        isTheSameOnAnyNumberOfThreads(Arrays.copyOf(all, all.length / 2 + 7), true);
    }

    @Test
    void manySectionsAndInterfacesInOneFile() throws IOException {
        ByteArrayOutputStream sections = new ByteArrayOutputStream();
        for (Path file : MessageSamples.captures(PublicCaptures.folder(), Long.MAX_VALUE)) {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > PCAP_HEADER && ByteBuffer.wrap(bytes).getInt() == PCAPNG) {
                sections.writeBytes(bytes);
            }
        }
        assertThat(sections.size()).isGreaterThan(1 << 20);
        isTheSameOnAnyNumberOfThreads(sections.toByteArray(), false);
    }

    @Test
    void compressedCaptures() throws IOException {
        byte[] part = Arrays.copyOf(joined(), 6 << 20);
        List<String> plain = FactLines.of(read(Files.write(folder.resolve("plain"), part), 1, false));
        Path gz = folder.resolve("gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(part);
        }
        Path zst = folder.resolve("zst");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(zst))) {
            out.write(part);
        }
        for (Path packed : List.of(gz, zst)) {
            isTheSameOnAnyNumberOfThreads(packed, true);
            List<String> unpacked = FactLines.of(read(packed, 2, false));
            assertThat(unpacked.subList(1, unpacked.size())).isEqualTo(plain.subList(1, plain.size()));
        }
    }

    /// More devices behind stations than are kept: which ones depends on what came first in the whole capture.
    @Test
    void aCaptureThatGoesBeyondABoundIsReadByOne() throws IOException {
        CaptureBuilder capture = new CaptureBuilder();
        byte[] said = CaptureBuilder.hex("81 0b 00 18 01 08 0000 01 00 10 00 c4 02 00 00 7b 22 05 c4 91 03 21 24");
        said[3] = (byte) said.length;
        for (int station = 0; station < 30_000; station++) {
            byte[] message = said.clone();
            message[6] = (byte) (1 + (station >>> 8));
            message[9] = (byte) station;
            capture.udp(1 + station % 200, 47808, 255, 47808, message);
        }
        byte[] bytes = capture.pcap();
        isTheSameOnAnyNumberOfThreads(bytes, false);
        Contribution facts = read(Files.write(folder.resolve("capture"), bytes), 4, false);
        assertThat(facts.problemCounts()).containsKey("traffic.bound-reached");
        assertThat(facts.children()).hasSize(100_000);
    }

    /// The records of all Ethernet captures of the most usual format.
    private static byte[] joined() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path file : MessageSamples.captures(PublicCaptures.folder(), Long.MAX_VALUE)) {
            byte[] bytes = Files.readAllBytes(file);
            boolean usual = bytes.length > PCAP_HEADER
                    && ByteBuffer.wrap(bytes).getInt() == PCAP
                    && bytes[PCAP_HEADER - 4] == 1
                    && read(file, 1, false).problems().isEmpty();
            if (usual) {
                all.write(bytes, all.size() == 0 ? 0 : PCAP_HEADER, bytes.length - (all.size() == 0 ? 0 : PCAP_HEADER));
            }
        }
        return all.toByteArray();
    }

    /// Breaks on the messages of one pair of hosts.
    private static final class Broken extends Dissector {
        private static final Protocol PROTOCOL = Protocol.named("broken-test");

        @Override
        public Protocol protocol() {
            return PROTOCOL;
        }

        @Override
        public List<Binding> bindings() {
            return List.of(new Binding.AnyTcp(), new Binding.AnyUdp());
        }

        @Override
        public Probe probe(ByteSlice bytes, Observer observer) {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public int dissect(ByteSlice bytes, Observer observer) {
            return MALFORMED;
        }
    }

    @Test
    void whatBreaksOnAnyThreadIsThrown() throws IOException {
        Path file =
                MessageSamples.captures(PublicCaptures.folder(), Long.MAX_VALUE).getFirst();
        TrafficReader.Options options = new TrafficReader.Options(1, false);
        for (int threads = 2; threads <= 4; threads++) {
            try (SharedReading reading = new SharedReading(
                    new CaptureInput.InFile("capture", file),
                    threads,
                    options,
                    new CaptureReader.Options(Long.MAX_VALUE, false, false),
                    () -> new DissectorTable(List.of(new Broken())))) {
                assertThatThrownBy(reading::read)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("broken on purpose");
            }
        }
    }
}
