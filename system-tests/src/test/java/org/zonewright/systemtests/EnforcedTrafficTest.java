package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects the promise of `enforce` where it counts: rules that were written are loaded into a firewall between real
/// hosts, the approved sessions work to their end, everything else is dropped, and the counters say how often. Each
/// exchange is tried without rules first, so that a service that is not there never looks like a rule that holds.
class EnforcedTrafficTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TABLE = "zonewright-way";

    private static final String PLANT = """
            zonewright: 1
            site: { id: bench, name: Bench }
            suc:
              name: Bench
              essential-functions: [ { id: ef-run, name: The machine runs, kind: control, depends-on: [ plc ], max-outage: 1h } ]
            assets:
              - { id: fw, match: { ip: 10.81.1.1 }, zone: operations }
              - { id: scada, match: { ip: 10.81.1.10 }, zone: operations }
              - { id: laptop, match: { ip: 10.81.3.10 }, zone: operations }
              - { id: plc, match: { ip: 10.81.2.10 }, zone: cell }
              - { id: drive, match: { ip: 10.81.2.11 }, zone: cell }
            zones:
              - { id: operations, function: operations, owner: O, members: [ { cidr: 10.81.1.0/24 }, { cidr: 10.81.3.0/24 } ] }
              - { id: cell, function: control, owner: C, members: [ { cidr: 10.81.2.0/24 } ] }
            conduits:
              - id: way
                between: [ operations, cell ]
                enforced-by: [ fw ]
                owner: O
                monitored-by: O
                enforcement:
                  check: { functions: [ ef-run ], by: M. Berg, on: 2026-09-01 }
                  rollback: "nft delete table inet zonewright-way"
                  observed: [ normal, start-up, shutdown, failover, maintenance ]
                flows:
                  - { id: f-modbus, from: { asset: scada }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      allow: [ read ], purpose: Polling, approved-by: head, until: 2099-12-31 }
                  - { id: f-104, from: { asset: scada }, to: { asset: plc }, protocol: iec104, port: tcp/2404,
                      purpose: Telecontrol, approved-by: head, until: 2099-12-31 }
                  - { id: f-page, from: { zone: operations }, to: { asset: plc }, protocol: http, port: tcp/80,
                      purpose: Figures, approved-by: head, until: 2099-12-31 }
            """;

    /// What every host of the plant tries at every other, by the host that tries.
    private static final Map<String, List<String>> TRIED = tried();

    private static final List<String> APPROVED = List.of(
            "scada modbus@10.81.2.10:502",
            "scada iec104@10.81.2.10:2404",
            "scada http@10.81.2.10:80",
            "laptop http@10.81.2.10:80");

    @TempDir
    private Path folder = Path.of("");

    private final List<Process> started = new ArrayList<>();

    private static Map<String, List<String>> tried() {
        List<String> services = List.of(
                "modbus@%s:502", "modbus@%s:503", "iec104@%s:2404", "http@%s:80", "http@%s:8080", "udp@%s:9999");
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String client : List.of("scada", "laptop")) {
            all.put(
                    client,
                    Stream.of("10.81.2.10", "10.81.2.11")
                            .flatMap(host -> services.stream().map(service -> service.formatted(host)))
                            .toList());
        }
        all.put("cell", List.of("http@10.81.1.10:80", "modbus@10.81.1.10:502", "udp@10.81.1.10:9999"));
        return all;
    }

    @Test
    @Tag("slow")
    void approvedTrafficPassesAndEverythingElseIsDropped() throws IOException, InterruptedException {
        Needed.that(RoutedNetworks.arePossible(), "network namespaces (root, ip netns) and nft");
        Path plant = Files.writeString(folder.resolve("plant.yaml"), PLANT);
        try (RoutedNetworks networks = RoutedNetworks.make(Map.of(
                "scada", List.of("10.81.1.10"),
                "laptop", List.of("10.81.3.10"),
                "cell", List.of("10.81.2.10", "10.81.2.11")))) {
            serve(networks, "cell");
            serve(networks, "scada");
            List<String> every = TRIED.entrySet().stream()
                    .flatMap(host -> host.getValue().stream().map(what -> host.getKey() + " " + what))
                    .toList();
            assertThat(passed(networks)).as("without rules").containsExactlyInAnyOrderElementsOf(every);

            networks.nft("-f", rules(plant, "observe").toString());
            assertThat(passed(networks)).as("observed only").containsExactlyInAnyOrderElementsOf(every);
            assertThat(counters(networks).get("default"))
                    .as("what would be dropped is counted")
                    .isGreaterThanOrEqualTo(every.size() - APPROVED.size());

            networks.nft("-f", rules(plant, "drop").toString());
            assertThat(counters(networks)).as("a load replaces the table").containsEntry("default", 0);
            assertThat(passed(networks)).as("dropped").containsExactlyInAnyOrderElementsOf(APPROVED);

            Map<String, Integer> counted = counters(networks);
            assertThat(counted)
                    .as("a connection opened is one packet of its flow")
                    .containsEntry("f-modbus", 1)
                    .containsEntry("f-104", 1)
                    .containsEntry("f-page", 2);
            assertThat(counted.get("established")).isGreaterThan(20);
            int dropped = counted.getOrDefault("default", 0);
            assertThat(dropped).isGreaterThanOrEqualTo(every.size() - APPROVED.size());
            tried(networks, "laptop", List.of("udp@10.81.2.11:9999"));
            assertThat(counters(networks)).as("five datagrams more").containsEntry("default", dropped + 5);

            networks.nft("delete", "table", "inet", TABLE);
            assertThat(passed(networks)).as("the way back").containsExactlyInAnyOrderElementsOf(every);
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    private Path rules(Path plant, String mode) throws IOException, InterruptedException {
        Program.Run run = Program.in(
                folder,
                "enforce",
                plant.toString(),
                "--conduit",
                "way",
                "--target",
                "nftables",
                "--mode",
                mode,
                "-o",
                mode);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return folder.resolve(mode).resolve(TABLE + ".nft");
    }

    private Process start(Path out, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(out.resolveSibling(out.getFileName() + ".err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static List<String> peers(RoutedNetworks networks, String host, List<String> words) {
        String classes = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(TwoNetworks.java(), "-cp", classes, PlantPeers.class.getName()));
        command.addAll(words);
        return networks.inside(host, command.toArray(String[]::new));
    }

    private void serve(RoutedNetworks networks, String host) throws IOException, InterruptedException {
        Path said = folder.resolve(host + "-serves.txt");
        start(said, peers(networks, host, List.of("serve")));
        long until = System.nanoTime() + SOON.toNanos();
        while (!Files.readString(said).contains("ready")) {
            assertThat(System.nanoTime()).as(host + " serves in time").isLessThan(until);
            Thread.sleep(100);
        }
    }

    /// Everything that passed, as `host what`. All hosts try at the same time, each one thing after another.
    private List<String> passed(RoutedNetworks networks) throws IOException, InterruptedException {
        Map<String, Process> running = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> host : TRIED.entrySet()) {
            running.put(host.getKey(), trying(networks, host.getKey(), host.getValue()));
        }
        List<String> passed = new ArrayList<>();
        for (Map.Entry<String, Process> host : running.entrySet()) {
            passed.addAll(said(host.getKey(), host.getValue()));
        }
        return passed;
    }

    private void tried(RoutedNetworks networks, String host, List<String> what)
            throws IOException, InterruptedException {
        assertThat(said(host, trying(networks, host, what))).isEmpty();
    }

    private Process trying(RoutedNetworks networks, String host, List<String> what) throws IOException {
        List<String> words = new ArrayList<>(List.of("try"));
        words.addAll(what);
        return start(folder.resolve(host + "-tries.txt"), peers(networks, host, words));
    }

    private List<String> said(String host, Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(host + " ends").isTrue();
        String said = Files.readString(folder.resolve(host + "-tries.txt"));
        assertThat(process.exitValue()).as(said).isZero();
        return said.lines()
                .filter(line -> line.endsWith(" passed"))
                .map(line -> host + " " + line.substring(0, line.length() - " passed".length()))
                .toList();
    }

    /// Packets by the comment of their rule, as the kernel counted them.
    private static Map<String, Integer> counters(RoutedNetworks networks) throws IOException, InterruptedException {
        Matcher rule = Pattern.compile("counter packets (\\d+) bytes \\d+ (?:accept |drop )?comment \"([^\"]+)\"")
                .matcher(networks.nft("list", "table", "inet", TABLE));
        Map<String, Integer> counted = new LinkedHashMap<>();
        while (rule.find()) {
            counted.put(rule.group(2), Integer.parseInt(rule.group(1)));
        }
        return counted;
    }
}
