package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line itself: what a verb takes is told by its help, and what it does not take is told with what it
/// expects, on standard error and with exit code 2.
class UsageTest {
    @TempDir
    private Path folder = Path.of("");

    private Program.Run run(String... arguments) throws IOException, InterruptedException {
        return Program.in(folder, arguments);
    }

    private void isRefused(String expected, String... arguments) throws IOException, InterruptedException {
        Program.Run run = run(arguments);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(expected).contains("Usage: zonewright " + arguments[0]);
    }

    @Test
    void theVersionIsAsked() throws IOException, InterruptedException {
        Program.Run run = run("--version");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("zonewright ");
        assertThat(run("-V").out()).isEqualTo(run.out());
    }

    @Test
    void helpListsTheVerbsAndWhatEachTakes() throws IOException, InterruptedException {
        assertThat(run("--help").out()).contains("  assess  ", "  discover  ", "  evidence  ");
        assertThat(run().out()).isEqualTo(run("--help").out());
        assertThat(run("discover", "--help").out())
                .contains("INPUT...", "--format=FORMAT", "CHILDREN,", "Examples:", "  zonewright discover tap1.pcapng");
        assertThat(run("risk", "import", "--help").out()).contains("--map=HEADING=FIELD");
    }

    @Test
    void aChoiceIsOfEitherCase() throws IOException, InterruptedException {
        Program.Run run = run("rules", "telnet", "--format", "JSON");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("{");
        isRefused(
                "Invalid value for option '--format': expected one of [text, json] (case-insensitive) but was 'yaml'",
                "rules",
                "--format",
                "yaml");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException, InterruptedException {
        isRefused("Missing required parameter: 'INPUT'", "assess");
        isRefused("Missing required option: '--target=TARGET'", "enforce", "plant.yaml", "--all");
        isRefused("Missing required subcommand: add", "evidence");
        isRefused("Name an interface (-i) or a file to watch", "watch");
    }

    @Test
    void ofAChoiceOneMayBeGiven() throws IOException, InterruptedException {
        String[] command = {"enforce", "plant.yaml", "--target", "csv"};
        isRefused("Error: Missing required argument (specify one of these)", command);
        isRefused(
                "Error: --device=ID, --all are mutually exclusive (specify only one)",
                Program.words(new String[] {"--device", "fw", "--all"}, command));
    }

    @Test
    void aValueThatCannotBeReadIsToldWithWhatItIsLike() throws IOException, InterruptedException {
        isRefused(
                "Invalid value for option '--at': 'soon' is no time such as 2026-11-22", "assess", "x", "--at", "soon");
        isRefused("Invalid value for option '--threads': 'many' is not an int", "discover", "x", "--threads", "many");
        isRefused(
                "Invalid value for option '--law' (PART): 'gdpr' is none of nis2, cra",
                "coverage",
                "plant.yaml",
                "--law",
                "nis2,gdpr");
        isRefused(
                "Invalid value for option '--clock' (EVENT=TIME): cannot convert 'noon'",
                "coverage",
                "plant.yaml",
                "--clock",
                "awareness=noon");
    }
}
