package org.zonewright.traffic.iec61850;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Protection devices trip each other without IP: who publishes what is told once, however often it is sent.
class PublishedFrameTest {
    private static final String GOOSE_PDU = """
            61 18
            80 05 49 45 44 2f 67            # control block "IED/g"
            81 02 3a 98                     # time allowed to live
            82 04 49 45 44 2f               # data set "IED/"
            83 02 67 31                     # identifier "g1"
            84 01 00                        # time, cut
            """;
    private static final String GOOSE = "30 01 00 22 00 00 00 00 " + GOOSE_PDU;
    private static final String SAMPLED_VALUES = """
            40 00 00 1c 00 00 00 00
            60 12 80 01 02 a2 0d            # two data units
            30 05 80 03 4d 55 31            # "MU1"
            30 04 80 02 4d 32               # "M2"
            """;

    private final RecordingObserver observer = new RecordingObserver().ports(Transport.ETHERNET, 0, 0);

    @Test
    void aPublisherIsNamedOnce() {
        Dissector goose = PublishedFrame.goose();
        goose.dissect(bytes(GOOSE), observer);
        goose.dissect(bytes(GOOSE), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "number SENDER goose.app-id 12289",
                        "identity SENDER goose.control-block IED/g HIGH",
                        "identity SENDER goose.data-set IED/ HIGH",
                        "identity SENDER goose.id g1 HIGH");
    }

    private static String numbered(int state, int sequence, String flags) {
        return String.format("""
                30 01 00 24 00 00 00 00
                61 1a
                80 05 49 45 44 2f 67            # control block "IED/g"
                81 02 3a 98                     # time allowed to live
                85 01 %02x                      # state
                86 01 %02x                      # sequence
                %s
                """, state, sequence, flags);
    }

    private static final String IN_SERVICE = "87 01 00 88 01 03 89 01 00"; // no simulation, revision 3, commissioned
    private static final String UNDER_TEST = "87 01 ff 88 01 03 89 01 ff";

    @Test
    void aMessageThatDoesNotFollowTheLastIsReported() {
        Dissector goose = PublishedFrame.goose();
        goose.dissect(bytes(numbered(7, 41, IN_SERVICE)), observer);
        goose.dissect(bytes(numbered(7, 42, IN_SERVICE)), observer);
        goose.dissect(bytes(numbered(7, 42, IN_SERVICE)), observer); // a copy
        goose.dissect(bytes(numbered(8, 0, IN_SERVICE)), observer); // an event
        assertThat(observer.lines()).noneMatch(line -> line.startsWith("weird"));
        goose.dissect(bytes(numbered(8, 5, IN_SERVICE)), observer);
        goose.dissect(bytes(numbered(3, 0, IN_SERVICE)), observer);
        assertThat(observer.lines()).endsWith("weird sequence-jump 8", "weird state-jump 8");
    }

    @Test
    void revisionAndFlagsAreTold() {
        PublishedFrame.goose().dissect(bytes(numbered(1, 1, UNDER_TEST)), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "number SENDER goose.app-id 12289",
                        "identity SENDER goose.control-block IED/g HIGH",
                        "identity SENDER goose.simulation true HIGH",
                        "number SENDER goose.configuration-revision 3",
                        "identity SENDER goose.needs-commissioning true HIGH");
    }

    @Test
    void aSampleThatDoesNotFollowTheLastIsReported() {
        Dissector values = PublishedFrame.sampledValues();
        for (int count : new int[] {7, 8, 9, 0, 1, 5}) {
            values.dissect(bytes(String.format("""
                    40 00 00 1d 00 00 00 00
                    60 13 80 01 01 a2 0e
                    30 0c 80 03 4d 55 31            # "MU1"
                    82 02 00 %02x                   # count
                    83 01 01                        # revision
                    """, count)), observer);
        }
        assertThat(observer.lines())
                .containsExactly(
                        "number SENDER sv.app-id 16384",
                        "identity SENDER sv.id MU1 HIGH",
                        "number SENDER sv.configuration-revision 1",
                        "weird sample-jump 15");
    }

    @Test
    void everyDataUnitOfSampledValuesIsNamed() {
        PublishedFrame.sampledValues().dissect(bytes(SAMPLED_VALUES), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "number SENDER sv.app-id 16384",
                        "identity SENDER sv.id MU1 HIGH",
                        "identity SENDER sv.id M2 HIGH");
    }

    @Test
    void routableGooseIsTheSameBehindItsSession() {
        RoutableDissector routable = new RoutableDissector();
        String message = "01 40 a1 03 80 01 00 00 00 00 22 81 00 30 01 00 1c" + GOOSE_PDU;
        assertThat(routable.probe(bytes(message), observer)).isEqualTo(Probe.YES);
        routable.dissect(bytes(message), observer);
        assertThat(observer.lines()).contains("number SENDER goose.app-id 12289", "identity SENDER goose.id g1 HIGH");
        HostileInput.survives(routable, bytes(message), Transport.UDP, 51766, 102);
    }

    @Test
    void somethingElseInTheFrameIsReported() {
        PublishedFrame.goose().dissect(bytes("30 01 00 0a 00 00 00 00 02 00"), observer);
        assertThat(observer.lines()).containsExactly("weird pdu 8");
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(PublishedFrame.goose(), bytes(GOOSE));
        HostileInput.survives(PublishedFrame.sampledValues(), bytes(SAMPLED_VALUES));
    }
}
