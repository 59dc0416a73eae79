package org.zonewright.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemKind;

/// Protects the small rules of watching: which files are one ring, what counts as told, and what a recorder's words
/// mean.
class WatchPartsTest {
    @Test
    void filesOfOneRingShareAName() {
        assertThat(RingNames.of("tap-1_00001_20261123010203.pcapng"))
                .isEqualTo(RingNames.of("tap-1_00002_20261123020304.pcapng"))
                .isEqualTo("tap-1_*.pcapng");
        assertThat(RingNames.of("core-2026-11-23T01:02:03.pcap")).isEqualTo("core-*.pcap");
        assertThat(RingNames.of("cap.pcap12")).isEqualTo(RingNames.of("cap.pcap3"));
    }

    @Test
    void tapsOfOneFolderStayApart() {
        assertThat(RingNames.of("tap-1.pcap")).isEqualTo("tap-1.pcap");
        assertThat(RingNames.of("tap-1_00001_20261123010203.pcapng"))
                .isNotEqualTo(RingNames.of("tap-2_00001_20261123010203.pcapng"));
    }

    @Test
    void theSameAddressInAnotherRealmIsNews() {
        Known known = new Known();
        assertThat(known.isKnown("192.168.0.10", "cell-1", Set.of("cell-1", "cell-2")))
                .isFalse();
        known.add("192.168.0.10", "cell-1");
        assertThat(known.isKnown("192.168.0.10", "cell-1", Set.of("cell-1", "cell-2")))
                .isTrue();
        assertThat(known.isKnown("192.168.0.10", "cell-2", Set.of("cell-1", "cell-2")))
                .isFalse();
    }

    @Test
    void aRealmThatWasJoinedWithAnotherBringsNothingNew() {
        Known known = new Known();
        known.add("192.168.0.10", "tap/vlan 10");
        assertThat(known.isKnown("192.168.0.10", "tap", Set.of("tap"))).isTrue();
    }

    @Test
    void whatIsToldIsBounded() {
        Known known = new Known();
        for (int i = 0; i < Known.LIMIT + 10; i++) {
            known.add("a" + i, "r");
        }
        assertThat(known.isFull()).isTrue();
        assertThat(known.isKnown("never told", "r", Set.of("r"))).isTrue();
    }

    @Test
    void interfacesAreReadFromTheListsOfBothRecorders() {
        assertThat(Recorder.names("1. eth0\n2. any\n3. lo (Loopback)\n")).containsExactly("eth0", "any", "lo");
        assertThat(Recorder.names("1.eth0 [Up, Running]\n2.lo [Up]\n")).containsExactly("eth0", "lo");
    }

    @Test
    void wordsOfARecorderBecomeProblemsWithTheRightHint() {
        Optional<Recorder> recorder = Recorder.find(String.valueOf(System.getenv("PATH")));
        recorder.ifPresent(found -> {
            assertThat(kind(found, "You don't have permission to capture on that device"))
                    .isEqualTo(WatchProblem.NO_RIGHT);
            assertThat(kind(found, "socket: Operation not permitted")).isEqualTo(WatchProblem.NO_RIGHT);
            assertThat(kind(found, "tcpdump: eth7: No such device exists")).isEqualTo(WatchProblem.NO_INTERFACE);
            assertThat(kind(found, "There is no device named \"eth7\"")).isEqualTo(WatchProblem.NO_INTERFACE);
            assertThat(kind(found, "something else")).isEqualTo(WatchProblem.RECORDER_FAILED);
        });
    }

    private static ProblemKind kind(Recorder recorder, String said) {
        Problem problem = recorder.problem("eth7", said);
        return problem.kind();
    }
}
