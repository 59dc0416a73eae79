package org.zonewright.traffic.c37118;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Whoever turns a measuring unit's stream on or off must be seen, and which units stand behind a stream.
class PhasorDissectorTest {
    private static final String TURN_ON = """
            aa 41 00 12              # command frame of version 1, 18 bytes
            00 3c                    # stream 60
            48 93 2f 83 00 00 00 00  # second, fraction
            00 02 12 34              # turn on; check
            """;
    private static final String CONFIGURATION = """
            aa 31 00 46 00 3c        # configuration frame 2, 70 bytes, stream 60
            48 93 2f 83 00 00 00 00
            00 0f 42 40 00 01        # time base, one station
            'PMU1            '
            00 3d 00 07              # station 61, format
            00 01 00 00 00 00        # one phasor, no analog, no digital
            'VA              '
            00 00 04 c4              # unit of the phasor
            00 01 00 01              # 50 Hz, one change
            00 32 81 d2              # 50 frames a second; check
            """;
    private static final String CONFIGURATION_3 = """
            aa 52 00 6c 00 3c        # configuration frame 3 of version 2, 108 bytes
            48 93 2f 83 00 00 00 00
            00 00                    # one part
            00 0f 42 40 00 01        # time base, one station
            05 'North'
            00 3d                    # station 61
            00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff
            00 07                    # format
            00 01 00 01 00 00        # one phasor, one analog, no digital
            02 'VA' 01 'P'
            00 00 00 00 00 00 00 00 00 00 00 00  # scale of the phasor
            00 00 00 00 00 00 00 00  # scale of the analog
            00 00 00 00 00 00 00 00 00 00 00 00  # where
            4d 00 00 00 00 00 00 00 00           # class M, window, delay
            00 01 00 01 00 32 81 d2
            """;
    private static final String DATA = """
            aa 01 00 18 00 3c 48 93 2f 83 00 00 00 00
            00 00 12 34 56 78 00 00  # status, one phasor
            81 d2
            """;

    private final PhasorDissector dissector = new PhasorDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void turningAStreamOnIsSeenAndAnsweredByTheFirstData() {
        assertThat(dissector.probe(bytes(TURN_ON), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(TURN_ON), observer)).isEqualTo(18);
        dissector.dissect(bytes(DATA), observer.fromServer());
        dissector.dissect(bytes(DATA), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request c37118 4/2",
                        "number RECEIVER c37118.stream-id 60",
                        "request c37118 0",
                        "answer c37118 4/2",
                        "number SENDER c37118.stream-id 60",
                        "request c37118 0",
                        "number SENDER c37118.stream-id 60");
        assertThat(PhasorDissector.C37118
                        .function(PhasorFunctions.command(PhasorFunctions.TURN_ON))
                        .functionClass())
                .isEqualTo(FunctionClass.CONFIGURE);
    }

    @Test
    void aConfigurationNamesTheStation() {
        assertThat(dissector.dissect(bytes(CONFIGURATION), observer)).isEqualTo(70);
        assertThat(observer.lines())
                .containsExactly(
                        "request c37118 3",
                        "number SENDER c37118.stream-id 60",
                        "identity SENDER c37118.station PMU1 HIGH",
                        "number SENDER c37118.station-id 61",
                        "identity SENDER name PMU1 MEDIUM");
    }

    @Test
    void namesOfConfigurationFrame3HaveTheirLengthBefore() {
        assertThat(dissector.dissect(bytes(CONFIGURATION_3), observer)).isEqualTo(108);
        assertThat(observer.lines())
                .contains(
                        "identity SENDER c37118.station North HIGH",
                        "number SENDER c37118.station-id 61",
                        "identity SENDER c37118.global-id 00112233445566778899aabbccddeeff HIGH");
    }

    @Test
    void aHeaderFrameIsTextForPeople() {
        dissector.dissect(bytes("aa 11 00 15 00 3c 48 93 2f 83 00 00 00 00 'North' 81 d2"), observer);
        assertThat(observer.lines()).contains("identity SENDER description North MEDIUM");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes("aa 61 00 12 00 3c 48 93 2f 83 00 00 00 00 00 02"), observer))
                .isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(TURN_ON));
        HostileInput.survives(dissector, bytes(CONFIGURATION));
        HostileInput.survives(dissector, bytes(CONFIGURATION_3));
        HostileInput.survives(dissector, bytes(DATA));
    }
}
