package org.zonewright.traffic.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A ring that is open and a station with one leg are availability lost before anybody notices: both must show.
class RedundancyDissectorsTest {
    private static final String COMMON = "01 12 00 07 ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff 00 00";

    /// Version 1; test: priority, sender, port role, ring closed, transitions, time.
    private static final String TEST = "00 01 02 12 80 00 00 1b 1b 00 00 01 00 00 00 01 00 00 00 00 00 10 " + COMMON;

    private static final String LINK_DOWN = "00 01 04 0c 00 1b 1b 00 00 02 00 01 00 64 00 00 " + COMMON;

    private static final String PRP = """
            00 01 00 07                          # path 0, version 1, sequence
            14 06 00 1b 1b 00 00 03              # a station that discards duplicates
            1e 06 00 1b 1b 00 00 04              # behind a redundancy box
            00 00
            """;

    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theManagerOfARingTellsItsState() {
        MrpDissector dissector = new MrpDissector();
        dissector.dissect(bytes(TEST), observer);
        dissector.dissect(bytes(TEST), observer);
        dissector.dissect(
                bytes(TEST.replace("00 00 00 01 00 00 00 00 00 10", "00 00 00 00 00 01 00 00 00 10")), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request mrp 2",
                        "identity SENDER mrp.role manager HIGH",
                        "identity SENDER mrp.ring closed HIGH",
                        "identity SENDER mrp.domain ffffffffffffffffffffffffffffffff HIGH",
                        "request mrp 2",
                        "request mrp 2",
                        "identity SENDER mrp.role manager HIGH",
                        "identity SENDER mrp.ring open HIGH");
        HostileInput.survives(dissector, bytes(TEST));
    }

    @Test
    void aClientReportsItsLinks() {
        MrpDissector dissector = new MrpDissector();
        dissector.dissect(bytes(LINK_DOWN), observer);
        assertThat(observer.lines()).startsWith("request mrp 4", "identity SENDER mrp.role client HIGH");
    }

    @Test
    void doublyAttachedStationsAndTheirBoxesAreTold() {
        SupervisionDissector dissector = new SupervisionDissector();
        dissector.dissect(bytes(PRP), observer);
        dissector.dissect(bytes(PRP), observer);
        dissector.dissect(bytes("00 01 00 08 17 06 00 1b 1b 00 00 05 00 00"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity 00:1b:1b:00:00:03 redundancy.mode PRP HIGH",
                        "identity 00:1b:1b:00:00:03 redundancy.box 00:1b:1b:00:00:04 HIGH",
                        "protocol hsr",
                        "identity 00:1b:1b:00:00:05 redundancy.mode HSR HIGH");
        HostileInput.survives(dissector, bytes(PRP));
    }
}
