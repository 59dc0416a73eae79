package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects `enforce` at its door, over the example: what is written, what is refused, and what a proof says about a
/// write that somebody was not approved for.
class EnforceTest {
    private static final String SITE = Waterworks.FOLDER.toString();

    @TempDir
    private Path folder = Path.of("");

    private Program.Run enforce(String... more) throws IOException, InterruptedException {
        return Program.in(folder, Program.words(more, "enforce", SITE, "--at", Waterworks.DAY));
    }

    @Test
    void aProofOverTheExampleHoldsAndNamesTheWriteThatPortsCannotTell() throws IOException, InterruptedException {
        for (String target : List.of("nftables", "iptables", "pfsense", "opnsense", "fortigate", "cisco-asa")) {
            Program.Run run = enforce(
                    "--device",
                    "fw-core",
                    "--target",
                    target,
                    "--format",
                    "json",
                    "--prove",
                    Waterworks.CAPTURES.toString());
            assertThat(run.exit()).as(run.err()).isZero();
            Json proof = Json.read(run.out()).at("proof");
            assertThat(proof.at("holds").toString()).isEqualTo("true");
            assertThat(proof.at("allowedUnapproved").list()).isEmpty();
            assertThat(proof.at("approvedBlocked").list()).isEmpty();
            assertThat(proof.at("beyondPrecision").list()).singleElement().satisfies(one -> {
                assertThat(one.at("client").text()).isEqualTo("10.30.0.22");
                assertThat(one.at("flows").toString()).contains("f-b-hmi");
                assertThat(one.at("beyond").toString()).contains("Write Single Register");
                assertThat(one.at("first").at("frame").toString()).matches("\\d+");
            });
            assertThat(proof.at("notProvedFor").toString()).contains("start-up", "shutdown", "failover", "maintenance");
            assertThat(Json.read(run.out()).at("leftOut").toString()).contains("f-support", "expired");
        }
    }

    @Test
    void rulesGoToStandardOutputAndRemarksBesideThem() throws IOException, InterruptedException {
        Program.Run run = enforce("--conduit", "operations-cell-b", "--target", "nftables");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("# Zonewright")
                .contains("ip daddr @to4.f-b-hmi tcp dport 502 ct state new counter accept comment \"f-b-hmi\"")
                .doesNotContain("counter drop", "policy drop");
        assertThat(run.err()).contains("f-b-hmi: nftables cannot tell read from write: enforced on port only.");
        assertThat(enforce("--conduit", "operations-cell-b", "--target", "nftables")
                        .out())
                .as("the same bytes again")
                .isEqualTo(run.out());
    }

    @Test
    void droppingWhereAnEssentialFunctionIsServedIsRefusedWithEveryReason() throws IOException, InterruptedException {
        Program.Run run = enforce(
                "--conduit",
                "operations-safety",
                "--target",
                "nftables",
                "--mode",
                "drop",
                "-o",
                folder.resolve("out").toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("operations-safety serves ef-overpressure", "no way back", "no capture covers start-up");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void everyTargetWritesItsFiles() throws IOException, InterruptedException {
        List<String> targets = List.of(
                "nftables",
                "iptables",
                "suricata",
                "pfsense",
                "opnsense",
                "fortigate",
                "cisco-asa",
                "cisco-ios",
                "zeek",
                "csv",
                "xlsx");
        for (String target : targets) {
            assertThat(enforce("--all", "--target", target, "-o", "rules").exit())
                    .as(target)
                    .isZero();
        }
        try (Stream<Path> files = Files.list(folder.resolve("rules"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "zonewright-all.asa.cfg",
                            "zonewright-all.csv",
                            "zonewright-all.fortigate.conf",
                            "zonewright-all.ios.cfg",
                            "zonewright-all.ip6tables",
                            "zonewright-all.iptables",
                            "zonewright-all.nft",
                            "zonewright-all.opnsense.xml",
                            "zonewright-all.pfsense.xml",
                            "zonewright-all.rules",
                            "zonewright-all.xlsx",
                            "zonewright-all.zeek");
        }
        byte[] sheet = Files.readAllBytes(folder.resolve("rules/zonewright-all.xlsx"));
        enforce("--all", "--target", "xlsx", "-o", "again");
        assertThat(folder.resolve("again/zonewright-all.xlsx")).hasBinaryContent(sheet);
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() throws IOException, InterruptedException {
        Program.Run conduit = enforce("--conduit", "nowhere", "--target", "csv");
        assertThat(conduit.exit()).isEqualTo(2);
        assertThat(conduit.err()).contains("enforce.unknown-conduit", "operations-cell-a");
        Program.Run unread = enforce(
                "--conduit", "operations-cell-a", "--target", "cisco-ios", "--prove", Waterworks.CAPTURES.toString());
        assertThat(unread.exit()).isEqualTo(2);
        assertThat(unread.err()).contains("enforce.not-read-back");
        Program.Run target = enforce("--conduit", "operations-cell-a", "--target", "abacus");
        assertThat(target.exit()).isEqualTo(2);
        assertThat(target.err()).contains("'abacus' is none of nftables");
    }
}
