package org.zonewright.traffic.iec104;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A station sends every command back to confirm it: that must not read as a command by the station, and a negative
/// confirmation not as a done one.
class Iec104DissectorTest {
    private static final String COMMAND = """
            68 0e 02 00 04 00   # I format, 14 bytes
            2d 01 06 00         # C_SC_NA_1, one object, activation
            0a 00               # common address 10
            01 00 00 01         # object 1: on
            """;

    private final Iec104Dissector dissector = new Iec104Dissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 49152, 2404);

    @Test
    void aCommandIsCountedAndNamesTheStation() {
        assertThat(dissector.probe(bytes(COMMAND), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(COMMAND), observer)).isEqualTo(16);
        assertThat(observer.lines())
                .containsExactly("request iec104 45", "number RECEIVER iec104.asked-common-address 10");
    }

    @Test
    void aConfirmationIsAReportAndAnswersTheCommand() {
        dissector.dissect(bytes(COMMAND.replace("06 00", "47 00")), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request iec104 45", "answer iec104 45 refused", "number SENDER iec104.common-address 10");
        assertThat(Iec104Dissector.IEC104.function(45).functionClass()).isEqualTo(FunctionClass.OPERATE);
        assertThat(Iec104Dissector.IEC104.function(AsduTypes.REPORT | 45).functionClass())
                .isEqualTo(FunctionClass.READ);
    }

    @Test
    void anUnknownCommonAddressIsNotTheStations() {
        dissector.dissect(bytes(COMMAND.replace("06 00", "6e 00")), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request iec104 45", "answer iec104 45 refused");
    }

    @Test
    void aSequenceOfObjectsHasOneAddress() {
        dissector.dissect(bytes("68 10 00 00 00 00 01 83 14 00 01 00 64 00 00 01 00 01"), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request iec104 1", "number SENDER iec104.common-address 1");
    }

    @Test
    void aSizeThatDoesNotFitItsTypeIsReported() {
        dissector.dissect(bytes(COMMAND.replace("2d 01", "2d 02")), observer);
        assertThat(observer.lines()).contains("weird length 1", "request iec104 45");
    }

    @Test
    void startAndTestFramesHaveNoFunction() {
        assertThat(dissector.probe(bytes("680407000000"), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes("680443000000"), observer)).isEqualTo(6);
        assertThat(dissector.dissect(bytes("680401000200"), observer)).isEqualTo(6);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void aMessageIsReadWhole() {
        ByteSlice whole = bytes(COMMAND);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), observer))
                    .isEqualTo(Dissector.NEED_MORE);
        }
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice other = bytes("68656c6c6f20776f726c640d0a"); // "hello world"
        assertThat(dissector.probe(other, observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(other, observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(COMMAND));
        HostileInput.survives(dissector, bytes("680407000000"));
    }
}
