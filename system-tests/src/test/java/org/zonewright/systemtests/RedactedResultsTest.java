package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects people who pass a redacted report on: no name, no address and no serial number of the example is left in
/// any
/// result. Ids of the document and keys of findings once let them through.
class RedactedResultsTest {
    private static final List<String> RESULTS = List.of("report.html", "zones.svg", "facts.json");

    /// Addresses of no station: the standard's, everyone's.
    private static final Pattern GROUP =
            Pattern.compile("0\\.0\\.0\\.0|255\\..*|.*\\.255|22[4-9]\\..*|ff.*|01:.*|33:33:.*");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noNameOrAddressOfTheExampleIsLeft() throws IOException, InterruptedException {
        assess("plain");
        Program.Run redacted = assess("redacted", "--redact");
        Set<String> secrets = secrets();
        assertThat(secrets).contains("lt-office-07", "10.10.0.57", "vendor-laptop-4711", "8c:16:45:de:47:11", "eng-00");
        for (String result : RESULTS) {
            assertNone(
                    secrets, result, Files.readString(folder.resolve("redacted").resolve(result)));
        }
        assertNone(secrets, "standard output", redacted.out());
        assertNone(secrets, "standard error", redacted.err());
        assertThat(folder.resolve("redacted/draft.yaml")).doesNotExist();
    }

    @Test
    void whatAnEngineerNeedsToReadTheFindingsStays() throws IOException, InterruptedException {
        assess("redacted", "--redact");
        assertThat(Files.readString(folder.resolve("redacted/report.html")))
                .contains("Control room", "Write Single Register", "FL MGUARD 1102", "asset-001", "f-b-hmi");
    }

    private Program.Run assess(String out, String... more) throws IOException, InterruptedException {
        Program.Run run = Program.in(
                folder,
                Program.words(more, "assess", Waterworks.FOLDER.toString(), "--at", Waterworks.DAY, "--out", out));
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        return run;
    }

    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Waterworks.assets().keySet());
        for (Json asset : Json.read(Waterworks.text(folder.resolve("plain/facts.json")))
                .at("assets")
                .list()) {
            Stream.of("ipv4", "ipv6", "mac", "names")
                    .forEach(member -> secrets.addAll(asset.at(member).texts()));
            if (!asset.at("serial").isNull()) {
                secrets.add(asset.at("serial").text());
            }
        }
        secrets.removeIf(secret -> GROUP.matcher(secret).matches());
        return secrets;
    }

    private static void assertNone(Set<String> secrets, String where, String text) {
        List<String> left = new ArrayList<>();
        for (String secret : secrets) {
            Matcher found = Pattern.compile(
                            "(?<![\\w.:-])" + Pattern.quote(secret) + "(?![\\w:-])", Pattern.CASE_INSENSITIVE)
                    .matcher(text);
            if (found.find()) {
                int from = Math.max(0, found.start() - 60);
                int to = Math.min(text.length(), found.end() + 30);
                left.add(secret + " in: " + text.substring(from, to));
            }
        }
        assertThat(left).as(where).isEmpty();
    }
}
