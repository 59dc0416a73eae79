package org.zonewright.traffic.opcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dcerpc.DcerpcDissector;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A client of OPC that writes looks like one that reads, but for a number whose meaning was agreed on before.
class OpcCallsTest {
    private static final String BIND = """
            05 00 0e 03 10 00 00 00 48 00 00 00 04 00 00 00   # alter context, 72 bytes, call 4
            d0 16 d0 16 00 00 00 00
            01 00 00 00                                       # one context
            02 00 01 00                                       # context 2
            52 3a c1 39 1e 01 d0 11 96 75 00 20 af d8 ad b3   # IOPCSyncIO
            00 00 00 00
            04 5d 88 8a eb 1c c9 11 9f e8 08 00 2b 10 48 60 02 00 00 00
            """;

    private static String call(String type, String id, String contextAndMethod) {
        return "05 00 " + type + " 03 10 00 00 00 20 00 00 00" + id + "00 00" // 32 bytes
                + "08 00 00 00" + contextAndMethod + "00 00 00 00 00 00 00 00";
    }

    private final Dissector dissector = new DcerpcDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aWriteIsToldFromARead() {
        dissector.dissect(bytes(BIND), observer);
        dissector.dissect(bytes(call("00", "05 00", "02 00 04 00")), observer);
        dissector.dissect(bytes(call("03", "05 00", "02 00 00 00")), observer); // a fault
        dissector.dissect(bytes(call("00", "06 00", "02 00 03 00")), observer);
        dissector.dissect(bytes(call("02", "06 00", "02 00 00 00")), observer);
        dissector.dissect(bytes(call("02", "86 00", "02 00 00 00")), observer); // of an earlier call
        assertThat(observer.lines())
                .containsExactly(
                        "protocol opc-da",
                        "request opc-da IOPCSyncIO/4",
                        "answer opc-da IOPCSyncIO/4 refused",
                        "request opc-da IOPCSyncIO/3",
                        "answer opc-da IOPCSyncIO/3");
        int write = (OpcInterface.number(0x39c13a52, 0x9675_0020_afd8_adb3L) << 8) | 4;
        assertThat(OpcCalls.OPC_DA.function(write).name()).isEqualTo("IOPCSyncIO.Write");
        assertThat(OpcCalls.OPC_DA.function(write).functionClass().id()).isEqualTo("write");
    }

    @Test
    void aCallOfAnotherContextIsNotTakenForOne() {
        dissector.dissect(bytes(BIND), observer);
        dissector.dissect(bytes(call("00", "05 00", "01 00 04 00")), observer);
        dissector.dissect(bytes(call("02", "05 00", "01 00 00 00")), observer);
        assertThat(observer.lines()).containsExactly("protocol opc-da");
    }

    @Test
    void aCallWithoutItsBindingIsNotGuessedAt() {
        dissector.dissect(bytes(call("00", "05 00", "00 00 04 00")), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void everyInterfaceIsFoundByItsId() {
        assertThat(OpcInterface.number(0x39c13a4d, 0x9675_0020_afd8_adb3L)).isEqualTo(1);
        assertThat(OpcInterface.number(0xf31dfde2, 0xb2d8_0060_083b_a1fbL)).isEqualTo(12);
        assertThat(OpcInterface.number(0x6516_8851, 0x84a0_0060_8cb8_a7e9L)).isEqualTo(14);
        assertThat(OpcInterface.number(0x99fc_fec4, 0xbbcb_00aa_0021_347aL)).isZero();
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(BIND));
        HostileInput.survives(dissector, bytes(call("00", "05 00", "02 00 04 00")));
    }
}
