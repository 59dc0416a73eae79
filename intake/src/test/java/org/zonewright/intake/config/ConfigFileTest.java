package org.zonewright.intake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.policy.Ruleset;

/// A firewall's configuration is told by its content, within bounds, and every line that was not understood is a
/// problem
/// with its place.
class ConfigFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("fw.conf"), text);
    }

    @Test
    void bothFormatsAreToldByTheirContent() throws IOException {
        Path tables = file("*filter\n:FORWARD DROP [0:0]\nCOMMIT\n");
        assertThat(ConfigFile.recognises(tables)).isTrue();
        assertThat(ConfigFile.read(tables).rules().map(Ruleset::format)).contains("iptables");
        Path filter = file("table ip t {\n chain c {\n  accept\n }\n}\n");
        assertThat(ConfigFile.recognises(filter)).isTrue();
        assertThat(ConfigFile.read(filter).rules().map(Ruleset::format)).contains("nftables");
    }

    @Test
    void otherFilesAreNotTaken() throws IOException {
        assertThat(ConfigFile.recognises(file("zonewright: 1\nsite: { id: a }\n")))
                .isFalse();
        assertThat(ConfigFile.recognises(file("*filter\0:FORWARD DROP [0:0]\n")))
                .isFalse();
        assertThat(ConfigFile.recognises(folder.resolve("missing"))).isFalse();
    }

    @Test
    void aLineThatIsNotUnderstoodIsAProblemWithItsPlace() throws IOException {
        Path tables = file("*filter\n:FORWARD DROP [0:0]\n-A FORWARD -j TPROXY --on-port 1\nCOMMIT\n");
        assertThat(ConfigFile.read(tables).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind().id()).isEqualTo("config.not-understood");
            assertThat(problem.where().display()).endsWith("fw.conf:3");
        });
    }

    @Test
    void aFileBeyondTheBoundIsRefusedWhole() throws IOException {
        Path tables = file("*filter\n:FORWARD DROP [0:0]\n" + "#".repeat(65 << 20));
        assertThat(ConfigFile.read(tables).rules()).isEmpty();
        assertThat(ConfigFile.read(tables).problems())
                .extracting(problem -> problem.kind().id())
                .containsExactly("source.too-long");
    }

    @Test
    void hostileTextEndsInRulesOrProblemsSoon() throws IOException {
        String deep = "table ip t {\n chain c {\n" + "{".repeat(200_000) + "\n}\n}\n";
        assertThat(ConfigFile.read(file(deep)).rules()).isPresent();
        StringBuilder defines = new StringBuilder("define a = { 1.1.1.1, 1.1.1.2 }\n");
        for (int i = 0; i < 60; i++) {
            defines.append("define a = { $a, $a }\n");
        }
        defines.append("table ip t {\n chain c {\n ip saddr $a accept\n }\n}\n");
        assertThat(ConfigFile.read(file(defines.toString())).rules()).isPresent();
    }
}
