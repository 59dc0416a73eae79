package org.zonewright.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.inventory.FactsProblem;

/// Protects the memory of a week of watching: what goes on is summed, not piled up, what is beyond the bound is
/// counted and said, and no frame number opens a frame of another file.
class ContributionUnionTest {
    private static final Source RING = new Source("tap", "tap_*.pcap", "watched", Basis.OBSERVED);
    private static final VantagePoint TAP = new VantagePoint("tap", "", List.of());
    private static final Function READ = new Function("modbus", "3", "Read", FunctionClass.READ);

    private static Contribution part(String file, long from, int... servers) {
        ConversationTableBuilder table = new ConversationTableBuilder();
        for (int server : servers) {
            int row = table.add(
                    new ConversationTableBuilder.Key(
                            TAP,
                            Transport.TCP,
                            new Ipv4Address(1),
                            new Ipv4Address(server),
                            -1,
                            502,
                            "modbus",
                            ProtocolEvidence.CONTENT),
                    new ConversationTableBuilder.Volume(3, 2, 300, 200, from, from + 10, 7, 1),
                    DirectionEvidence.HANDSHAKE,
                    Outcome.ESTABLISHED);
            table.addFunction(row, READ, 1, true, 3, 2, 0, 8);
        }
        IdentityFact name = new IdentityFact(
                TAP,
                new Ipv4Address(1),
                Attribute.NAME,
                "hmi",
                "lldp",
                Confidence.HIGH,
                Basis.OBSERVED,
                new SourceRef.InCapture(file, 4, -1));
        return new Contribution(
                new Source("tap", file, "sha256:" + file, Basis.OBSERVED),
                Optional.of(new CaptureSummary(
                        file,
                        "pcap",
                        List.of("ethernet"),
                        10,
                        1000,
                        Optional.of(Instant.ofEpochSecond(from)),
                        Optional.of(Instant.ofEpochSecond(from + 10)),
                        CaptureSummary.Quality.NONE)),
                table.build(),
                List.of(name),
                List.of(),
                List.of(new LinkSighting(TAP, new MacAddress(5), new Ipv4Address(1), 3, 2, 0)),
                List.of(),
                Map.of());
    }

    private static ContributionUnion union(int conversations) {
        return new ContributionUnion(
                RING, false, new ContributionUnion.Bound(conversations, 100, 100, 100), FactsProblem.SEEN_TWICE);
    }

    @Test
    void whatGoesOnIsSummedAndTakesNoMoreRoom() {
        ContributionUnion union = union(10);
        union.add(part("tap_1.pcap", 100, 7));
        int size = union.size();
        for (int i = 2; i <= 1000; i++) {
            union.add(part("tap_" + i + ".pcap", 100L * i, 7));
        }
        assertThat(union.size()).isEqualTo(size);
        Contribution all = union.contribution();
        ConversationTable.Cursor row = all.conversations().cursor();
        assertThat(row.next()).isTrue();
        assertThat(row.packetsA()).isEqualTo(3000);
        assertThat(row.flows()).isEqualTo(1000);
        assertThat(row.firstNanos()).isEqualTo(100);
        assertThat(row.lastNanos()).isEqualTo(100_010);
        assertThat(row.nextFunction()).isTrue();
        assertThat(row.requests()).isEqualTo(3000);
        assertThat(row.next()).isFalse();
        assertThat(all.links().getFirst().packets()).isEqualTo(3000);
        assertThat(all.capture().orElseThrow().frames()).isEqualTo(10_000);
        assertThat(all.capture().orElseThrow().lastTime()).contains(Instant.ofEpochSecond(100_010));
        assertThat(all.problems()).isEmpty();
    }

    @Test
    void aStatementKeepsItsOwnPlaceAndOrderDoesNotMatter() {
        ContributionUnion one = union(10);
        one.add(part("tap_1.pcap", 100, 7));
        one.add(part("tap_2.pcap", 200, 8));
        ContributionUnion two = union(10);
        two.add(part("tap_2.pcap", 200, 8));
        two.add(part("tap_1.pcap", 100, 7));
        assertThat(one.contribution().identities())
                .isEqualTo(two.contribution().identities())
                .singleElement()
                .extracting(IdentityFact::where)
                .isEqualTo(new SourceRef.InCapture("tap_1.pcap", 4, -1));
    }

    @Test
    void frameNumbersOfOtherFilesAreNotKept() {
        ContributionUnion union = union(10);
        union.add(part("tap_1.pcap", 100, 7));
        ConversationTable.Cursor row = union.contribution().conversations().cursor();
        assertThat(row.next()).isTrue();
        assertThat(row.firstFrame()).isZero();
        assertThat(row.nextFunction()).isTrue();
        assertThat(row.functionFrame()).isZero();
        assertThat(union.contribution().links().getFirst().firstFrame()).isZero();
    }

    @Test
    void frameNumbersOfTheSameFileAreKept() {
        ContributionUnion union =
                new ContributionUnion(RING, true, ContributionUnion.Bound.DEFAULT, FactsProblem.SEEN_TWICE);
        union.add(part("tap_*.pcap", 100, 7));
        ConversationTable.Cursor row = union.contribution().conversations().cursor();
        assertThat(row.next()).isTrue();
        assertThat(row.firstFrame()).isEqualTo(7);
        assertThat(row.nextFunction()).isTrue();
        assertThat(row.functionFrame()).isEqualTo(8);
    }

    @Test
    void aKnownFunctionStillCountsWhereTheBoundIsReached() {
        ContributionUnion union =
                new ContributionUnion(RING, false, new ContributionUnion.Bound(10, 1, 10, 10), FactsProblem.SEEN_TWICE);
        union.add(part("tap_1.pcap", 100, 7));
        union.add(part("tap_2.pcap", 200, 7, 8));
        ConversationTable.Cursor row = union.contribution().conversations().cursor();
        assertThat(row.next() && row.nextFunction()).isTrue();
        assertThat(row.requests()).isEqualTo(6);
        assertThat(row.next()).isTrue();
        assertThat(row.nextFunction()).isFalse();
        assertThat(union.contribution().problems()).hasSize(1);
    }

    @Test
    void whatIsBeyondTheBoundIsCountedAndSaid() {
        ContributionUnion union = union(2);
        union.add(part("tap_1.pcap", 100, 7, 8, 9));
        union.add(part("tap_2.pcap", 200, 7, 9, 10));
        Contribution all = union.contribution();
        assertThat(all.conversations().size()).isEqualTo(2);
        assertThat(all.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(FactsProblem.SEEN_TWICE);
            assertThat(problem.message().arguments()).containsExactly("conversations", "3");
        });
        ConversationTable.Cursor row = all.conversations().cursor();
        assertThat(row.next()).isTrue();
        assertThat(row.packetsA()).as("a known conversation still counts").isEqualTo(6);
    }
}
