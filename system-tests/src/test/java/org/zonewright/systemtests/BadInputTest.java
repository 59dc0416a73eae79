package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a user gives by mistake is answered with a problem that names it and says what to do: never a stack
/// trace, and exit code 2 only where nothing usable was read or a result could not be written.
class BadInputTest {
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
        byte[] whole = Files.readAllBytes(Waterworks.CAPTURES.resolve("tap-wan.pcapng"));
        Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(whole, whole.length / 2));
        Program.Run run = run("discover", "cut.pcapng", "--format", "json");
        assertThat(run.exit()).isLessThan(2);
        assertThat(run.out()).contains("\"conversations\"").contains("capture.");
        assertThat(run.err()).contains("cut.pcapng");
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() throws IOException, InterruptedException {
        String plant = Files.readString(Waterworks.PLANT);
        Files.writeString(folder.resolve("plant.yaml"), plant.replaceFirst("owner:", "ownr:"));
        Program.Run run = run("check", "plant.yaml");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("plant.unknown-key").contains("'ownr'").contains("'owner'");
        assertThat(run.err()).containsPattern("plant\\.yaml:\\d+:\\d+");
    }

    @Test
    void aDuplicateIdIsFound() throws IOException, InterruptedException {
        String plant = Files.readString(Waterworks.PLANT);
        Files.writeString(folder.resolve("plant.yaml"), plant.replaceFirst("- id: dmz", "- id: office"));
        Program.Run run = run("check", "plant.yaml");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("plant.duplicate-id").contains("office");
    }

    @Test
    void aFullDiskIsAProblemAndNotALostResult() throws IOException, InterruptedException {
        String capture = Waterworks.CAPTURES.resolve("tap-wan.pcapng").toString();
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
                Waterworks.CAPTURES.resolve("tap-wan.pcapng").toString(),
                "--format",
                "json",
                "--out",
                "file/below/result.json");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("output.write-failed").contains("result.json");
    }

    @Test
    void anOutputFolderThatCannotBeMadeIsAProblem() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("file"), "in the way");
        Program.Run run =
                run("assess", Waterworks.PLANT.toString(), "--at", Waterworks.DAY, "--out", "file/below/report");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("output.write-failed").contains("file/below/report");
    }

    @Test
    void aFullDiskDoesNotPassForAnAssessment() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(folder.resolve("out/report.html"), Path.of("/dev/full"));
        Program.Run run = run("assess", Waterworks.PLANT.toString(), "--at", Waterworks.DAY, "--out", "out");
        // A result is written beside its place and moved there, so that a link is replaced and not filled.
        if (run.exit() == 2) {
            assertThat(run.err()).contains("output.write-failed").contains("report.html");
        } else {
            assertThat(folder.resolve("out/report.html")).isRegularFile().isNotEmptyFile();
        }
    }

    @Test
    void aSummaryThatCannotBeWrittenEndsWithExitCodeTwo() throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(
                "sh",
                "-c",
                "exec \"$0\" assess \"$1\" --at " + Waterworks.DAY + " --out out > /dev/full",
                Program.path(),
                Waterworks.PLANT.toString());
        Path err = folder.resolve("err.txt");
        Process process =
                shell.directory(folder.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(err)).contains("output.write-failed").doesNotContain("\tat ");
    }

    @Test
    void anAssessmentOfACutCaptureNamesTheCut() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(Waterworks.CAPTURES.resolve("tap-cell-b.pcapng"));
        Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(whole, whole.length / 2));
        Program.Run run = run("assess", "cut.pcapng", "--out", "out");
        assertThat(run.exit()).isLessThan(2);
        assertThat(run.err()).contains("capture.").contains("cut.pcapng");
        assertThat(folder.resolve("out/report.html")).content().contains("cut.pcapng");
    }

    @Test
    void aDuplicateIdIsNamedByVerifyToo() throws IOException, InterruptedException {
        String plant = Files.readString(Waterworks.PLANT);
        Files.writeString(folder.resolve("plant.yaml"), plant.replaceFirst("- id: dmz", "- id: office"));
        Program.Run run = run("verify", "plant.yaml", Waterworks.CAPTURES.toString(), "--at", Waterworks.DAY);
        assertThat(run.exit()).isBetween(1, 2);
        assertThat(run.err()).contains("plant.duplicate-id").contains("office");
    }

    @Test
    void aDocumentThatIsNotThereEndsVerify() throws IOException, InterruptedException {
        Program.Run run = run("verify", "nowhere.yaml", Waterworks.CAPTURES.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.yaml");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownVerbShowsHowItIsUsed() throws IOException, InterruptedException {
        Program.Run run = run("xyz", "a.pcap");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("xyz").contains("Usage: zonewright");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aMisspeltVerbIsAnsweredWithTheNearestOnes() throws IOException, InterruptedException {
        Program.Run run = run("dicsover", "a.pcap");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("dicsover").contains("zonewright discover");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownOptionShowsHowItIsUsed() throws IOException, InterruptedException {
        Program.Run run = run("assess", "a.pcap", "--colour");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--colour").contains("Usage: zonewright assess");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aDocumentOfRandomBytesIsAProblemOfThatFile() throws IOException, InterruptedException {
        byte[] noise = new byte[4096];
        new Random(62443).nextBytes(noise);
        Files.write(folder.resolve("plant.yaml"), noise);
        for (String[] arguments : new String[][] {
            {"check", "plant.yaml"},
            {
                "verify",
                "plant.yaml",
                Waterworks.CAPTURES.resolve("tap-wan.pcapng").toString()
            },
            {"assess", "plant.yaml", "--out", "out"}
        }) {
            Program.Run run = run(arguments);
            assertThat(run.exit()).as(arguments[0]).isEqualTo(2);
            assertThat(run.err()).as(arguments[0]).contains("plant.yaml");
        }
    }

    @Test
    void aPictureIsNoBasisForAnAssessment() throws IOException, InterruptedException {
        byte[] jpeg = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000");
        Files.write(folder.resolve("photo.pcap"), jpeg);
        Program.Run run = run("assess", "photo.pcap", "--out", "out");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("photo.pcap").containsIgnoringCase("JPEG");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anEmptyFolderSaysSo() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("empty"));
        for (String verb : List.of("assess", "discover", "draft")) {
            Program.Run run = run(verb, "empty");
            assertThat(run.exit()).as(verb).isEqualTo(2);
            assertThat(run.err()).as(verb).contains("empty").contains("nothing-usable");
        }
    }
}
