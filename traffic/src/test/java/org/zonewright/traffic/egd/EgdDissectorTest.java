package org.zonewright.traffic.egd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Turbine controllers exchange data in groups: who produces which exchange is all there is to see, and is told once.
class EgdDissectorTest {
    private static final String DATA = """
            0d 01 4c 45                # data message, version 1, request 17740
            8c 50 01 7d 01 00 00 00    # producer 140.80.1.125, exchange 1
            9a f7 3f 3c 52 fc c4 28    # second, nanosecond
            02 00 00 00 05 00 00 00 00 00 00 00  # status, signature 5
            a9 00
            """;

    private final EgdDissector dissector = new EgdDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 18246, 18246);

    @Test
    void theProducerAndItsExchangeAreTold() {
        assertThat(dissector.probe(bytes(DATA), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(DATA), observer)).isEqualTo(34);
        assertThat(observer.lines())
                .containsExactly(
                        "request egd 13",
                        "number SENDER egd.exchange 1",
                        "number SENDER egd.configuration-signature 5",
                        "identity SENDER egd.producer 140.80.1.125 HIGH");
        dissector.dissect(bytes(DATA), observer);
        assertThat(observer.lines())
                .filteredOn(line -> line.startsWith("identity"))
                .hasSize(1);
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("0d 02 4c 45 8c 50 01 7d"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("'M-SEARCH * HTTP/1.1 and so on and on'"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(DATA));
    }
}
