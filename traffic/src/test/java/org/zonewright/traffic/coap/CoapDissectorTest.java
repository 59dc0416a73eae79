package org.zonewright.traffic.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Small devices are read, written and searched by four bytes; a write must not pass for a read.
class CoapDissectorTest {
    private static final String PUT = """
            41 03 12 34 07       # confirmable, PUT, id 0x1234, token 7
            b5 'valve'           # path
            ff '1'
            """;

    private static final String SEARCH = "40 01 00 01 bb '.well-known' 04 'core'";

    private final CoapDissector dissector = new CoapDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 40000, 5683);

    @Test
    void aWriteAndItsRefusalAreCounted() {
        assertThat(dissector.probe(bytes(PUT), observer)).isEqualTo(Probe.UNSURE);
        dissector.dissect(bytes(PUT), observer);
        dissector.dissect(bytes("61 85 12 34 07"), observer.fromServer()); // 4.05 with the acknowledgement
        assertThat(observer.lines()).containsExactly("request coap 0.03", "answer coap 0.03 refused");
    }

    @Test
    void anAnswerToAnotherIdIsNotTakenForThisOne() {
        dissector.dissect(bytes(PUT), observer);
        dissector.dissect(bytes("61 44 12 35 07"), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request coap 0.03");
    }

    @Test
    void aSearchForResourcesIsDiscovery() {
        dissector.dissect(bytes(SEARCH), observer);
        assertThat(observer.lines()).containsExactly("request coap 0.01");
        assertThat(dissector.protocol().function(0x101).functionClass().id()).isEqualTo("discover");
        assertThat(dissector.protocol().function(1).functionClass().id()).isEqualTo("read");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("12 34 01 00 00 01 00 00 00 00 00 00"), observer))
                .isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("4f 01 00 01"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(PUT), Transport.UDP, 40000, 5683);
        HostileInput.survives(dissector, bytes(SEARCH), Transport.UDP, 40000, 5683);
    }
}
