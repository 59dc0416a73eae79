package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.Texts;

/// Guards the frame counts against a second reader: what tshark counted in some 250 public captures, damaged ones
/// among them.
class PublicCapturesTest {
    /// tshark prints lengths as signed numbers, so a fuzzed record beyond 2 GiB cannot be compared.
    private static final long COMPARABLE = 1L << 31;

    @Test
    void countsTheFramesAndBytesThatTsharkCounts() throws IOException {
        Path folder = PublicCaptures.folder();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (DirectoryStream<Path> captures = Files.newDirectoryStream(folder, "*__*")) {
            for (Path capture : captures) {
                compare(capture, differences);
                compared++;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(200);
    }

    private static void compare(Path capture, List<String> differences) throws IOException {
        String name = String.valueOf(capture.getFileName());
        String truth = Files.readString(capture.resolveSibling("truth").resolve(name + ".json"));
        ProblemLog problems = new ProblemLog();
        RecordingSink sink = new RecordingSink();
        CaptureReader.Result result;
        try (ByteSource in = ByteSource.open(capture)) {
            result = CaptureReader.read(name, in, sink, problems);
        }
        long packets = number(truth, "packets");
        long bytes = number(truth, "wire_bytes");
        boolean damaged = number(truth, "tshark_exit") != 0;
        boolean sameBytes = sink.wireBytes == bytes || sink.wireBytes >= COMPARABLE;
        if (result.frames() != packets || !sameBytes || result.whole() == damaged) {
            differences.add("%s: %d frames %d bytes whole=%s, tshark %d %d damaged=%s %s"
                    .formatted(
                            name,
                            result.frames(),
                            sink.wireBytes,
                            result.whole(),
                            packets,
                            bytes,
                            damaged,
                            problems.problems().stream()
                                    .map(problem -> problem.display(Texts.english()))
                                    .toList()));
        }
    }

    private static long number(String json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\": ?(\\d+)").matcher(json);
        assertThat(matcher.find()).as(key).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
