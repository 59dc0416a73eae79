package org.zonewright.traffic.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A controller is stopped by one of nine commands; net ids are how these stations know each other.
class AdsDissectorTest {
    private static final String WRITE_CONTROL = """
            00 00 28 00 00 00                                   # 40 bytes follow
            05 0d 75 60 01 01 10 27 c0 a8 01 63 01 01 03 80     # from 192.168.1.99.1.1
            05 00 04 00 08 00 00 00 00 00 00 00 01 00 00 00     # Write Control, request, 8 bytes
            06 00 00 00 00 00 00 00                             # state: stop
            """;
    private static final String DEVICE_INFO = """
            00 00 38 00 00 00
            c0 a8 01 63 01 01 03 80 05 0d 75 60 01 01 10 27
            01 00 05 00 18 00 00 00 00 00 00 00 02 00 00 00     # Read Device Info, response, 24 bytes
            00 00 00 00 03 01 b6 0f                             # good, 3.1.4022
            50 6c 63 33 30 20 41 70 70 00 00 00 00 00 00 00     # Plc30 App
            """;

    private final AdsDissector dissector = new AdsDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aCommandIsCountedAndTheSenderNamedOnce() {
        assertThat(dissector.probe(bytes(WRITE_CONTROL), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(WRITE_CONTROL), observer)).isEqualTo(46);
        dissector.dissect(bytes(WRITE_CONTROL), observer);
        assertThat(observer.lines())
                .containsExactly("identity SENDER ads.net-id 192.168.1.99.1.1 HIGH", "request ads 5", "request ads 5");
    }

    @Test
    void aResultOtherThanGoodRefuses() {
        dissector.dissect(
                bytes(WRITE_CONTROL.replace("05 00 04 00", "05 00 05 00").replace("06 00 00 00 00", "04 07 00 00 00")),
                observer.fromServer());
        assertThat(observer.lines()).contains("answer ads 5 refused");
    }

    @Test
    void deviceInfoNamesTheService() {
        dissector.dissect(bytes(DEVICE_INFO), observer.fromServer());
        assertThat(observer.lines())
                .contains(
                        "answer ads 1",
                        "identity SENDER ads.device-version 3.1.4022 HIGH",
                        "identity SENDER ads.device Plc30 App HIGH");
    }

    @Test
    void everyCutAsksForMoreOrSkipsTheRest() {
        ByteSlice whole = bytes(WRITE_CONTROL);
        for (int length = 0; length < whole.length(); length++) {
            int result = dissector.dissect(new ByteSlice().wrap(whole, 0, length), new RecordingObserver());
            assertThat(result).isIn(Dissector.NEED_MORE, whole.length());
        }
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice http = bytes("474554202f20485454502f312e310d0a".repeat(3));
        assertThat(dissector.probe(http, observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(http, observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(WRITE_CONTROL));
        HostileInput.survives(dissector, bytes(DEVICE_INFO));
    }
}
