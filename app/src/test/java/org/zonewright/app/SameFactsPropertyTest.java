package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zonewright.base.Texts;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.report.discovery.Discovery;
import org.zonewright.report.discovery.DiscoveryJson;
import org.zonewright.traffic.TrafficReader;

/// What is discovered depends on the files alone: not on the order or grouping in which they are given, how often, by
/// which of their names, nor on the threads that read them; and a file speaks for itself alone.
class SameFactsPropertyTest {
    private static final Path EXAMPLES = Path.of("../examples/waterworks");
    private static final String CUT = "cut.pcap";

    private static Path folder = Path.of("");
    private static List<Path> files = List.of();
    private static byte[] growing = {};

    @BeforeContainer
    static void makeFiles() throws IOException {
        folder = Files.createTempDirectory("same-facts");
        Path below = Files.createDirectories(folder.resolve("taps/cell"));
        Files.copy(EXAMPLES.resolve("captures/tap-wan.pcapng"), folder.resolve("tap-wan.pcapng"));
        Files.copy(EXAMPLES.resolve("captures/tap-office.pcapng"), folder.resolve("taps/tap-office.pcapng"));
        Files.copy(EXAMPLES.resolve("assets.csv"), folder.resolve("assets.csv"));
        for (int cell = 0; cell < 3; cell++) {
            Files.write(below.resolve("cell-" + cell + ".pcap"), cell(cell));
        }
        growing = cell(3);
        Files.write(folder.resolve(CUT), Arrays.copyOf(growing, growing.length - 30));
        Files.writeString(
                folder.resolve("scan.xml"),
                "<?xml version=\"1.0\"?><!DOCTYPE nmaprun><nmaprun scanner=\"nmap\"><host><status state=\"up\"/><address "
                        + "addr=\"10.1.0.11\"/><ports><port protocol=\"tcp\" portid=\"502\"><state state=\"open\"/>"
                        + "</port></ports></host></nmaprun>");
        Files.writeString(
                folder.resolve("firewall.rules"),
                "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -p tcp -j ACCEPT\nCOMMIT\n");
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @AfterContainer
    static void removeFiles() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Stations that all cells share, and some that only the cell has.
    private static byte[] cell(int cell) {
        Wire wire = new Wire();
        for (int station = 1; station <= 3; station++) {
            Wire.Connection plc =
                    wire.new Connection("10.1.0.5", 40_000 + station, "10.1." + cell + ".1" + station, 502);
            plc.ask("0001 0000 0006 01 03 0000 0002").answer("0001 0000 0007 01 03 04 0001 0002");
            plc.ask("0003 0000 0009 07 10 0010 0001 02 00ff").answer("0003 0000 0003 07 90 02");
            plc.close();
        }
        Wire.Connection shared = wire.new Connection("10.1.0.5", 50_000 + cell, "10.1.0.11", 502);
        shared.ask("0001 0000 0006 01 01 0000 0002").close();
        return wire.bytes();
    }

    @Property(tries = 60, afterFailure = AfterFailureMode.RANDOM_SEED)
    void anyOrderAndGroupingAndNumberOfThreadsGivesTheSameBytes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int threads) throws IOException {
        Random random = new Random(seed);
        List<String> arguments = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            arguments.add(folder + "/taps");
            files.stream()
                    .filter(file -> !file.startsWith(folder.resolve("taps")) || random.nextInt(4) == 0)
                    .forEach(file -> arguments.add(file.toString()));
        } else {
            files.forEach(file -> arguments.add(file.toString()));
        }
        for (int more = random.nextInt(4); more > 0; more--) {
            arguments.add(again(random));
        }
        Collections.shuffle(arguments, random);
        same(discovered(arguments, threads), arguments);
    }

    /// A file that is given already, by this or another name.
    private static String again(Random random) {
        Path file = files.get(random.nextInt(files.size()));
        return switch (random.nextInt(4)) {
            case 0 -> file.toString();
            case 1 -> folder.toString();
            case 2 -> file.getParent() + "/./" + file.getFileName();
            default -> folder + "/taps/**.pcap*";
        };
    }

    @Property(tries = 60, afterFailure = AfterFailureMode.RANDOM_SEED)
    void aFileThatGrowsChangesNothingButItsOwnContribution(
            @ForAll @IntRange(min = 24, max = 2000) int length, @ForAll @IntRange(min = 1, max = 4) int threads)
            throws IOException {
        List<String> arguments = List.of(folder.toString());
        byte[] kept = Files.readAllBytes(folder.resolve(CUT));
        List<Contribution> before = read(arguments, 1).facts().contributions();
        try {
            Files.write(folder.resolve(CUT), Arrays.copyOf(growing, Math.min(growing.length, length)));
            List<Contribution> grown = read(arguments, threads).facts().contributions();
            assertThat(others(grown)).hasSize(files.size() - 1);
            assertThat(others(grown).equals(others(before))).isTrue();
        } finally {
            Files.write(folder.resolve(CUT), kept);
        }
        same(discovered(arguments, threads), arguments);
    }

    private static List<String> others(List<Contribution> contributions) {
        return contributions.stream()
                .filter(contribution -> !contribution.source().file().endsWith(CUT))
                .map(contribution -> alone(contribution))
                .toList();
    }

    /// All a contribution says, in the words of the result.
    private static String alone(Contribution contribution) {
        return json(new Sources.Read(Facts.of(List.of(contribution)), List.of(), List.of()));
    }

    /// Long texts, of which only the first difference is told.
    private static void same(String discovered, List<String> arguments) {
        byte[] bytes = discovered.getBytes(StandardCharsets.UTF_8);
        byte[] expected = whole().getBytes(StandardCharsets.UTF_8);
        int at = Arrays.mismatch(bytes, expected);
        assertThat(at)
                .as(() -> "%s%n at %d: %s%n expected %s"
                        .formatted(arguments, at, around(bytes, at), around(expected, at)))
                .isEqualTo(-1);
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, Math.min(at, bytes.length) - 150);
        return new String(bytes, from, Math.min(300, bytes.length - from), StandardCharsets.UTF_8);
    }

    private static String whole() {
        return discovered(List.of(folder.toString()), 1);
    }

    private static String discovered(List<String> arguments, int threads) {
        return json(read(arguments, threads));
    }

    private static Sources.Read read(List<String> arguments, int threads) {
        Inputs inputs = Inputs.find(arguments, new ByteArrayInputStream(new byte[0]));
        TrafficReader.Options allWorthSharing =
                new TrafficReader.Options(threads, false, 1, 1, MemoryBudget.unbounded());
        return new Sources(allWorthSharing, threads).read(inputs);
    }

    private static String json(Sources.Read read) {
        Inventory inventory = InventoryResolver.resolve(read.facts(), IdentityRules.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DiscoveryJson.write(Discovery.of(read.facts(), inventory, read.problems()), Texts.english(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.unplaced().size() + " rows without address\n" + out.toString(StandardCharsets.UTF_8);
    }
}
