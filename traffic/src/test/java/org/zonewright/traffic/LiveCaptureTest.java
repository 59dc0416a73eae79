package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.Problem;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ContributionUnion;
import org.zonewright.facts.ConversationTable;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.CaptureProblem;
import org.zonewright.traffic.capture.GrowingFile;

/// Protects watching: whatever portions a capture comes in and however often it is asked what it shows, at its end
/// the facts are those of the finished file; what is half there waits, and tables do not grow with time.
class LiveCaptureTest {
    private static final TrafficReader.Options OPTIONS = new TrafficReader.Options(7, true);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] READ = CaptureBuilder.hex("00 01 00 00 00 06 01 03 00 00 00 0a");
    private static final byte[] ANSWER = CaptureBuilder.hex("00 01 00 00 00 05 01 03 02 00 2a");
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder = Path.of("");

    /// A Modbus poll whose request comes in two segments, the second ahead of the first, and a datagram in fragments.
    private static byte[] exchange() {
        byte[] first = Arrays.copyOf(READ, 5);
        byte[] second = Arrays.copyOfRange(READ, 5, READ.length);
        byte[] datagram = CaptureBuilder.udpDatagram(4000, 5000, new byte[40]);
        return new CaptureBuilder()
                .handshake(1, 40_000, 2, 502, 100)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, READ)
                .tcp(2, 502, 1, 40_000, CaptureBuilder.PSH_ACK, 101, 113, ANSWER)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 118, 112, second)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 113, 112, first)
                .ip(3, 4, 17, 77, 0x2000, Arrays.copyOf(datagram, 24))
                .ip(3, 4, 17, 77, 3, Arrays.copyOfRange(datagram, 24, datagram.length))
                .tcp(2, 502, 1, 40_000, CaptureBuilder.PSH_ACK, 112, 125, ANSWER)
                .pcap();
    }

    private static Contribution finished(String name, byte[] bytes) {
        return new TrafficReader(OPTIONS).read(name, ByteSource.of(new ByteArrayInputStream(bytes)));
    }

    @Test
    void aFileThatGrowsByteByByteEndsWithTheFactsOfTheFinishedFile() throws IOException, InterruptedException {
        byte[] bytes = exchange();
        Path file = Files.createFile(folder.resolve("tap.pcap"));
        GrowingFile growing = new GrowingFile(file, PAUSE);
        try (LiveCapture live = new LiveCapture("tap.pcap", "tap.pcap", growing, OPTIONS)) {
            for (int at = 0; at < bytes.length; at += 7) {
                Files.write(
                        file, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 7)), StandardOpenOption.APPEND);
                assertThat(growing.catchUp(LIMIT)).isTrue();
                live.snapshot();
            }
            growing.finish();
            Contribution all = live.end(LIMIT);
            assertThat(live.isEnded()).isTrue();
            assertThat(FactLines.of(all)).isEqualTo(FactLines.of(finished("tap.pcap", bytes)));
            assertThat(all.problemCounts())
                    .isEqualTo(finished("tap.pcap", bytes).problemCounts());
        }
    }

    @Test
    void aSnapshotShowsWholeFramesAndNoProblemForTheRest() throws IOException, InterruptedException {
        byte[] bytes = exchange();
        Path file = Files.write(folder.resolve("tap.pcap"), Arrays.copyOf(bytes, bytes.length - 30));
        GrowingFile growing = new GrowingFile(file, PAUSE);
        try (LiveCapture live = new LiveCapture("tap.pcap", "tap.pcap", growing, OPTIONS)) {
            assertThat(growing.catchUp(LIMIT)).isTrue();
            Contribution soFar = live.snapshot();
            assertThat(soFar.capture().orElseThrow().frames()).isEqualTo(9);
            assertThat(soFar.capture().orElseThrow().format()).isEqualTo("pcap");
            assertThat(soFar.problems()).isEmpty();
            assertThat(FactLines.of(live.snapshot())).as("asked twice").isEqualTo(FactLines.of(soFar));
            growing.finish();
            assertThat(live.end(LIMIT).problems())
                    .extracting(Problem::kind)
                    .containsExactly(CaptureProblem.TRUNCATED_RECORD);
        }
    }

    @Test
    void anEarlierSnapshotAndTheEndAreOneSource() throws IOException, InterruptedException {
        byte[] bytes = exchange();
        Path file = Files.write(folder.resolve("tap.pcap"), Arrays.copyOf(bytes, bytes.length / 2));
        GrowingFile growing = new GrowingFile(file, PAUSE);
        try (LiveCapture live = new LiveCapture("tap.pcap", "tap.pcap", growing, OPTIONS)) {
            assertThat(growing.catchUp(LIMIT)).isTrue();
            Contribution soFar = live.snapshot();
            Files.write(file, bytes);
            growing.finish();
            assertThat(soFar.source()).isEqualByComparingTo(live.end(LIMIT).source());
            assertThat(soFar.source()).isNotEqualTo(live.end(LIMIT).source());
        }
    }

    @Test
    void whatIsNoCaptureEndsWithAProblem() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("tap.pcap"), "GET / HTTP/1.1\r\n\r\n");
        GrowingFile growing = new GrowingFile(file, PAUSE);
        try (LiveCapture live = new LiveCapture("tap.pcap", "tap.pcap", growing, OPTIONS)) {
            growing.finish();
            assertThat(live.end(LIMIT).capture()).isEmpty();
            assertThat(live.isEnded()).isTrue();
            assertThat(live.snapshot().problems())
                    .extracting(Problem::kind)
                    .containsExactly(CaptureProblem.NOT_A_CAPTURE);
        }
    }

    /// The same client that connects anew again and again, each time from another port, as a poll of a week does.
    private static byte[] reconnecting(int times) {
        CaptureBuilder capture = new CaptureBuilder();
        for (int i = 0; i < times; i++) {
            int port = 1024 + i % 60_000;
            capture.handshake(1, port, 2, 502, 100)
                    .tcp(1, port, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, READ)
                    .tcp(2, 502, 1, port, CaptureBuilder.PSH_ACK, 101, 113, ANSWER)
                    .pause(Duration.ofSeconds(1));
        }
        return capture.pcap();
    }

    private static LiveCapture cutAt(int rows, byte[] bytes, ContributionUnion.Bound bound) {
        return new LiveCapture("eth0", "eth0", ByteSource.of(new ByteArrayInputStream(bytes)), OPTIONS, rows, bound);
    }

    @Test
    void theSameConversationsGoingOnTakeNoMoreRoom() throws InterruptedException {
        try (LiveCapture shorter = cutAt(500, reconnecting(2_000), ContributionUnion.Bound.DEFAULT);
                LiveCapture longer = cutAt(500, reconnecting(20_000), ContributionUnion.Bound.DEFAULT)) {
            Contribution all = longer.end(LIMIT);
            shorter.end(LIMIT);
            assertThat(longer.size()).isLessThan(600);
            assertThat(shorter.size()).isLessThan(600);
            int cuts = 20_000 / 500 + 1;
            assertThat(all.conversations().size())
                    .as("one, and connections that a cut parts")
                    .isBetween(1, 1 + cuts);
            long packets = 0;
            long requests = 0;
            ConversationTable.Cursor row = all.conversations().cursor();
            while (row.next()) {
                packets += row.packetsA() + row.packetsB();
                while (row.nextFunction()) {
                    requests += row.requests();
                }
            }
            assertThat(packets).isEqualTo(100_000);
            assertThat(requests).isEqualTo(20_000);
            assertThat(all.capture().orElseThrow().frames()).isEqualTo(100_000);
        }
    }

    @Test
    void aCutStreamShowsWhatAnUncutOneShows() throws InterruptedException {
        byte[] bytes = reconnecting(1_000);
        try (LiveCapture cut = cutAt(5, bytes, ContributionUnion.Bound.DEFAULT)) {
            List<String> lines = FactLines.of(cut.end(LIMIT));
            List<String> whole = FactLines.of(finished("eth0", bytes));
            assertThat(lines.subList(1, lines.size())).isEqualTo(whole.subList(1, whole.size()));
        }
    }

    @Test
    void aFloodOfNewConversationsIsCountedAndNotKept() throws InterruptedException {
        CaptureBuilder sweep = new CaptureBuilder();
        for (int port = 1; port <= 5_000; port++) {
            sweep.tcp(1, 50_000, 2, port, CaptureBuilder.SYN, port, 0, NOTHING)
                    .tcp(2, port, 1, 50_000, CaptureBuilder.RST_ACK, 0, port + 1L, NOTHING);
        }
        ContributionUnion.Bound bound = new ContributionUnion.Bound(1_000, 1_000, 1_000, 1_000);
        try (LiveCapture live = cutAt(200, sweep.pcap(), bound)) {
            Contribution all = live.end(LIMIT);
            assertThat(live.size()).isLessThan(1_400);
            assertThat(all.conversations().size()).isLessThan(1_400);
            assertThat(all.problems()).anySatisfy(problem -> {
                assertThat(problem.kind()).isEqualTo(TrafficProblem.BOUND_REACHED);
                assertThat(problem.message().arguments().getFirst()).isEqualTo("conversations");
            });
        }
    }

    @Test
    void whoAsksIsToldThatThereWasNoMemory() throws InterruptedException {
        ByteSource spent = new ByteSource() {
            @Override
            public int read(byte[] target, int offset, int length) {
                throw new OutOfMemoryError("no room");
            }

            @Override
            public void close() {}
        };
        try (LiveCapture live = new LiveCapture("live", "tap", spent, OPTIONS)) {
            assertThatThrownBy(() -> live.end(LIMIT)).hasRootCauseInstanceOf(OutOfMemoryError.class);
            assertThat(live.isEnded()).isTrue();
        }
    }
}
