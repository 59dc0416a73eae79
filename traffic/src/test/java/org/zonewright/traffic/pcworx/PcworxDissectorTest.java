package org.zonewright.traffic.pcworx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A controller that an engineering tool asks gives its type, firmware and order number.
class PcworxDissectorTest {
    private static final String ASK = "01 06 00 0e 00 02 00 00 00 00 00 4c 04 00";
    private static final String ANSWER = """
            81 06 00 b0 00 02 00 01 00 00 00 00 00 02 00 00 00 4c 00 00 00 06 00 98 82 95 00 4a 00 00
            'ILC 131 ETH' 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            '4.42' 00 00 00 00 00 00 00 00 00  # firmware at 66
            '11/26/15' 00 00 00 00             # at 79
            '18:46:55' 00 '04'                 # at 91
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            '2700973' 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            """;

    private final PcworxDissector dissector = new PcworxDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 40_000, 1962);

    @Test
    void aControllerIsIdentified() {
        assertThat(dissector.probe(bytes(ASK), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(ASK), observer)).isEqualTo(14);
        dissector.dissect(bytes(ANSWER), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request pcworx 0x06",
                        "answer pcworx 0x06",
                        "identity SENDER vendor Phoenix Contact MEDIUM",
                        "identity SENDER model ILC 131 ETH HIGH",
                        "identity SENDER firmware 4.42 HIGH",
                        "identity SENDER pcworx.firmware-build 11/26/15 18:46:55 HIGH",
                        "identity SENDER pcworx.order-number 2700973 HIGH");
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
