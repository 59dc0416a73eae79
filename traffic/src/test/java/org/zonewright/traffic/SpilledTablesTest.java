package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.Problem;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.facts.memory.SpillFailure;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.CaptureInput;
import org.zonewright.traffic.capture.PublicCaptures;

/// Protects facts from the bound on memory: tables that lie on the disk for the most part say the same as tables in
/// memory.
class SpilledTablesTest {
    /// Two pages, and then those that a reader may have in any case.
    private static final long TINY = 50_000;

    /// Room for the addresses and statements of most captures, which cannot be spilled, and for few pages.
    private static final long SMALL = 120_000;

    private static final byte[] READ = CaptureBuilder.hex("0001 0000 0006 01 03 0000 0002");
    private static final byte[] ANSWER = CaptureBuilder.hex("0001 0000 0007 01 03 04 0001 0002");

    @TempDir
    private Path folder = Path.of("");

    private static Contribution read(byte[] capture, MemoryBudget memory) {
        return new TrafficReader(new TrafficReader.Options(7, false, memory))
                .read("capture.pcap", ByteSource.of(new ByteArrayInputStream(capture)));
    }

    /// By several threads, for each of which the capture is worth sharing.
    private Contribution read(byte[] capture, MemoryBudget memory, int threads) throws IOException {
        Path file = Files.write(folder.resolve("capture.pcap"), capture);
        return new TrafficReader(new TrafficReader.Options(7L * threads, false, threads, 1, memory))
                .read(new CaptureInput.InFile("capture.pcap", file));
    }

    /// Connections that are asked again after all others were, so that every row comes back from the disk, and flows
    /// without a handshake, which keep both ports.
    private static byte[] sweep() {
        CaptureBuilder capture = new CaptureBuilder();
        for (int round = 0; round < 2; round++) {
            for (int client = 0; client < 4_000; client++) {
                int port = 20_000 + client;
                int sequence = 101 + round * READ.length;
                if (round == 0) {
                    capture.handshake(1, port, 2, 502, 100);
                }
                capture.tcp(1, port, 2, 502, CaptureBuilder.PSH_ACK, sequence, 101 + round * ANSWER.length, READ);
                capture.tcp(2, 502, 1, port, CaptureBuilder.PSH_ACK, 101 + round * ANSWER.length, sequence, ANSWER);
                capture.udp(3 + client % 40, port, 50 + client % 30, 9_000 + client, READ);
            }
        }
        return capture.pcap();
    }

    @Test
    void aSweepOfPortsGivesTheSameFactsFromTheDisk() {
        byte[] capture = sweep();
        try (MemoryBudget tiny = MemoryBudget.of(TINY, folder)) {
            Contribution spilled = read(capture, tiny);
            assertThat(tiny.spilledBytes()).as("bytes spilled").isGreaterThan(1_000_000);
            List<String> lines = FactLines.of(spilled);
            assertThat(lines).isEqualTo(FactLines.of(read(capture, MemoryBudget.unbounded())));
            assertThat(lines).anyMatch(line -> line.contains("flows 4000")).hasSizeGreaterThan(4_000);
        }
    }

    @Test
    void aSweepOfPortsGivesTheSameFactsOnAnyNumberOfThreads() throws IOException {
        byte[] capture = sweep();
        List<String> alone = FactLines.of(read(capture, MemoryBudget.unbounded()));
        for (int threads = 1; threads <= 4; threads++) {
            try (MemoryBudget tiny = MemoryBudget.of(TINY, folder)) {
                assertThat(FactLines.of(read(capture, tiny, threads)))
                        .as(threads + " threads")
                        .isEqualTo(alone);
                assertThat(tiny.spilledBytes()).as("bytes spilled").isGreaterThan(500_000);
            }
        }
    }

    @Test
    void publicCapturesGiveTheSameFactsFromTheDisk() throws IOException {
        int spilling = 0;
        int all = 0;
        int equal = 0;
        for (Path capture : MessageSamples.captures(PublicCaptures.folder(), Integer.MAX_VALUE)) {
            byte[] bytes = Files.readAllBytes(capture);
            try (MemoryBudget tiny = MemoryBudget.of(SMALL, folder)) {
                Contribution spilled = read(bytes, tiny);
                all++;
                Contribution whole = read(bytes, MemoryBudget.unbounded());
                if (spilled.problems().stream().noneMatch(SpilledTablesTest::isOfMemory)) {
                    assertThat(FactLines.of(spilled)).as(capture.toString()).isEqualTo(FactLines.of(whole));
                    int threads = 2 + equal % 3;
                    assertThat(FactLines.of(read(bytes, tiny, threads)))
                            .as(capture + " on " + threads + " threads")
                            .isEqualTo(FactLines.of(whole));
                    equal++;
                    spilling += tiny.hasSpilled() ? 1 : 0;
                }
            }
        }
        assertThat(equal).as("captures that gave the same facts").isGreaterThan(all / 10 * 9);
        assertThat(spilling).as("captures that spilled").isGreaterThan(5);
    }

    /// Statements and addresses cannot be spilled, and so little memory may not hold them.
    private static boolean isOfMemory(Problem problem) {
        return problem.kind() == TrafficProblem.MEMORY_FULL || problem.kind() == TrafficProblem.BOUND_REACHED;
    }

    @Test
    void addressesBeyondTheirShareAreCountedAndSaid() {
        CaptureBuilder capture = new CaptureBuilder();
        for (int host = 1; host < 255; host++) {
            for (int vlan = 1; vlan <= 20; vlan++) {
                capture.taggedUdp(vlan, host, 40_000, 1 + host % 250, 502, READ);
            }
        }
        try (MemoryBudget tiny = MemoryBudget.of(TINY, folder)) {
            Contribution spilled = read(capture.pcap(), tiny);
            assertThat(spilled.problems()).anyMatch(problem -> problem.kind() == TrafficProblem.MEMORY_FULL);
            assertThat(spilled.conversations().size()).isPositive();
            assertThat(spilled.capture().orElseThrow().frames()).isEqualTo(254 * 20);
        }
    }

    /// Which packets find no memory depends on how tables grow, and so on how many there are.
    @Test
    void whatIsLeftOutDoesNotDependOnThreads() throws IOException {
        CaptureBuilder capture = new CaptureBuilder();
        for (int host = 1; host < 255; host++) {
            for (int vlan = 1; vlan <= 100; vlan++) {
                capture.taggedUdp(vlan, host, 40_000, 1 + host % 250, 502, READ);
            }
        }
        List<List<String>> all = new ArrayList<>();
        for (int threads = 1; threads <= 4; threads++) {
            try (MemoryBudget little = MemoryBudget.of(1_000_000, folder)) {
                Contribution facts = read(capture.pcap(), little, threads);
                assertThat(facts.problems()).anyMatch(problem -> problem.kind() == TrafficProblem.MEMORY_FULL);
                all.add(FactLines.of(facts));
            }
        }
        assertThat(all).allMatch(lines -> lines.equals(all.getFirst()));
    }

    @Test
    void aFolderThatIsNotThereEndsTheReading() {
        byte[] capture = sweep();
        MemoryBudget nowhere = MemoryBudget.of(TINY, folder.resolve("nowhere"));
        assertThatThrownBy(() -> read(capture, nowhere)).isInstanceOf(SpillFailure.class);
    }
}
