package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects the bound on memory: a run that spills gives the same bytes as one that does not, and one that cannot go on
/// says so with exit code 2.
class MemoryBoundTest {
    /// Enough that the least bound does not hold them.
    private static final int CONNECTIONS = 300_000;

    private static final int FRAME = 60;

    @TempDir
    private Path folder = Path.of("");

    private Program.Run run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Program.Run run = Program.in(folder, environment, arguments);
        assertThat(run.out() + run.err()).doesNotContain("\tat org.zonewright").doesNotContain("Exception in thread");
        return run;
    }

    /// UDP datagrams, each of another connection, between two stations or, with many `services`, of as many services.
    private void capture(int services) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("many.pcap")), 1 << 20)) {
            ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
            out.write(header.putInt(65_535).putInt(1).array());
            for (int i = 0; i < CONNECTIONS; i++) {
                ByteBuffer frame = ByteBuffer.allocate(16 + FRAME).order(ByteOrder.LITTLE_ENDIAN);
                frame.putInt(1_700_000_000 + i / 1000)
                        .putInt(i % 1000 * 1000)
                        .putInt(FRAME)
                        .putInt(FRAME);
                frame.order(ByteOrder.BIG_ENDIAN);
                frame.putShort((short) 0x0200)
                        .putInt(2)
                        .putShort((short) 0x0200)
                        .putInt(1)
                        .putShort((short) 0x0800);
                frame.putShort((short) 0x4500)
                        .putShort((short) (FRAME - 14))
                        .putInt(0)
                        .putInt(0x40110000);
                frame.putInt(0x0a000001 + i / 30_000).putInt(0x0a800001);
                frame.putShort((short) (32_768 + i % 30_000)).putShort((short) (1024 + i % services));
                out.write(frame.putShort((short) (FRAME - 34)).array());
            }
        }
    }

    @Test
    void aRunThatSpillsGivesTheSameBytes() throws IOException, InterruptedException {
        capture(1);
        Path spill = Files.createDirectory(folder.resolve("spill"));
        run(Map.of(), "discover", "many.pcap", "--format", "json", "--out", "whole.json");
        run(
                Map.of(),
                Program.words(
                        new String[] {"--memory", "256M", "--spill-dir", spill.toString()},
                        "discover",
                        "many.pcap",
                        "--format",
                        "json",
                        "--out",
                        "spilled.json"));
        assertThat(Files.size(folder.resolve("whole.json"))).isPositive();
        assertThat(Files.mismatch(folder.resolve("whole.json"), folder.resolve("spilled.json")))
                .as("first byte that differs")
                .isEqualTo(-1);
        try (Stream<Path> left = Files.list(spill)) {
            assertThat(left).as("temporary files").isEmpty();
        }
    }

    @Test
    void aTemporaryFileThatCannotBeMadeIsNamed() throws IOException, InterruptedException {
        capture(1);
        Program.Run run = run(
                Map.of("ZONEWRIGHT_JAVA_OPTS", "-Djava.io.tmpdir=" + folder.resolve("nowhere")),
                "discover",
                "many.pcap",
                "--memory",
                "256M");
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
                .contains("memory.spill-failed")
                .contains("nowhere")
                .contains("--spill-dir");
    }

    @Test
    void reportedConversationsThatDoNotFitAreRefused() throws IOException, InterruptedException {
        capture(30_000);
        Program.Run run = run(Map.of("ZONEWRIGHT_JAVA_OPTS", "-Xmx48m"), "discover", "many.pcap", "--format", "json");
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("memory.exhausted").contains("--memory");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aBoundThatIsTooSmallOrNoSizeIsRefused() throws IOException, InterruptedException {
        for (String size : new String[] {"100M", "255m", "0G"}) {
            Program.Run run = run(Map.of(), "discover", "many.pcap", "--memory", size);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("too little").contains("256M");
        }
        for (String size : new String[] {"512", "M", "08x4M", "-1G", "1e3M", "99999999999G"}) {
            Program.Run run = run(Map.of(), "discover", "many.pcap", "--memory=" + size);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("is no size such as 512M");
        }
        Program.Run run = run(Map.of(), "assess", "many.pcap", "--memory", "512M", "--spill-dir", "nowhere");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is no folder");
    }
}
