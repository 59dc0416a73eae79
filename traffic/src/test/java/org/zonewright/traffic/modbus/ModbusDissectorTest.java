package org.zonewright.traffic.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A write that is taken for a read would be approved: function codes, units and exceptions must be read exactly.
class ModbusDissectorTest {
    private static final String WRITE_SINGLE_REGISTER = """
            00 07        # transaction 7
            00 00        # protocol 0 = Modbus
            00 06        # 6 bytes follow
            11           # unit 17
            06           # Write Single Register
            00 01 00 03  # register 1 = 3
            """;

    private final ModbusDissector dissector = new ModbusDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aWriteIsCountedWithItsUnit() {
        assertThat(dissector.dissect(bytes(WRITE_SINGLE_REGISTER), observer)).isEqualTo(12);
        assertThat(observer.lines()).containsExactly("request modbus 6 unit 17");
    }

    @Test
    void anExceptionIsARefusedAnswer() {
        ByteSlice exception = bytes("""
                00 07 00 00 00 03 11
                86           # exception to function 6
                02           # illegal data address
                """);
        dissector.dissect(exception, observer.fromServer());
        assertThat(observer.lines()).containsExactly("answer modbus 6 unit 17 refused", "number SENDER modbus.unit 17");
    }

    @Test
    void aGatewayThatDoesNotReachAUnitShowsThatItIsOne() {
        ByteSlice exception = bytes("""
                00 07 00 00 00 03 11
                86           # exception to function 6
                0b           # the target device did not answer
                """);
        dissector.dissect(exception, observer.fromServer());
        assertThat(observer.lines())
                .containsExactly("answer modbus 6 unit 17 refused", "number SENDER modbus.gateway-exception 11");
    }

    @Test
    void deviceIdentificationNamesVendorProductAndRevision() {
        ByteSlice answer = bytes("""
                00 01 00 00 00 1b 01
                2b 0e        # function 43, MEI type 14
                01 01 00 00  # basic, conformity 1, nothing more, next 0
                03           # three objects
                00 04 41 63 6d 65        # vendor "Acme"
                01 05 50 4c 43 2d 39     # product code "PLC-9"
                02 04 56 31 2e 32        # revision "V1.2"
                """);
        assertThat(dissector.dissect(answer, observer.fromServer())).isEqualTo(33);
        assertThat(observer.lines())
                .contains(
                        "behind SENDER modbus.unit 1 vendor Acme HIGH",
                        "behind SENDER modbus.unit 1 model PLC-9 HIGH",
                        "behind SENDER modbus.unit 1 firmware V1.2 HIGH");
    }

    @Test
    void everyCutAsksForMoreOrSkipsTheRest() {
        ByteSlice whole = bytes(WRITE_SINGLE_REGISTER);
        for (int length = 0; length < whole.length(); length++) {
            int result = dissector.dissect(new ByteSlice().wrap(whole, 0, length), new RecordingObserver());
            assertThat(result).isIn(Dissector.NEED_MORE, whole.length());
        }
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("474554202f20485454502f312e310d0a"), observer))
                .isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes("474554202f20485454502f312e310d0a"), observer))
                .isEqualTo(Dissector.MALFORMED);
    }
}
