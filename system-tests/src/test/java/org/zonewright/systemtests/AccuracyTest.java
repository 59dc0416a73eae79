package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Protects what everything else rests on, with public captures and the truth that tshark gives about them: every
/// frame is read and every station that sent is found. All captures and all measures are in `docs/accuracy.md`; these
/// few, of each kind and format one, notice at once when something breaks.
@Tag("slow")
class AccuracyTest {
    @TempDir
    private Path folder = Path.of("");

    /// The folder of captures: the system property `zonewright.captures`, or `shared/captures` beside a folder above.
    private static Path captures() {
        String told = System.getProperty("zonewright.captures", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        Path root = Path.of("..").toAbsolutePath().normalize();
        return Stream.iterate(root, path -> path != null, Path::getParent)
                .map(above -> above.resolve("shared/captures"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(root.resolveSibling("shared/captures"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "plant__20161216011945.ChangeLowerThreshold.master.pcap",
                "modbus__modbus_example.pcap",
                "s7__s7comm.pcap",
                "dnp3__dnp3_udp_read.pcap",
                "iec104__iec104.pcap",
                "enip__cip_1.pcap",
                "profinet__pn_ptcp.pcap",
                "bacnet__bacnet-ip.pcap",
                "opcua__opc-ua.pcap",
                "lldp__simens.pcap",
                "fmt__vlan-qinqinq.pcap",
                "fmt__portmapper-many-unanswered-calls.pcapng.gz",
                "fmt__pcapng-example.pcapng.zst"
            })
    void framesAndStationsAreThoseOfTheTruth(String capture) throws IOException, InterruptedException {
        Path captures = captures();
        Needed.that(Files.isDirectory(captures.resolve("truth")), "captures with their truth in " + captures);
        String truthText = Waterworks.text(captures.resolve("truth").resolve(capture + ".json"));
        Json truth = Json.read(truthText);
        Program.Run run =
                Program.in(folder, "discover", captures.resolve(capture).toString(), "--format", "json");
        assertThat(run.exit()).as(run.err()).isLessThan(2);
        Json found = Json.read(run.out());

        Json read = found.at("captures").list().getFirst();
        Json counts = truth.at("counts");
        assertThat(read.at("frames").number()).isEqualTo(counts.at("packets").number());
        assertThat(read.at("bytes").number()).isEqualTo(counts.at("wire_bytes").number());

        Set<String> stations = new TreeSet<>();
        for (Json asset : found.at("assets").list()) {
            stations.addAll(asset.at("ipv4").texts());
            stations.addAll(asset.at("ipv6").texts());
        }
        assertThat(stations).containsAll(senders(truth));
        // What is found beyond them is told of in some packet, and never made up.
        assertThat(stations).allSatisfy(station -> assertThat(truthText)
                .containsPattern("(?<![\\w.:])" + Pattern.quote(station) + "(?![\\w:])"));
    }

    private static Set<String> senders(Json truth) {
        Set<String> senders = new TreeSet<>();
        for (Json host : truth.at("hosts").list()) {
            if (host.at("seen").text().equals("source")
                    && host.at("kind").text().equals("unicast")) {
                senders.add(host.at("ip").text());
            }
        }
        return senders;
    }
}
