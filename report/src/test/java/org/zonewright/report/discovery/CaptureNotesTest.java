package org.zonewright.report.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.CaptureSummary.Clock;
import org.zonewright.facts.CaptureSummary.Families;
import org.zonewright.facts.CaptureSummary.ProtocolShare;
import org.zonewright.facts.CaptureSummary.Quality;
import org.zonewright.facts.CaptureSummary.Twins;

/// Each flaw of a capture is told in words that an engineer can act on, and a whole capture is not talked down.
class CaptureNotesTest {
    private static CaptureSummary capture(Quality quality, List<ProtocolShare> protocols, Families families) {
        return new CaptureSummary(
                "a.pcap",
                "pcap",
                List.of("ethernet"),
                100,
                1000,
                Optional.empty(),
                Optional.empty(),
                quality,
                protocols,
                families);
    }

    private static List<String> notes(CaptureSummary capture) {
        return CaptureNotes.of(capture).stream().map(Texts.english()::say).toList();
    }

    @Test
    void aWholeCaptureHasNone() {
        assertThat(notes(capture(Quality.NONE, List.of(), Families.NONE))).isEmpty();
    }

    @Test
    void everyFlawIsToldWithItsShare() {
        Quality quality = new Quality(
                4,
                0,
                1,
                0,
                0,
                2,
                0,
                1,
                50,
                9,
                96,
                3,
                new Twins(300, 1, 5, 6),
                new Clock(1, Duration.ofSeconds(125), 70, 2, Duration.ofHours(25), 80, 7));
        List<ProtocolShare> shares =
                List.of(new ProtocolShare("", 1, 25, 9, 0, 0, 0), new ProtocolShare("modbus", 1, 75, 9, 8, 3, 1));
        assertThat(notes(capture(quality, shares, Families.NONE)))
                .containsExactly(
                        "9 frames were dropped by the recorder.",
                        "4 frames are cut short (snap length 96): what stood behind was not seen.",
                        "2 gaps in TCP streams: segments that the capture does not have.",
                        "1 of 3 TCP conversations (33 %) were seen in one direction only.",
                        "1 frame has headers that were not understood.",
                        "At least 1 of 300 frames that can be compared (< 1 %) are there twice, as two mirrored ports"
                                + " give them: volumes and repetitions count too much.",
                        "At least 5 frames are there before and behind a router: their volumes count twice.",
                        "6 conversations have a VLAN tag in one direction only: the mirror port strips tags of what it"
                                + " sends or receives.",
                        "1 silence in dense traffic, the longest 2 min 5 s before frame 70: the recorder stood still,"
                                + " or the network.",
                        "The clock stepped back 2 times, by 1 d 1 h at most, first at frame 80: times before and after"
                                + " do not compare.",
                        "7 frames stand less than a second before their forerunner.",
                        "25 packets (25 %) are of protocols that were not recognised.",
                        "modbus: 3 of 8 requests have a code without a known name.",
                        "modbus: 1 message breaks its rules.");
    }

    @Test
    void aFamilyThatOneOfSeveralCapturesShowsWasSeen() {
        CaptureSummary one = capture(Quality.NONE, List.of(), new Families(List.of("DNP3"), List.of("Modbus", "KNX")));
        CaptureSummary two = capture(Quality.NONE, List.of(), new Families(List.of("Modbus"), List.of("DNP3", "KNX")));
        assertThat(CaptureNotes.familiesNotSeen(List.of(one, two))).containsExactly("KNX");
    }
}
