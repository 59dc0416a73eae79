package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.traffic.capture.CaptureInput;

/// No thread is left without work while others read: one large file is shared, files of one size are not.
class WorkloadTest {
    @TempDir
    private Path folder = Path.of("");

    private CaptureInput file(String name, int bytes) throws IOException {
        return new CaptureInput.InFile(name, Files.write(folder.resolve(name), new byte[bytes]));
    }

    @Test
    void aCaptureThatHoldsMoreThanAThreadsShareIsReadByAll() throws IOException {
        CaptureInput large = file("large", 5000);
        CaptureInput small = file("small", 100);
        CaptureInput other = file("other", 100);
        Workload workload = Workload.of(List.of(small, large, other), 2);
        assertThat(workload.oneByOne()).containsExactly(large);
        assertThat(workload.sideBySide()).containsExactly(small, other);
    }

    @Test
    void equalCapturesAreReadSideBySide() throws IOException {
        List<CaptureInput> captures = List.of(file("a", 100), file("b", 100), file("c", 100));
        assertThat(Workload.of(captures, 2)).isEqualTo(new Workload(List.of(), captures));
        assertThat(Workload.of(captures, 3)).isEqualTo(new Workload(List.of(), captures));
    }

    @Test
    void aCaptureAloneAndAStreamHaveAllThreads() throws IOException {
        List<CaptureInput> one = List.of(file("a", 100));
        assertThat(Workload.of(one, 4)).isEqualTo(new Workload(one, List.of()));
        List<CaptureInput> stream = List.of(new CaptureInput.InStream("-", new ByteArrayInputStream(new byte[0])));
        assertThat(Workload.of(stream, 4)).isEqualTo(new Workload(stream, List.of()));
    }

    @Test
    void oneThreadReadsInTheGivenOrder() throws IOException {
        List<CaptureInput> captures = List.of(file("a", 100), file("b", 5000));
        assertThat(Workload.of(captures, 1)).isEqualTo(new Workload(captures, List.of()));
    }
}
