package org.zonewright.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Ruleset;

/// Protects the promise that everything rests on: the union of contributions is the same in any order and any number
/// of times, and what was read of a file that has grown since replaces what was read before.
class FactsTest {
    private static Contribution capture(String file, String digest, String stream, long frames) {
        CaptureSummary summary = new CaptureSummary(
                file,
                "pcap",
                List.of("ethernet"),
                frames,
                frames * 100,
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH.plusSeconds(frames)),
                CaptureSummary.Quality.NONE);
        return new Contribution(
                new Source(file, file, digest, Basis.OBSERVED, stream),
                Optional.of(summary),
                ConversationTable.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static Contribution configuration(String file, String digest) {
        SourceRef at = new SourceRef.InFile(file);
        Ruleset rules =
                new Ruleset(digest, "iptables", true, List.of(), List.of(), new TreeMap<>(), List.of(), List.of(), at);
        return Contribution.ofRules(
                new Source(file, file, digest, Basis.CONFIGURED), Optional.of(rules), List.of(), Map.of());
    }

    private static List<String> digests(Facts facts) {
        return facts.contributions().stream()
                .map(contribution -> contribution.source().digest())
                .toList();
    }

    @Test
    void aGrownFileReplacesItsEarlierContribution() {
        Facts before = Facts.of(List.of(capture("a.pcap", "sha256:9", "first:1", 10)));
        Facts after = Facts.of(List.of(capture("a.pcap", "sha256:1", "first:1", 25)));
        assertThat(digests(before.union(after))).containsExactly("sha256:1");
        assertThat(digests(after.union(before))).containsExactly("sha256:1");
    }

    @Test
    void aFileThatWasWrittenAnewIsAnotherSource() {
        Facts before = Facts.of(List.of(capture("a.pcap", "sha256:1", "first:1", 10)));
        Facts after = Facts.of(List.of(capture("a.pcap", "sha256:2", "first:2", 4)));
        assertThat(digests(before.union(after))).containsExactly("sha256:1", "sha256:2");
    }

    @Test
    void theSameBeginningUnderAnotherNameIsAnotherSource() {
        Facts facts = Facts.of(
                List.of(capture("a.pcap", "sha256:1", "first:1", 10), capture("b.pcap", "sha256:1", "first:1", 10)));
        assertThat(facts.contributions()).hasSize(2);
    }

    @Test
    void theSourceOfWhatStaysIsItsOwn() {
        Contribution earlier = capture("a.pcap", "sha256:1", "first:1", 10);
        Contribution later = capture("a.pcap", "sha256:2", "first:1", 11);
        Facts facts = Facts.of(List.of(earlier, later, earlier));
        assertThat(facts.contributions().getFirst().source()).isEqualTo(later.source());
    }

    @Test
    void theRulesOfConfigurationsAreFactsLikeOthers() {
        Contribution one = configuration("fw-1.rules", "sha256:1");
        Contribution two = configuration("fw-2.rules", "sha256:2");
        Contribution traffic = capture("a.pcap", "sha256:3", "first:3", 10);
        Facts facts = Facts.of(List.of(two, traffic, one, two));
        assertThat(facts.rulesets().stream().map(Ruleset::device)).containsExactly("sha256:1", "sha256:2");
        assertThat(Facts.of(List.of(one)).union(Facts.of(List.of(two, traffic))).rulesets())
                .isEqualTo(facts.rulesets());
    }

    @Test
    void anyOrderAndRepetitionGivesTheSame() {
        List<Contribution> all = new ArrayList<>();
        for (int file = 0; file < 5; file++) {
            for (int state = 1; state <= 4; state++) {
                all.add(capture("f" + file, "sha256:" + state * 31 % 7, "first:" + file, state / 2));
            }
        }
        List<String> expected = digests(Facts.of(all));
        assertThat(expected).hasSize(5);
        Random random = new Random(62443);
        for (int i = 0; i < 50; i++) {
            List<Contribution> shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(random.nextInt(all.size()), all.size()));
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size());
            Facts one = Facts.of(shuffled.subList(0, cut));
            Facts two = Facts.of(shuffled.subList(cut, shuffled.size()));
            assertThat(digests(one.union(two))).isEqualTo(expected);
            assertThat(digests(two.union(one))).isEqualTo(expected);
        }
    }
}
