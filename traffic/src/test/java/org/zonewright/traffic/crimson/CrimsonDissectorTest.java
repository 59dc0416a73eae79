package org.zonewright.traffic.crimson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// An operator panel is identified by two registers; what else is asked of it is counted as it is.
class CrimsonDissectorTest {
    private static final String ASK = "00 04 01 2b 1b 00";
    private static final String ANSWER = "00 16 01 2b 03 00 'Red Lion Controls' 00";

    private final CrimsonDissector dissector = new CrimsonDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 40_000, 789);

    @Test
    void aPanelIsIdentified() {
        assertThat(dissector.probe(bytes(ASK), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(ASK), observer)).isEqualTo(6);
        dissector.dissect(bytes("00 04 04 01 11 00"), observer);
        dissector.dissect(bytes(ANSWER), observer.fromServer());
        dissector.dissect(bytes("00 0a 01 2a 03 00 'G306a' 00"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request crimson 0x012b",
                        "request crimson 0x0401",
                        "answer crimson 0x012b",
                        "identity SENDER vendor Red Lion Controls HIGH",
                        "answer crimson 0x012a",
                        "identity SENDER model G306a HIGH");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(ASK));
        HostileInput.survives(dissector, bytes(ANSWER));
    }
}
