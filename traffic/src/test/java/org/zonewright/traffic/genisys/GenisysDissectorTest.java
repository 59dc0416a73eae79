package org.zonewright.traffic.genisys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Setting a railway signal takes two messages, control and execute; both must stand out from the polls.
class GenisysDissectorTest {
    private static final String POLL = "fb 01 83 40 f6"; // station 1, check
    private static final String ACKNOWLEDGE = "f1 01 f6";
    private static final String INDICATION = "f2 01 24 05 b8 5f f6"; // byte 0x24 is 5
    private static final String CONTROL = "fc 01 00 05 00 00 f6";

    private final GenisysDissector dissector = new GenisysDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 40_000, 10001);

    @Test
    void aMessageIsProvedByItsCheck() {
        assertThat(dissector.probe(bytes(POLL), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.probe(bytes(INDICATION), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.probe(bytes(ACKNOWLEDGE), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.probe(bytes(CONTROL), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void escapedBytesOfTheCheckAreReadAsOne() {
        // The check of this message is 0xb7f1, whose low byte is sent as f0 01.
        assertThat(dissector.probe(bytes("fc 01 c0 05 f0 01 b7 f6"), observer)).isEqualTo(Probe.YES);
    }

    @Test
    void pollsAndControlsAreCountedWithTheStation() {
        assertThat(dissector.dissect(bytes(POLL + ACKNOWLEDGE), observer)).isEqualTo(5);
        dissector.dissect(bytes(ACKNOWLEDGE), observer.fromServer());
        dissector.dissect(bytes(CONTROL), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request genisys 0xfb unit 1",
                        "number RECEIVER genisys.station 1",
                        "number SENDER genisys.station 1",
                        "answer genisys 0xfb unit 1",
                        "request genisys 0xfc unit 1",
                        "number RECEIVER genisys.station 1");
    }

    @Test
    void aMessageEndsWithItsEnd() {
        assertThat(dissector.dissect(bytes("fb 01 83"), observer)).isEqualTo(Dissector.NEED_MORE);
        assertThat(dissector.dissect(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(POLL));
        HostileInput.survives(dissector, bytes(INDICATION));
        HostileInput.survives(dissector, bytes(CONTROL));
    }
}
