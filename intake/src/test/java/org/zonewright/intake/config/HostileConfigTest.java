package org.zonewright.intake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.config.build.ConfigLimits;

/// A configuration that is made to exhaust its reader ends in a problem, soon and within a bounded memory.
@Timeout(60)
class HostileConfigTest {
    /// As the usual bounds are to an honest file, these are to a test's.
    private static final ConfigLimits SMALL = new ConfigLimits(8 << 20, 400_000, 100_000);

    @TempDir
    private Path folder = Path.of("");

    private ConfigFile.Reading read(String text, ConfigLimits limits) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("fw"), text), limits);
    }

    private ConfigFile.Reading read(String text) throws IOException {
        return read(text, ConfigLimits.USUAL);
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void isRefused(ConfigFile.Reading reading, String kind) {
        assertThat(reading.rules()).isEmpty();
        assertThat(reading.problems())
                .extracting(problem -> problem.kind().id())
                .containsExactly(kind);
    }

    private static void saysSomethingThatDecides(ConfigFile.Reading reading) {
        assertThat(reading.rules().map(Ruleset::unread).orElseThrow()).anyMatch(Unread::decides);
        assertThat(reading.problems()).isNotEmpty();
    }

    @Test
    void aFileOfAHundredMegabytesIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("fw"), ConfigSamples.of("fortigate"));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L << 20);
        }
        isRefused(ConfigFile.read(file), "source.too-long");
    }

    @Test
    void moreObjectsThanAreReadAreRefused() throws IOException {
        isRefused(
                read("config firewall address\n" + lines(50_000, i -> "edit \"a" + i + "\"\nnext") + "end\n", SMALL),
                "config.too-large");
        isRefused(
                read("ASA Version 9\n" + lines(120_000, i -> "object network o" + i + "\n host 10.0.0.1"), SMALL),
                "config.too-large");
        isRefused(
                read(
                        "<?xml version=\"1.0\"?><pfsense><aliases>" + "<alias/>".repeat(20_000)
                                + "</aliases></pfsense>",
                        SMALL),
                "config.too-large");
        isRefused(
                read("set security zones security-zone a\n" + lines(20_000, i -> "set applications x" + i), SMALL),
                "config.too-large");
        isRefused(read("{\"nftables\": [" + "{},".repeat(20_000) + "{}]}", SMALL), "config.too-large");
    }

    @Test
    void moreRulesThanAreReadAreRefused() throws IOException {
        isRefused(
                read("*filter\n:FORWARD DROP [0:0]\n" + "-A FORWARD -j DROP\n".repeat(10_000), SMALL),
                "config.too-large");
        isRefused(
                read("/ip firewall filter\n" + "add action=drop chain=forward\n".repeat(10_000), SMALL),
                "config.too-large");
    }

    @Test
    void moreLinesThanAreReadAreRefused() throws IOException {
        isRefused(read("ASA Version 9\n" + "\n".repeat(500_000), SMALL), "config.too-large");
    }

    @Test
    void groupsThatDoubleAtEachStepAreReadAtOnce() throws IOException {
        String doubling = "ASA Version 9\nobject-group network g0\n network-object host 10.0.0.1\n"
                + lines(60, i -> "object-group network g" + (i + 1) + "\n group-object g" + i + "\n group-object g" + i)
                + "access-list a extended permit ip object-group g60 any\n";
        assertThat(read(doubling).rules()).isPresent();
    }

    @Test
    void groupsThatEachHoldAllBeforeThemAreRefusedWhenTheyAreTooMuch() throws IOException {
        String groups = "config firewall address\n"
                + lines(600, i -> "edit \"a" + i + "\"\nset subnet 10." + i / 256 + "." + i % 256 + ".1/32\nnext")
                + "end\nconfig firewall addrgrp\n"
                + lines(
                        600,
                        i -> "edit \"g" + i + "\"\nset member \"a" + i + "\"" + (i == 0 ? "" : " \"g" + (i - 1) + "\"")
                                + "\nnext")
                + "end\nconfig firewall policy\n"
                + lines(600, i -> "edit " + (i + 1) + "\nset srcaddr \"g" + i + "\"\nset dstaddr \"all\"\nnext")
                + "end\n";
        isRefused(read(groups, SMALL), "config.too-large");
    }

    @Test
    void nestingIsBounded() throws IOException {
        saysSomethingThatDecides(read("config firewall policy\n" + "config a\n".repeat(100_000)));
        saysSomethingThatDecides(read("security {\n policies {\n" + "a {\n".repeat(100_000)));
        isRefused(
                read("<?xml version=\"1.0\"?><pfsense>" + "<a>".repeat(100_000), ConfigLimits.USUAL),
                "source.too-deep");
        isRefused(read("{\"nftables\": " + "[".repeat(100_000)), "source.too-deep");
        assertThat(read("table ip t {\n chain c {\n" + "{".repeat(200_000) + "\n}\n}\n")
                        .rules())
                .isPresent();
        saysSomethingThatDecides(read("ASA Version 9\n"
                + lines(5_000, i -> "object-group network g" + i + "\n group-object g" + (i + 1))
                + "access-list a extended permit ip object-group g0 any\n"));
    }

    @Test
    void groupsThatContainThemselvesAreSaidAndDecide() throws IOException {
        saysSomethingThatDecides(read("""
                ASA Version 9
                object-group network a
                 group-object b
                object-group network b
                 group-object a
                access-list x extended permit ip object-group a any
                """));
        saysSomethingThatDecides(read("""
                config firewall addrgrp
                edit "a"
                set member "b"
                next
                edit "b"
                set member "a"
                next
                end
                config firewall policy
                edit 1
                set srcaddr "a"
                set dstaddr "all"
                next
                end
                """));
        saysSomethingThatDecides(read("""
                set security address-book global address-set a address-set b
                set security address-book global address-set b address-set a
                set security policies from-zone x to-zone y policy p match source-address a
                set security policies from-zone x to-zone y policy p match destination-address any
                set security policies from-zone x to-zone y policy p match application any
                set security policies from-zone x to-zone y policy p then permit
                """));
    }

    @Test
    void aMaskThatExplodesLeavesItsRuleOpen() throws IOException {
        ConfigFile.Reading reading =
                read("ip access-list extended a\n" + " permit ip 10.0.0.0 85.85.85.84 any\n".repeat(2_000));
        assertThat(Asked.rules(reading.rules().orElseThrow(), "access-list a"))
                .allMatch(rule -> !rule.match().open().isEmpty());
    }

    @Test
    void aTextThatIsTooLongIsRefusedRatherThanCut() throws IOException {
        String long1 = "a".repeat(2 << 20);
        isRefused(read("ASA Version 9\n! " + long1 + "\n"), "config.too-large");
        isRefused(
                read("<?xml version=\"1.0\"?><pfsense><system><hostname>" + long1 + "</hostname></system></pfsense>"),
                "config.too-large");
    }

    @Test
    void brokenEncodingsAreReadAndWideOnesTold() throws IOException {
        byte[] bytes = ConfigSamples.of("cisco-asa")
                .replace("engineers", "Ger\u00e4te")
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("fw"), bytes);
        assertThat(ConfigFile.read(file).rules()).isPresent();
        byte[] wide = ("\ufeff" + ConfigSamples.of("fortigate")).getBytes(StandardCharsets.UTF_16LE);
        Path saved = Files.write(folder.resolve("wide"), wide);
        assertThat(ConfigFile.recognises(saved)).isTrue();
        assertThat(ConfigFile.read(saved).rules()).isPresent();
        Path zeros = Files.write(folder.resolve("zeros"), new byte[1000]);
        isRefused(ConfigFile.read(zeros), "config.unknown");
    }

    @Test
    void aFileWithinTheUsualBoundsIsReadInSeconds() throws IOException {
        String large = "/ip firewall address-list\n"
                + lines(
                        150_000,
                        i -> "add address=10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255) + " list=l")
                + "/ip firewall filter\n"
                + lines(
                        2_000,
                        i -> "add action=accept chain=forward src-address-list=l dst-port=" + (i + 1)
                                + " protocol=tcp");
        long start = System.nanoTime();
        ConfigFile.Reading reading = read(large);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(Asked.rules(reading.rules().orElseThrow(), "ip filter forward"))
                .hasSize(2_000);
    }
}
