package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects results that can be compared and signed: the same input gives the same bytes, whenever it is run and
/// however
/// many threads read it.
class SameBytesTest {
    private static final List<String> RESULTS = List.of("report.html", "zones.svg", "draft.yaml", "facts.json");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void assessmentsOfTheSameInputAreEqualByteForByte() throws IOException, InterruptedException {
        assess("once");
        assess("again");
        assess("alone", "--threads", "1");
        assess("together", "--threads", "2");
        for (String other : List.of("again", "alone", "together")) {
            for (String result : RESULTS) {
                Path first = folder.resolve("once").resolve(result);
                Path second = folder.resolve(other).resolve(result);
                assertThat(Files.size(first)).as(result).isPositive();
                assertThat(Files.mismatch(first, second))
                        .as("first byte in which " + result + " differs, " + other)
                        .isEqualTo(-1);
            }
        }
    }

    private void assess(String out, String... more) throws IOException, InterruptedException {
        Program.Run run = Program.in(
                folder,
                Program.words(more, "assess", Waterworks.FOLDER.toString(), "--at", Waterworks.DAY, "--out", out));
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
    }
}
