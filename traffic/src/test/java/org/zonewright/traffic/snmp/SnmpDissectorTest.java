package org.zonewright.traffic.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Switches tell who they are by SNMP; community strings must not leave the message.
class SnmpDissectorTest {
    private static final String GET = """
            30 26 02 01 01                              # version 2c
            04 06 'secret'                              # community
            a0 19 02 01 07 02 01 00 02 01 00            # get
            30 0e 30 0c 06 08 2b 06 01 02 01 01 01 00 05 00
            """;

    private static final String ANSWER = """
            30 3b 02 01 01 04 06 'secret'
            a2 2e 02 01 07 02 01 00 02 01 00
            30 23
            30 10 06 08 2b 06 01 02 01 01 05 00 04 04 'sw-1'
            30 0f 06 08 2b 06 01 02 01 01 02 00 06 03 2b 06 01
            """;

    private static final String TRAP = """
            30 1d 02 01 00 04 06 'secret'
            a4 10 06 05 2b 06 01 04 01 40 04 0a 00 00 01 02 01 00
            """;

    private final SnmpDissector dissector = new SnmpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void anAnswerTellsTheName() {
        dissector.dissect(bytes(GET), observer);
        dissector.dissect(bytes(ANSWER), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER snmp.version 2c HIGH",
                        "request snmp 0",
                        "identity SENDER snmp.version 2c HIGH",
                        "answer snmp 0",
                        "identity SENDER name sw-1 HIGH",
                        "identity SENDER snmp.object-id 1.3.6.1 HIGH")
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void aTrapTellsTheObjectIdOfItsSender() {
        dissector.dissect(bytes(TRAP), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER snmp.version 1 HIGH",
                        "request snmp 4",
                        "identity SENDER snmp.object-id 1.3.6.1.4.1 HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(GET));
        Cuts.survives(dissector, bytes(ANSWER));
        Cuts.survives(dissector, bytes(TRAP));
    }
}
