package org.zonewright.intake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;

/// Protects what a configuration adds to the facts: its rules, told from what was seen, and every line that was not
/// understood.
class ConfigSourceTest {
    @TempDir
    private Path folder;

    @Test
    void theRulesAreConfiguredFactsOfTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("fw-1.rules"), "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -p tcp -j ACCEPT\nCOMMIT\n");
        Contribution read = ConfigSource.read(file);
        assertThat(read.source().basis()).isEqualTo(Basis.CONFIGURED);
        assertThat(read.source().file()).isEqualTo(file.toString());
        assertThat(read.source().digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(read.rules().orElseThrow().chains().keySet()).containsExactly("filter FORWARD");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aLineThatWasNotUnderstoodIsAProblemOfTheContribution() throws IOException {
        Path file = Files.writeString(folder.resolve("fw-1.rules"), "*filter\n:FORWARD DROP [0:0]\nmagic\nCOMMIT\n");
        Contribution read = ConfigSource.read(file);
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problemCounts()).containsEntry("config.not-understood", 1);
    }

    @Test
    void aFileThatIsGoneSaysSoAndHasNoRules() {
        Contribution read = ConfigSource.read(folder.resolve("gone.rules"));
        assertThat(read.rules()).isEmpty();
        assertThat(read.problemCounts()).containsEntry("source.unreadable", 1);
    }
}
