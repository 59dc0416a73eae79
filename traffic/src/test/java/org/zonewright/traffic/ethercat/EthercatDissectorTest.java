package org.zonewright.traffic.ethercat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A fieldbus in Ethernet frames is recognised, and nothing else on its port is.
class EthercatDissectorTest {
    private static final String COMMAND = "04 10 07 02 00 00 00 00"; // four bytes of commands, then padding

    private final EthercatDissector dissector = new EthercatDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.ETHERNET, 0, 0);

    @Test
    void aFrameWithPaddingIsRecognised() {
        assertThat(dissector.probe(bytes(COMMAND), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(COMMAND), observer)).isEqualTo(8);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void aLengthBeyondTheFrameOrAnUnknownTypeIsRefused() {
        assertThat(dissector.dissect(bytes("ff 17 00 00"), observer)).isEqualTo(Dissector.MALFORMED);
        assertThat(dissector.dissect(bytes("02 f0 00 00"), observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(COMMAND));
    }
}
