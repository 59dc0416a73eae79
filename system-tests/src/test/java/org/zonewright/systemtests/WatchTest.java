package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects the live view over its real door: real sockets on a cable between two network namespaces, and what is new
/// there stands on standard output within a period; an interface that is not there, and the end, are told properly.
class WatchTest {
    /// Seconds between looks.
    private static final int EVERY = 2;

    /// A period, and what a busy machine takes to start, resolve and print.
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String PLANT = """
            zonewright: 1
            site: { id: bench, name: Bench }
            sensors: [ { id: tap, sources: [ "%s" ], place: the cable } ]
            realms: [ { id: bench, sees: [ { sensor: tap } ] } ]
            assets:
              - { id: hmi, match: { realm: bench, ip: %s }, zone: operations }
              - { id: plc, match: { realm: bench, ip: %s }, zone: cell }
            zones:
              - { id: operations, name: Operations, function: operations, owner: Operations }
              - { id: cell, name: Cell, function: control, owner: Control }
            conduits:
              - id: way
                between: [ operations, cell ]
                kind: network
                owner: Telecontrol
                monitored-by: control centre
                flows:
                  - { id: f1, from: { asset: hmi }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      allow: [ read ], purpose: Polling, approved-by: head of operations, until: 2099-12-31 }
            """.formatted(TwoNetworks.INTERFACE, TwoNetworks.CLIENT, TwoNetworks.SERVER);

    @TempDir
    private Path folder = Path.of("");

    private final List<Process> started = new ArrayList<>();

    private Process start(Path out, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(out.resolveSibling(out.getFileName() + ".err").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static String text(Path file) {
        return Files.exists(file) ? Waterworks.text(file) : "";
    }

    private static void within(Duration limit, String what, BooleanSupplier comesTrue) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (!comesTrue.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(until);
            Thread.sleep(100);
        }
    }

    private static List<Json> events(Path out, String kind) {
        return text(out)
                .lines()
                .filter(line -> line.endsWith("}"))
                .map(Json::read)
                .filter(event -> event.at("event").text().equals(kind))
                .toList();
    }

    private List<String> peer(String... arguments) {
        String classes = System.getProperty("java.class.path");
        return List.of(Program.words(arguments, TwoNetworks.java(), "-cp", classes, ModbusPeer.class.getName()));
    }

    @Test
    @Tag("slow")
    void whatIsNewOnACableIsShownWithinAPeriod() throws IOException, InterruptedException {
        Needed.that(TwoNetworks.arePossible(), "network namespaces (root, ip netns) and dumpcap or tcpdump");
        Path out = folder.resolve("out.jsonl");
        Path plant = Files.writeString(folder.resolve("plant.yaml"), PLANT);
        try (TwoNetworks cable = TwoNetworks.make()) {
            Path served = folder.resolve("served.txt");
            start(served, cable.atServer(peer("serve", "502").toArray(String[]::new)));
            within(SOON, "the device listens", () -> text(served).contains("ready"));
            Process watch = start(
                    out,
                    cable.atServer(
                            Program.path(),
                            "watch",
                            "-i",
                            TwoNetworks.INTERFACE,
                            "--plant",
                            plant.toString(),
                            "--every",
                            EVERY + "s",
                            "--format",
                            "json",
                            "--out",
                            folder.resolve("report").toString()));
            Path err = folder.resolve("out.jsonl.err");
            within(SOON, "it listens", () -> text(err).contains("nothing is sent"));
            Thread.sleep(Duration.ofSeconds(EVERY)); // the recorder's own beginning

            poll(cable, "3", "3");
            within(
                    SOON,
                    "a new asset",
                    () -> events(out, "asset").toString().contains(TwoNetworks.CLIENT)
                            || events(out, "address").toString().contains(TwoNetworks.CLIENT));
            within(SOON, "a new flow", () -> events(out, "flow").stream()
                    .anyMatch(flow -> flow.toString().contains("protocol=modbus")));
            assertThat(violations(out)).as("reading is approved").noneMatch(key -> key.contains("f1"));

            poll(cable, "3", "6");
            within(SOON, "a violation", () -> violations(out).contains("function-not-allowed:f1"));

            watch.toHandle().destroy();
            assertThat(watch.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.exitValue()).as("a finding is open: " + text(err)).isEqualTo(1);
            assertThat(text(err)).contains("Watched from").doesNotContain("capture.read-failed");
            assertThat(folder.resolve("report/facts.json")).isRegularFile();
            assertThat(folder.resolve("report/report.html")).isRegularFile();
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    private static List<String> violations(Path out) {
        return events(out, "violation").stream()
                .map(event -> event.at("key").text())
                .toList();
    }

    private void poll(TwoNetworks cable, String... codes) throws IOException, InterruptedException {
        Path said = folder.resolve("polled-" + String.join("", codes) + ".txt");
        String[] arguments = Program.words(codes, "poll", TwoNetworks.SERVER, "502");
        Process client = start(said, cable.atClient(peer(arguments).toArray(String[]::new)));
        assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(text(said)).contains(codes[0] + " answered").contains(codes[codes.length - 1] + " answered");
    }

    @Test
    @Tag("slow")
    void anInterfaceThatIsNotThereIsToldWithThoseThatAre() throws IOException, InterruptedException {
        Needed.that(TwoNetworks.arePossible(), "network namespaces (root, ip netns) and dumpcap or tcpdump");
        Program.Run run = Program.in(folder, "watch", "-i", "zwt-nowhere", "--until", "5s");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("watch.no-such-interface").contains("lo").contains("input.nothing-read");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFileIsWatchedToItsEndWithTheExitCodesOfVerify() throws IOException, InterruptedException {
        String capture = Waterworks.CAPTURES.resolve("tap-cell-b.pcapng").toString();
        Program.Run alone = Program.in(folder, "watch", capture, "--until", "0s");
        assertThat(alone.exit()).as(alone.err()).isZero();
        assertThat(alone.out())
                .contains("new asset")
                .contains("plc-b")
                .contains("new flow")
                .contains("modbus tcp/502");
        assertThat(alone.err()).contains("1306 frames");
        Program.Run judged =
                Program.in(folder, "watch", capture, "--until", "0s", "--plant", Waterworks.PLANT.toString());
        assertThat(judged.exit()).isEqualTo(1);
        assertThat(judged.out()).contains("new violation");
        assertThat(Map.of(0, alone.out(), 1, judged.out())).allSatisfy((exit, said) -> assertThat(said.lines())
                .allSatisfy(line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  new .*")));
    }

    @Test
    void nothingToWatchIsAWrongCommandLine() throws IOException, InterruptedException {
        Program.Run none = Program.in(folder, "watch");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("-i").contains("Usage: zonewright watch");
        Program.Run missing = Program.in(folder, "watch", "nowhere.pcap");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("capture.missing").contains("nowhere.pcap");
        Program.Run time = Program.in(folder, "watch", "a.pcap", "--until", "soon");
        assertThat(time.exit()).isEqualTo(2);
        assertThat(time.err()).contains("soon");
    }
}
