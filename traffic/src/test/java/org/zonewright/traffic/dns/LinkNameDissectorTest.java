package org.zonewright.traffic.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Stations without a name server name themselves on the link.
class LinkNameDissectorTest {
    private static final String MDNS = """
            00 00 84 00 00 00 00 02 00 00 00 00                            # answer, two records
            05 'panel' 05 'local' 00 00 01 80 01 00 00 00 78 00 04 0a 00 00 01
            04 '_ipp' 04 '_tcp' c0 12 00 0c 00 01 00 00 00 78 00 02 c0 0c
            """;

    private static final String LLMNR = """
            00 07 80 00 00 01 00 01 00 00 00 00
            05 'panel' 00 00 01 00 01
            c0 0c 00 01 00 01 00 00 00 1e 00 04 0a 00 00 01
            """;

    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void multicastDnsTellsHostAndServices() {
        LinkNameDissector.mdns().dissect(bytes(MDNS), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity 10.0.0.1 name panel HIGH", "identity SENDER mdns.service _ipp._tcp.local HIGH");
    }

    @Test
    void llmnrTellsTheHost() {
        LinkNameDissector.llmnr().dissect(bytes(LLMNR), observer);
        assertThat(observer.lines()).containsExactly("identity 10.0.0.1 name panel HIGH");
    }

    @Test
    void aQuestionTellsNothing() {
        LinkNameDissector.llmnr()
                .dissect(bytes("00 07 00 00 00 01 00 00 00 00 00 00 05 'panel' 00 00 01 00 01"), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(LinkNameDissector.mdns(), bytes(MDNS));
        Cuts.survives(LinkNameDissector.llmnr(), bytes(LLMNR));
    }
}
