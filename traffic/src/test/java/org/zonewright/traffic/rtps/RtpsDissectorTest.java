package org.zonewright.traffic.rtps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Participants announce themselves to everyone; data that follows must not be mistaken for it.
class RtpsDissectorTest {
    private static final String HEADER = "'RTPS' 02 01 01 01 c0 a8 7a 01 00 00 3a 4c 00 00 00 01";

    private static final String ANNOUNCEMENT = HEADER + """
            09 01 08 00 8f 0b 4a 59 47 0a f3 a6   # time
            15 05 00 00                           # data, low byte first, up to the end
            00 00 10 00                           # flags, 16 bytes up to the content
            00 00 00 00 00 01 00 c2               # any reader, writer of participants
            00 00 00 00 01 00 00 00
            00 03 00 00                           # parameters, low byte first
            00 80 04 00 05 02 00 00               # product 5.2.0.0
            59 00 34 00                           # properties
            01 00 00 00
            16 00 00 00 'dds.sys_info.hostname' 00 00 00
            10 00 00 00 'scada1.plant.ex' 00
            62 00 0c 00 06 00 00 00 'Boiler' 00 00
            0f 80 04 00 07 00 00 00               # domain 7
            01 00 00 00
            """;

    private final RtpsDissector dissector = new RtpsDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 40000, 7400);

    @Test
    void aParticipantIsNamed() {
        assertThat(dissector.probe(bytes(ANNOUNCEMENT), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(ANNOUNCEMENT), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request rtps participant",
                        "number SENDER rtps.vendor-id 257",
                        "identity SENDER rtps.implementation RTI Connext HIGH",
                        "identity SENDER rtps.guid-prefix c0a87a0100003a4c00000001 HIGH",
                        "identity SENDER rtps.product-version 5.2.0.0 HIGH",
                        "identity SENDER name scada1.plant.ex HIGH",
                        "identity SENDER rtps.participant Boiler HIGH",
                        "number SENDER rtps.domain 7");
    }

    @Test
    void dataIsNotAnAnnouncement() {
        dissector.dissect(
                bytes(HEADER + "15 05 18 00 00 00 10 00 00 00 00 00 00 00 0a 03 00 00 00 00 01 00 00 00 00 01 00 00"),
                observer);
        assertThat(observer.lines()).containsExactly("request rtps data");
    }

    @Test
    void aPingIsRecognised() {
        assertThat(dissector.probe(bytes("'RTPS' 02 01 01 01 'NDDSPING'"), observer))
                .isEqualTo(Probe.YES);
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'RTSP/1.0 200 OK' 0d 0a"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("12 34 01 00 00 01 00 00 00 00 00 00"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(ANNOUNCEMENT), Transport.UDP, 40000, 7400);
    }
}
