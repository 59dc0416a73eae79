package org.zonewright.traffic.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A search makes every TwinCAT station say what it is; a route lets a stranger in, and its password must not be
/// told.
class AmsDiscoveryTest {
    private static final String FOUND = """
            03 66 14 71 00 00 00 00
            01 00 00 80                # Identify, answer
            05 0d 75 60 01 01 10 27    # net id, port 10000
            03 00 00 00                # three items
            05 00 0a 00 'CX_0D7560' 00
            04 00 18 00                # operating system, cut after its numbers
            18 00 00 00 06 00 00 00 00 00 00 00 00 00 00 00 03 00 00 00 00 00 00 00
            03 00 04 00 02 0b b4 08    # TwinCAT 2.11, build 2228
            """;

    private static final String ADD_ROUTE = """
            03 66 14 71 00 00 00 00
            06 00 00 00                # Add Route
            c0 a8 01 63 01 01 10 27
            05 00 00 00
            0c 00 05 00 'ENG1' 00
            07 00 06 00 c0 a8 01 63 01 01
            0d 00 06 00 'Admin' 00
            02 00 07 00 'secret' 00
            05 00 05 00 'ENG1' 00
            """;

    private final AmsDiscovery dissector = new AmsDiscovery();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 48899, 48899);

    @Test
    void aStationThatIsFoundTellsWhatItIs() {
        assertThat(dissector.probe(bytes(FOUND), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(FOUND), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "answer ads-discovery 1",
                        "identity SENDER ads.net-id 5.13.117.96.1.1 HIGH",
                        "identity SENDER name CX_0D7560 HIGH",
                        "identity SENDER operating-system Windows CE 6.0 HIGH",
                        "identity SENDER firmware TwinCAT 2.11.2228 HIGH");
    }

    @Test
    void aRouteIsAskedForAndRefused() {
        dissector.dissect(bytes(ADD_ROUTE), observer);
        dissector.dissect(
                bytes("03 66 14 71 00 00 00 00 06 00 00 80 05 0d 75 60 01 01 10 27 01 00 00 00 01 00 04 00 04 "
                        + "07 00 00"),
                observer);
        assertThat(observer.lines())
                .contains(
                        "request ads-discovery 6",
                        "identity SENDER account Admin HIGH",
                        "identity SENDER name ENG1 HIGH",
                        "answer ads-discovery 6 refused")
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("00 01 00 00 00 06 01 03 00 00 00 02"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(FOUND), Transport.UDP, 48899, 48899);
        HostileInput.survives(dissector, bytes(ADD_ROUTE), Transport.UDP, 48899, 48899);
    }
}
