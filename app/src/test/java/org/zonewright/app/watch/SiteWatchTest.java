package org.zonewright.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.app.Inputs;
import org.zonewright.app.Sources;
import org.zonewright.base.Problem;
import org.zonewright.base.Texts;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.report.discovery.Discovery;
import org.zonewright.report.discovery.DiscoveryJson;
import org.zonewright.report.watch.WatchEvent;
import org.zonewright.report.watch.WatchLines;
import org.zonewright.traffic.TrafficReader;

/// Protects watching as a user sees it: everything new is told once, whatever a recorder does to its files, nothing
/// counts twice, and at the end stands what `discover` says of the finished file.
class SiteWatchTest {
    private static final TrafficReader.Options OPTIONS = new TrafficReader.Options(7, false);
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Path CAPTURES =
            Path.of("../examples/waterworks/captures").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    private SiteWatch watch(String argument) {
        return new SiteWatch(List.of(new WatchPlace.InFiles(argument)), Optional.empty(), "", OPTIONS);
    }

    private static byte[] capture(String name) throws IOException {
        return Files.readAllBytes(CAPTURES.resolve(name));
    }

    private static String json(Discovery discovery) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DiscoveryJson.write(discovery, Texts.english(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String discovered(Path file) throws IOException {
        Sources.Read read =
                new Sources(OPTIONS, 1).read(Inputs.find(List.of(file.toString()), InputStream.nullInputStream()));
        return json(Discovery.of(
                read.facts(), InventoryResolver.resolve(read.facts(), IdentityRules.NONE), read.problems()));
    }

    private static long frames(Look look) {
        return look.site().discovery().captures().stream()
                .mapToLong(CaptureSummary::frames)
                .sum();
    }

    private static List<String> lines(Look look) {
        return look.events().stream()
                .map(event -> WatchLines.text(event, Texts.english()))
                .toList();
    }

    @Test
    void aFileWatchedToItsEndGivesTheBytesOfDiscover() throws IOException {
        for (String name : List.of("tap-cell-b.pcapng", "tap-core.pcapng")) {
            byte[] bytes = capture(name);
            Path file = Files.createFile(folder.resolve(name));
            try (SiteWatch watch = watch(file.toString())) {
                for (int part = 0; part < 5; part++) {
                    int from = bytes.length / 5 * part;
                    int to = part == 4 ? bytes.length : bytes.length / 5 * (part + 1);
                    Files.write(file, Arrays.copyOfRange(bytes, from, to), StandardOpenOption.APPEND);
                    watch.look(NOW);
                }
                assertThat(json(watch.end(NOW).site().discovery())).isEqualTo(discovered(file));
            }
        }
    }

    @Test
    void whatIsNewIsToldOnce() throws IOException {
        byte[] bytes = capture("tap-cell-b.pcapng");
        Path file = Files.write(folder.resolve("tap.pcapng"), Arrays.copyOf(bytes, bytes.length / 4));
        try (SiteWatch watch = watch(file.toString())) {
            Look first = watch.look(NOW);
            assertThat(first.events()).hasAtLeastOneElementOfType(WatchEvent.NewAsset.class);
            assertThat(first.problems()).as("half a record waits").isEmpty();
            assertThat(watch.look(NOW).events()).isEmpty();
            Files.write(file, bytes);
            Look second = watch.look(NOW);
            assertThat(lines(second)).isNotEmpty().doesNotContainAnyElementsOf(lines(first));
            assertThat(watch.look(NOW).events()).isEmpty();
        }
    }

    @Test
    void aRingMayRemoveItsFilesAndNothingIsLostOrCountedTwice() throws IOException {
        Path ring = Files.createDirectory(folder.resolve("ring"));
        int files = 6;
        try (SiteWatch watch = watch(ring.toString())) {
            for (int i = 1; i <= files; i++) {
                Path file = ring.resolve("tap_0000%d_2026112300000%d.pcap".formatted(i, i));
                Files.write(file, Polls.pcap(i, 1, 2 + i % 3));
                assertThat(frames(watch.look(NOW))).isEqualTo(i * Polls.FRAMES);
                Files.delete(file);
            }
            Look end = watch.end(watch.look(NOW).at());
            assertThat(frames(end)).isEqualTo(files * Polls.FRAMES);
            assertThat(end.site().discovery().inventory().realms()).hasSize(1);
            assertThat(end.site().discovery().inventory().assets()).hasSize(4);
            assertThat(end.site().discovery().inventory().conversations())
                    .hasSize(3)
                    .allSatisfy(poll -> assertThat(poll.flows()).isEqualTo(2));
            assertThat(end.site().discovery().captures()).as("all united").hasSize(1);
        }
    }

    @Test
    void aFolderWithMoreFilesThanAreFollowedIsReadWhole() throws IOException {
        Path ring = Files.createDirectory(folder.resolve("ring"));
        int files = FollowedFiles.KEPT + 5;
        for (int i = 0; i < files; i++) {
            Path file = Files.write(ring.resolve("tap-%02d.pcap".formatted(i)), Polls.pcap(i, 1, 2));
            assertThat(file.toFile().setLastModified(1_700_000_000_000L + i * 1000L))
                    .isTrue();
        }
        try (SiteWatch watch = watch(ring.toString())) {
            assertThat(frames(watch.look(NOW))).isEqualTo(files * Polls.FRAMES);
            assertThat(frames(watch.look(NOW))).isEqualTo(files * Polls.FRAMES);
            byte[] longer = Arrays.copyOf(Polls.pcap(10, 1, 2), Polls.pcap(10, 1, 2).length * 2 - 24);
            byte[] more = Polls.pcap(100, 1, 3);
            System.arraycopy(more, 24, longer, more.length, more.length - 24);
            Path grown = Files.write(ring.resolve("tap-10.pcap"), longer);
            assertThat(grown.toFile().setLastModified(1_700_000_010_000L)).isTrue();
            Look look = watch.look(NOW);
            assertThat(frames(look)).as("read again, not added").isEqualTo((files + 1) * Polls.FRAMES);
        }
    }

    @Test
    void aRotatedFileIsFollowedUnderItsOldName() throws IOException {
        Path file = Files.write(folder.resolve("tap.pcap"), Polls.pcap(1, 1, 2));
        try (SiteWatch watch = watch(file.toString())) {
            long first = frames(watch.look(NOW));
            Files.move(file, folder.resolve("tap.pcap.old"));
            Files.write(file, Polls.pcap(2, 1, 3));
            Look second = watch.look(NOW);
            Look third = watch.look(NOW);
            assertThat(frames(third)).isEqualTo(2 * first);
            assertThat(lines(second).size() + lines(third).size()).isPositive();
        }
    }

    @Test
    void aRenamedAndCompressedFileOfARingCountsOnce() throws IOException {
        Path ring = Files.createDirectory(folder.resolve("ring"));
        byte[] bytes = Polls.pcap(1, 1, 2);
        Path file = Files.write(ring.resolve("tap.pcap"), bytes);
        try (SiteWatch watch = watch(ring.toString())) {
            long first = frames(watch.look(NOW));
            Files.move(file, ring.resolve("tap.1.pcap"));
            assertThat(frames(watch.look(NOW))).isEqualTo(first);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            }
            Files.write(ring.resolve("tap.1.pcap.gz"), packed.toByteArray());
            assertThat(frames(watch.look(NOW))).isEqualTo(first);
            Files.delete(ring.resolve("tap.1.pcap"));
            assertThat(frames(watch.look(NOW))).isEqualTo(first);
            assertThat(frames(watch.end(NOW))).isEqualTo(first);
        }
    }

    @Test
    void aWriterThatBeginsAnewInTheSameFileIsFollowed() throws IOException {
        Path file = Files.write(folder.resolve("tap.pcap"), Polls.pcap(1, 1, 2));
        try (SiteWatch watch = watch(file.toString())) {
            long first = frames(watch.look(NOW));
            Files.write(file, Polls.pcap(2, 1, 3));
            watch.look(NOW);
            assertThat(frames(watch.look(NOW))).isEqualTo(2 * first);
            Files.delete(file);
            watch.look(NOW);
            assertThat(frames(watch.look(NOW))).as("what is gone was seen").isEqualTo(2 * first);
            assertThat(watch.isOver()).as("the writer may come back").isFalse();
            Files.write(file, Polls.pcap(3, 1, 4));
            assertThat(frames(watch.look(NOW))).isEqualTo(3 * first);
        }
    }

    @Test
    void aFileThatIsNotThereIsAProblemAndTheEnd() {
        try (SiteWatch watch = watch(folder.resolve("nowhere.pcap").toString())) {
            Look look = watch.look(NOW);
            assertThat(look.isUsable()).isFalse();
            assertThat(watch.isOver()).isTrue();
            assertThat(look.problems())
                    .extracting(Problem::kind)
                    .extracting(kind -> kind.id())
                    .containsExactly("capture.missing");
        }
    }

    @Test
    void withoutARecorderTheInstallCommandIsSaid() {
        FollowedInterface without =
                new FollowedInterface(new WatchPlace.OnInterface("eth0"), Optional.empty(), OPTIONS);
        without.look();
        assertThat(without.isOver()).isTrue();
        assertThat(without.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(WatchProblem.NO_RECORDER);
            assertThat(Texts.english().say(problem.hint())).contains("apt-get install");
        });
    }

    @Test
    void aPlantDocumentTellsViolationsAsTheyAppear() throws IOException {
        byte[] bytes = capture("tap-core.pcapng");
        Path file = Files.write(folder.resolve("tap-core.pcapng"), Arrays.copyOf(bytes, bytes.length / 8));
        Path plant = CAPTURES.resolveSibling("plant.yaml");
        try (SiteWatch watch =
                new SiteWatch(List.of(new WatchPlace.InFiles(file.toString())), Optional.of(plant), "", OPTIONS)) {
            long before = findings(watch.look(NOW));
            Files.write(file, bytes);
            Look all = watch.look(NOW);
            assertThat(findings(all)).isPositive();
            assertThat(before + findings(all))
                    .isEqualTo(all.site().assessment().findings().stream()
                            .filter(finding -> finding.counts())
                            .count());
        }
    }

    private static long findings(Look look) {
        return look.events().stream()
                .filter(WatchEvent.NewFinding.class::isInstance)
                .count();
    }
}
