package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.capture.Captures.gzip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.Texts;

/// Protects which files an argument means, in which order and under which names.
class CaptureInputsTest {
    private final ProblemLog problems = new ProblemLog();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void fillTheFolder() throws IOException {
        byte[] pcap = Captures.pcap(1, ByteOrder.LITTLE_ENDIAN);
        write("b.pcap", pcap);
        write("a.bin", Captures.pcapng(1, ByteOrder.BIG_ENDIAN));
        write("cell/c.pcap.gz", gzip(pcap));
        write("cell/deep/d.pcap", pcap);
        write("photo.pcap", Bytes.hex("ff d8 ff e0"));
        write("notes.txt.gz", gzip(Bytes.hex("68 65 6c 6c 6f")));
        write("broken.gz", Bytes.hex("1f 8b 08 00"));
        write("empty.pcap", new byte[0]);
        write(".hidden.pcap", pcap);
        write(".git/e.pcap", pcap);
        write("none/readme.txt", Bytes.hex("68 69"));
    }

    @Test
    void aFolderGivesWhatStartsLikeACaptureByName() {
        assertThat(find(folder.toString()))
                .containsExactly("/a.bin", "/b.pcap", "/cell/c.pcap.gz", "/cell/deep/d.pcap");
        assertThat(said()).isEmpty();
    }

    @Test
    void aNamedFileIsAnInputWhateverItHolds() {
        assertThat(find(folder + "/photo.pcap")).containsExactly("/photo.pcap");
        assertThat(find(folder + "/.hidden.pcap")).containsExactly("/.hidden.pcap");
        assertThat(said()).isEmpty();
    }

    @Test
    void aGlobNamesFilesOfOneFolderAndWithTwoStarsOfAll() {
        assertThat(find(folder + "/*.pcap")).containsExactly("/b.pcap", "/empty.pcap", "/photo.pcap");
        assertThat(find(folder + "/{a,b}.*")).containsExactly("/a.bin", "/b.pcap");
        assertThat(find(folder + "/**.pcap"))
                .containsExactly("/b.pcap", "/cell/deep/d.pcap", "/empty.pcap", "/photo.pcap");
        assertThat(find(folder + "/*/*.gz")).containsExactly("/cell/c.pcap.gz");
        assertThat(said()).isEmpty();
    }

    @Test
    void whatNamesNothingIsAProblem() {
        assertThat(find(folder + "/none")).isEmpty();
        assertThat(find(folder + "/missing.pcap")).isEmpty();
        assertThat(find(folder + "/*.cap")).isEmpty();
        assertThat(find(folder + "/[.pcap")).isEmpty();
        assertThat(said())
                .containsExactly(
                        "capture.nothing-usable  ERROR  " + folder + "/none: no capture in this folder",
                        "capture.missing  ERROR  " + folder + "/missing.pcap: there is no such file or folder",
                        "capture.no-match  ERROR  " + folder + "/*.cap: no file fits this pattern",
                        "capture.no-match  ERROR  " + folder + "/[.pcap: no file fits this pattern");
    }

    @Test
    void aDashReadsTheStreamAndLeavesItOpen() throws IOException {
        byte[] pcap = Captures.pcap(3, ByteOrder.LITTLE_ENDIAN);
        ByteArrayInputStream stream = new ByteArrayInputStream(pcap);
        CaptureInput input =
                new CaptureInputs(stream, problems).find(List.of("-")).getFirst();
        CaptureReader.Result result =
                CaptureReader.read(input, new RecordingSink(), problems, CaptureReader.Options.DEFAULT);
        assertThat(input.name()).isEqualTo("-");
        assertThat(result.frames()).isEqualTo(3);
        assertThat(said()).isEmpty();
    }

    @Test
    void aFileThatCannotBeOpenedIsAProblem() {
        CaptureInput gone = new CaptureInput.InFile("gone.pcap", folder.resolve("gone.pcap"));
        CaptureReader.Result result =
                CaptureReader.read(gone, new RecordingSink(), problems, CaptureReader.Options.DEFAULT);
        assertThat(result).isEqualTo(CaptureReader.NOTHING);
        assertThat(said()).singleElement().asString().startsWith("capture.read-failed  ERROR  gone.pcap: reading");
    }

    /// The names of what an argument means, without the folder.
    private List<String> find(String argument) {
        CaptureInputs inputs = new CaptureInputs(new ByteArrayInputStream(new byte[0]), problems);
        return inputs.find(List.of(argument)).stream()
                .map(input -> input.name().substring(folder.toString().length()))
                .toList();
    }

    private List<String> said() {
        return problems.problems().stream()
                .map(problem -> problem.display(Texts.english()))
                .toList();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("x").toAbsolutePath().getParent());
        Files.write(file, bytes);
    }
}
