package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.PublicCaptures;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;

/// Keeps the page of protocols what the registry says: nobody should buy a protocol from a stale list.
/// `-Dpublish=true` writes the page anew; read the diff.
class ProtocolsPageTest {
    private static final Path PAGE = Path.of("../docs/protocols.md");
    private static final Path SOURCES = Path.of("src/main/java/org/zonewright/traffic");
    private static final String MARK = "<!-- made from the registry of dissectors; a test keeps it so -->\n";
    private static final String CAPTURES_MARK = "<!-- made by reading the public captures; a test keeps it so -->\n";
    private static final Pattern DEFINITION = Pattern.compile("Protocol\\.(?:define|named)\\(\\s*\"([^\"]+)\"");

    /// What a fuzzer made shows nothing of a protocol.
    private static final Pattern FUZZED = Pattern.compile("fuzz|crash|overflow|oobr");

    private static final List<Coverage> COVERAGE = Dissectors.coverage();

    @Test
    void everyProtocolSaysOnceWhatIsDecodedOfIt() throws IOException {
        List<String> names =
                COVERAGE.stream().map(coverage -> coverage.protocol().name()).toList();
        assertThat(names).as("statements, one a protocol").doesNotHaveDuplicates();
        Set<String> missing = Dissectors.all().stream()
                .map(Dissector::protocol)
                .map(protocol -> protocol.name())
                .collect(Collectors.toCollection(TreeSet::new));
        missing.addAll(defined());
        names.forEach(missing::remove);
        assertThat(missing)
                .as("protocols without a statement: override Dissector.coverage()")
                .isEmpty();
    }

    /// The names in the sources, so that a protocol that a dissector gives only to some of its flows is not forgotten.
    private static Set<String> defined() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = DEFINITION.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }

    @Test
    void thePageIsWhatTheRegistrySays() throws IOException {
        String text = Files.readString(PAGE);
        int from = text.indexOf(MARK) + MARK.length();
        int to = text.indexOf("## Public captures");
        String page = text.substring(0, from) + new ProtocolsPage(COVERAGE).protocols() + "\n" + text.substring(to);
        check(text, page);
    }

    @Test
    void thePageNamesTheCapturesThatShowAProtocol() throws IOException {
        Path folder = PublicCaptures.folder();
        Map<String, Set<String>> captures = new TreeMap<>();
        TrafficReader reader = new TrafficReader(new TrafficReader.Options(1, false));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*__*")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (FUZZED.matcher(name).find()) {
                    continue;
                }
                try (ByteSource in = ByteSource.open(file)) {
                    add(captures, name, reader.read(name, in));
                }
            }
        }
        String text = Files.readString(PAGE);
        int from = text.indexOf(CAPTURES_MARK) + CAPTURES_MARK.length();
        check(text, text.substring(0, from) + new ProtocolsPage(COVERAGE).captures(captures));
    }

    private static void add(Map<String, Set<String>> captures, String name, Contribution facts) {
        ConversationTable.Cursor row = facts.conversations().cursor();
        while (row.next()) {
            if (row.protocolEvidence() == ProtocolEvidence.CONTENT) {
                captures.computeIfAbsent(row.protocol(), key -> new TreeSet<>()).add(name);
            }
            while (row.nextFunction()) {
                captures.computeIfAbsent(row.function().protocol(), key -> new TreeSet<>())
                        .add(name);
            }
        }
    }

    private static void check(String text, String page) throws IOException {
        if (Boolean.getBoolean("publish")) {
            Files.writeString(PAGE, page);
            return;
        }
        assertThat(text).isEqualTo(page);
    }
}
