package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `firewall` promises: the verdict with the rule that decides, what two configurations differ in, and a clear
/// word for what is no question.
class FirewallVerbTest {
    private static final String RULES = """
            table ip plant {
              chain forward {
                type filter hook forward priority 0; policy drop;
                ct state established,related accept
                ip saddr 10.3.0.0/24 ip daddr 10.4.0.1 tcp dport 502 accept comment "supervision"
              }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("fw.nft"), RULES);
    }

    private Program.Run run(String... arguments) throws IOException, InterruptedException {
        return Program.in(folder, arguments);
    }

    @Test
    void aQuestionIsAnsweredWithTheRuleThatDecides() throws IOException, InterruptedException {
        Program.Run allowed =
                run("firewall", "fw.nft", "--from", "10.3.0.7", "--to", "10.4.0.1", "--service", "tcp/502");
        assertThat(allowed.exit()).isZero();
        assertThat(allowed.out()).startsWith("Allowed.").contains("fw.nft:5").contains("supervision");
        Program.Run blocked =
                run("firewall", "fw.nft", "--from", "10.1.0.7", "--to", "10.4.0.1", "--service", "tcp/502");
        assertThat(blocked.out()).startsWith("Blocked.");
        Program.Run partly = run("firewall", "fw.nft", "--to", "10.4.0.1", "--format", "json");
        assertThat(partly.out()).contains("\"verdict\":\"partly\"").contains("10.3.0.0-10.3.0.255");
    }

    @Test
    void whatAnotherConfigurationLetsThroughIsShown() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("new.nft"), RULES.replace("tcp dport 502", "tcp dport { 80, 502 }"));
        Program.Run differs = run("firewall", "fw.nft", "--against", "new.nft");
        assertThat(differs.exit()).isEqualTo(1);
        assertThat(differs.out()).contains("+ 10.3.0.0-10.3.0.255 to 10.4.0.1, protocol 6, ports 80");
        assertThat(run("firewall", "fw.nft", "--against", "fw.nft").exit()).isZero();
    }

    @Test
    void whatIsNoQuestionIsSaid() throws IOException, InterruptedException {
        Program.Run noAddress = run("firewall", "fw.nft", "--from", "office");
        assertThat(noAddress.exit()).isEqualTo(2);
        assertThat(noAddress.err()).contains("firewall.no-addresses").contains("office");
        assertThat(run("firewall", "fw.nft", "--service", "tcp/70000").err()).contains("firewall.no-service");
        assertThat(run("firewall", "none.nft").exit()).isEqualTo(2);
    }
}
