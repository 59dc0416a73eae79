package org.zonewright.traffic.saia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Stopping a controller must be told from reading it, and a refusal from an answer.
class SaiaDissectorTest {
    private static final String VERSION = """
            00 00 00 0d 01 00 00 01    # 13 bytes, version 1, S-Bus, sequence 1
            00 0a 20                   # request to station 10: read firmware version
            53 18                      # check
            """;
    private static final String ANSWER = """
            00 00 00 14 00 00 00 01
            01 'D2M48' '020' 00        # response: PCD2.M48x, firmware 020
            fa c9
            """;
    private static final String STOP = "00 00 00 0d 01 00 00 02 00 0a 43 00 00"; // own processor
    private static final String REFUSED = "00 00 00 0d 00 00 00 02 02 00 01 00 00";

    private final SaiaDissector dissector = new SaiaDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 2467, 5050);

    @Test
    void aControllerTellsItsType() {
        assertThat(dissector.probe(bytes(VERSION), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(VERSION), observer)).isEqualTo(13);
        dissector.dissect(bytes(ANSWER), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request saia 32 unit 10",
                        "answer saia 32 unit 10",
                        "identity SENDER vendor Saia-Burgess Controls MEDIUM",
                        "identity SENDER model D2M48 HIGH",
                        "identity SENDER firmware 020 HIGH");
    }

    @Test
    void aStopIsAProgramFunctionAndMayBeRefused() {
        dissector.dissect(bytes(STOP), observer);
        dissector.dissect(bytes(REFUSED), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request saia 67 unit 10", "answer saia 67 unit 10 refused");
        assertThat(SaiaCommands.describe(67).functionClass().id()).isEqualTo("program");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'M-SEARCH * HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(VERSION));
        HostileInput.survives(dissector, bytes(ANSWER));
        HostileInput.survives(dissector, bytes(REFUSED));
    }
}
