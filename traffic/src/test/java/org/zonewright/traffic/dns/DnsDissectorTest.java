package org.zonewright.traffic.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Names belong to the addresses that answers give, not to those who ask or answer.
class DnsDissectorTest {
    private static final String ANSWER = """
            00 07 81 80 00 01 00 02 00 00 00 00  # answer: one question, two records
            03 'web' 02 'ot' 00 00 01 00 01      # web.ot, A
            c0 0c 00 05 00 01 00 00 00 3c 00 05  # is another name for
            02 68 31 c0 10                        # h1.ot
            c0 24 00 01 00 01 00 00 00 3c 00 04 0a 00 00 09
            """;

    private static final String REVERSE = """
            00 07 81 80 00 01 00 01 00 00 00 00
            01 39 01 30 01 30 02 31 30 07 'in-addr' 04 'arpa' 00 00 0c 00 01  # 9.0.0.10.in-addr.arpa
            c0 0c 00 0c 00 01 00 00 00 3c 00 07
            02 68 31 02 'ot' 00
            """;

    private static final String LOOP = """
            00 07 81 80 00 01 00 01 00 00 00 00
            c0 0c 00 01 00 01                    # a name that points at itself
            c0 0c 00 01 00 01 00 00 00 3c 00 04 0a 00 00 09
            """;

    private final DnsDissector dissector = new DnsDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 53, 40_000);

    @Test
    void theAnsweredAddressGetsTheName() {
        assertThat(dissector.probe(bytes(ANSWER), observer)).isEqualTo(Probe.UNSURE);
        dissector.dissect(bytes(ANSWER), observer);
        assertThat(observer.lines()).containsExactly("answer dns 0", "identity 10.0.0.9 name h1.ot MEDIUM");
    }

    @Test
    void aReverseNameIsReadBack() {
        dissector.dissect(bytes(REVERSE), observer);
        assertThat(observer.lines()).contains("identity 10.0.0.9 name h1.ot MEDIUM");
    }

    @Test
    void overTcpTheLengthStandsBeforeTheMessage() {
        RecordingObserver tcp = new RecordingObserver().ports(Transport.TCP, 53, 40_000);
        ByteSlice whole = bytes("00 39" + ANSWER);
        assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, 20), tcp)).isEqualTo(Dissector.NEED_MORE);
        assertThat(dissector.dissect(whole, tcp)).isEqualTo(whole.length());
        assertThat(tcp.lines()).contains("identity 10.0.0.9 name h1.ot MEDIUM");
    }

    @Test
    void aNameThatPointsAtItselfEnds() {
        dissector.dissect(bytes(LOOP), observer);
        assertThat(observer.lines()).doesNotContain("weird");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(ANSWER));
        Cuts.survives(dissector, bytes(REVERSE));
        Cuts.survives(dissector, bytes(LOOP));
    }
}
