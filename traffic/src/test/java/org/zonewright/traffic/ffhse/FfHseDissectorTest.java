package org.zonewright.traffic.ffhse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Field devices announce themselves; a domain downloaded is a program, whoever sends it.
class FfHseDissectorTest {
    private static final String ANNOUNCE = """
            01 f8 08 10 00 00 00 00 00 00 00 60   # system management, request, device annunciation, 96 bytes
            00 01 00 02                           # index 1 of 2
            00 00 00 00 00 00 00 00 00 00 00 00 c0 a8 01 14
            '0011510848-FR-001234' 00 00 00 00 00 00 00 00 00 00 00 00
            'FIC-301' 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20
            """;
    private static final String DOWNLOAD = "01 00 0c 89 00 00 00 01 00 00 00 10 00 00 00 00";
    private static final String REFUSED = "01 00 0e 89 00 00 00 01 00 00 00 10 00 00 00 00";

    private final FfHseDissector dissector = new FfHseDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 40_000, 1091);

    @Test
    void aDeviceAnnouncesItself() {
        dissector.dissect(bytes(ANNOUNCE), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request ff-hse 2/u16",
                        "identity SENDER ff-hse.device-id 0011510848-FR-001234 HIGH",
                        "identity SENDER name FIC-301 HIGH");
    }

    @Test
    void aDownloadIsAProgramAndMayBeRefused() {
        assertThat(dissector.probe(bytes(DOWNLOAD), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(DOWNLOAD), observer)).isEqualTo(16);
        dissector.dissect(bytes(REFUSED), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request ff-hse 3/9", "answer ff-hse 3/9 refused");
        assertThat(FfHseServices.describe(FfHseServices.code(3, 0x89))
                        .functionClass()
                        .id())
                .isEqualTo("program");
    }

    @Test
    void aProtocolThatIsNotKnownIsData() {
        dissector.dissect(bytes("00 08 20 18 00 00 00 00 00 00 00 0c"), observer);
        assertThat(observer.lines()).containsExactly("request ff-hse 8/u24");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(ANNOUNCE));
        HostileInput.survives(dissector, bytes(DOWNLOAD));
    }
}
