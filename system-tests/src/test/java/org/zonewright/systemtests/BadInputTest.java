package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a user gives by mistake is answered with a problem that names it and says what to do: never a stack trace,
/// and
/// exit code 2 only where nothing usable was read or a result could not be written.
class BadInputTest {
    private static final Path EXAMPLE =
            Path.of("../examples/waterworks").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    private Program.Run run(String... arguments) throws IOException, InterruptedException {
        Program.Run run = Program.in(folder, arguments);
        assertThat(run.out() + run.err()).doesNotContain("\tat org.zonewright").doesNotContain("Exception in thread");
        return run;
    }

    @Test
    void aMissingFileIsNamed() throws IOException, InterruptedException {
        Program.Run run = run("discover", "nowhere.pcap");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("capture.missing").contains("nowhere.pcap");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFolderWithNothingUsableSaysSo() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("notes.txt"), "nothing to see");
        Program.Run run = run("discover", ".");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("capture.nothing-usable");
    }

    @Test
    void aPictureNamedLikeACaptureIsCalledAPicture() throws IOException, InterruptedException {
        byte[] jpeg = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000");
        Files.write(folder.resolve("photo.pcap"), jpeg);
        Program.Run run = run("discover", "photo.pcap");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("photo.pcap").containsIgnoringCase("JPEG");
    }

    @Test
    void aCaptureCutInTheMiddleIsReadInPart() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(EXAMPLE.resolve("captures/tap-wan.pcapng"));
        Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(whole, whole.length / 2));
        Program.Run run = run("discover", "cut.pcapng", "--format", "json");
        assertThat(run.exit()).isLessThan(2);
        assertThat(run.out()).contains("\"conversations\"").contains("capture.");
        assertThat(run.err()).contains("cut.pcapng");
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() throws IOException, InterruptedException {
        String plant = Files.readString(EXAMPLE.resolve("plant.yaml"));
        Files.writeString(folder.resolve("plant.yaml"), plant.replaceFirst("owner:", "ownr:"));
        Program.Run run = run("check", "plant.yaml");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("plant.unknown-key").contains("'ownr'").contains("'owner'");
        assertThat(run.err()).containsPattern("plant\\.yaml:\\d+:\\d+");
    }

    @Test
    void aDuplicateIdIsFound() throws IOException, InterruptedException {
        String plant = Files.readString(EXAMPLE.resolve("plant.yaml"));
        Files.writeString(folder.resolve("plant.yaml"), plant.replaceFirst("- id: dmz", "- id: office"));
        Program.Run run = run("check", "plant.yaml");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("plant.duplicate-id").contains("office");
    }

    @Test
    void aFullDiskIsAProblemAndNotALostResult() throws IOException, InterruptedException {
        String capture = EXAMPLE.resolve("captures/tap-wan.pcapng").toString();
        ProcessBuilder shell = new ProcessBuilder(
                "sh", "-c", "exec \"$0\" discover \"$1\" --format json > /dev/full", Program.path(), capture);
        Path err = folder.resolve("err.txt");
        Process process = shell.redirectError(err.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(err)).contains("output.write-failed").doesNotContain("\tat ");
    }

    @Test
    void aResultFileThatCannotBeWrittenIsAProblem() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("file"), "in the way");
        Program.Run run = run(
                "discover",
                EXAMPLE.resolve("captures/tap-wan.pcapng").toString(),
                "--format",
                "json",
                "--out",
                "file/below/result.json");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("output.write-failed").contains("result.json");
    }
}
