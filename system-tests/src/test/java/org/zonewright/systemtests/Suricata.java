package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Suricata as it is installed here, with rules alone and its protocols of control switched on.
final class Suricata implements RuleJudge {
    private static final Pattern ALERT =
            Pattern.compile("\\[\\*\\*] \\[[\\d:]+] (.*?) \\[\\*\\*].*\\} (\\S+):(\\d+) -> (\\S+):(\\d+)$");
    private static final long LIMIT_SECONDS = 120;

    private final Path folder;

    /// @param folder for its logs
    Suricata(Path folder) {
        this.folder = folder;
    }

    /// Whether it is on the path. `-Dwithout.suricata=true` hides it.
    static boolean isInstalled() throws IOException, InterruptedException {
        Process found = new ProcessBuilder("sh", "-c", "command -v suricata").start();
        return found.waitFor() == 0 && !Boolean.getBoolean("without.suricata");
    }

    @Override
    public List<Alert> alerts(Path rules, Path capture) throws IOException, InterruptedException {
        Path alerts = run(rules, "-r", capture.toString(), "-k", "none").resolve("fast.log");
        List<Alert> all = new ArrayList<>();
        for (String line : Files.exists(alerts) ? Files.readAllLines(alerts) : List.<String>of()) {
            Matcher alert = ALERT.matcher(line);
            assertThat(alert.find()).as(line).isTrue();
            all.add(new Alert(
                    alert.group(1),
                    InetAddress.ofLiteral(alert.group(2)),
                    Integer.parseInt(alert.group(3)),
                    InetAddress.ofLiteral(alert.group(4)),
                    Integer.parseInt(alert.group(5))));
        }
        return all;
    }

    @Override
    public void take(Path rules) throws IOException, InterruptedException {
        run(rules, "-T");
    }

    /// Runs it to its end and gives the folder of its logs. On one thread: with several, connections that lie minutes
    /// apart reach the limit of alerts out of their order.
    private Path run(Path rules, String... more) throws IOException, InterruptedException {
        Path log = Files.createTempDirectory(folder, "log");
        List<String> command = new ArrayList<>(
                List.of("suricata", "--runmode", "single", "-S", rules.toString(), "-l", log.toString()));
        for (String protocol : List.of("modbus", "dnp3", "enip")) {
            command.addAll(List.of("--set", "app-layer.protocols." + protocol + ".enabled=yes"));
        }
        command.addAll(List.of(more));
        Path said = log.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return log;
    }
}
