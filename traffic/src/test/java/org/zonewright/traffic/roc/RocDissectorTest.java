package org.zonewright.traffic.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Flow computers are written to and logged in to with short messages on any port; the check proves them.
class RocDissectorTest {
    private static final String CLOCK = "01 02 03 04 07 00 3b bf"; // to unit 1 of group 2 from 3 of 4, opcode 7
    private static final String WRITE = """
            01 02 03 04 b5 05 01 01 01 01 42   # opcode 181: one parameter, point type, logical, parameter, value
            be 12                              # check
            """;
    private static final String LOGIN = """
            01 02 03 04 11 06 'OP1' 12 34 01 41 bc   # opcode 17: operator, number, access
            """;
    private static final String FORWARD = """
            01 02 03 04 18 0d                  # opcode 24, 13 bytes
            01 02 03 04 05 06 07 08 09 0a      # host, four stations
            0b 01 42                           # opcode 11, one byte
            0c 0b
            """;

    private final RocDissector dissector = new RocDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 40_000, 4000);

    @Test
    void theCheckProvesAMessage() {
        assertThat(dissector.probe(bytes(CLOCK), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.probe(bytes(WRITE + CLOCK), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.probe(bytes("01 02 03 04 07 00 3b be"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void opcodesAreCountedWithTheUnitsAddress() {
        assertThat(dissector.dissect(bytes(WRITE), observer)).isEqualTo(13);
        dissector.dissect(bytes("01 02 03 04 b5 00 00 00"), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request roc 181",
                        "number RECEIVER roc.address 1",
                        "number RECEIVER roc.group 2",
                        "number SENDER roc.address 3",
                        "number SENDER roc.group 4",
                        "answer roc 181");
        assertThat(RocOpcodes.describe(181).functionClass().id()).isEqualTo("write");
    }

    @Test
    void anErrorRefusesTheOpcodeItNames() {
        dissector.dissect(bytes(WRITE), observer);
        dissector.dissect(bytes("03 04 01 02 ff 02 06 b5 00 00"), observer.fromServer());
        assertThat(observer.lines()).contains("answer roc 181 refused");
    }

    @Test
    void theOperatorIsAnAccountAndTheNumberIsNotTold() {
        dissector.dissect(bytes(LOGIN), observer);
        assertThat(observer.lines()).contains("request roc 17", "identity SENDER account OP1 HIGH");
        assertThat(observer.lines()).noneMatch(line -> line.contains("3412") || line.contains("1234"));
    }

    @Test
    void anOpcodeSentOnCountsToo() {
        dissector.dissect(bytes(FORWARD), observer);
        assertThat(observer.lines()).contains("request roc 24", "request roc 11");
    }

    @Test
    void aMessageIsReadWhole() {
        assertThat(dissector.dissect(bytes("01 02 03 04 b5 05 01"), observer)).isEqualTo(Dissector.NEED_MORE);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(CLOCK));
        HostileInput.survives(dissector, bytes(LOGIN));
        HostileInput.survives(dissector, bytes(FORWARD));
    }
}
