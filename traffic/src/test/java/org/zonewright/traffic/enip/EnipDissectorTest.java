package org.zonewright.traffic.enip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Encapsulation does not say who asks: a session, a list or a message taken the wrong way round would turn
/// controller and client.
class EnipDissectorTest {
    private static final String REGISTER = """
            65 00 04 00 00 00 00 00 00 00 00 00   # Register Session, 4 bytes, no session yet
            01 02 03 04 05 06 07 08 00 00 00 00
            01 00 00 00                           # version 1
            """;
    private static final String WRITE_TAG = """
            70 00 26 00 2a 1f 2b 09 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 02 00
            a1 00 04 00 d8 b1 02 98               # connection
            b1 00 12 00 6f a4                     # connected data, sequence
            4d 04 91 06 4d 6f 74 6f 72 31         # Write Tag "Motor1"
            c3 00 01 00 07 00
            """;
    private static final String IDENTITY = """
            63 00 31 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            01 00 0c 00 2b 00                     # one item, identity
            01 00 00 02 af 12 0a 01 01 a4 00 00 00 00 00 00 00 00
            01 00 0c 00 3a 00                     # vendor 1, device type 12, product code 58
            04 03 30 00 8e 4d 52 00               # revision 4.3, status, serial
            09 31 37 35 36 2d 45 4e 42 54 03      # 1756-ENBT, state
            """;

    private final EnipDissector dissector = new EnipDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aSessionIsAskedForWithoutAHandle() {
        assertThat(dissector.probe(bytes(REGISTER), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(REGISTER), observer.fromServer())).isEqualTo(28);
        dissector.dissect(bytes(REGISTER.replace("04 00 00 00", "04 00 07 00")), observer);
        assertThat(observer.lines()).containsExactly("request enip 0x0065", "answer enip 0x0065");
    }

    @Test
    void aMessageOnAConnectionIsReadBehindItsSequence() {
        assertThat(dissector.probe(bytes(WRITE_TAG), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(WRITE_TAG), observer)).isEqualTo(62);
        assertThat(observer.lines()).containsExactly("request enip 0x0070", "protocol cip", "request cip 0x4d");
    }

    @Test
    void dataGoesTheWayOfItsMessageWhoeverOpenedTheFlow() {
        dissector.dissect(bytes(WRITE_TAG), observer.fromServer());
        assertThat(observer.lines()).contains("request enip 0x0070");
    }

    @Test
    void listIdentityNamesTheStation() {
        dissector.dissect(bytes(IDENTITY), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "answer enip 0x0063",
                        "number SENDER cip.vendor-id 1",
                        "identity SENDER vendor Rockwell Automation/Allen-Bradley HIGH",
                        "number SENDER cip.device-type 12",
                        "number SENDER cip.product-code 58",
                        "identity SENDER firmware 4.3 HIGH",
                        "identity SENDER serial 00524d8e HIGH",
                        "identity SENDER model 1756-ENBT HIGH");
    }

    @Test
    void aMessageIsReadWhole() {
        ByteSlice whole = bytes(WRITE_TAG);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), observer))
                    .isEqualTo(Dissector.NEED_MORE);
        }
    }

    @Test
    void aCommandOfAnOldVersionIsData() {
        ByteSlice old = bytes("01 00 00 00" + " 00".repeat(20));
        assertThat(dissector.probe(old, observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(old, observer)).isEqualTo(24);
        assertThat(observer.lines()).containsExactly("request enip 0x0001");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice http = bytes("474554202f20485454502f312e310d0a486f73743a20610d0a0d0a");
        assertThat(dissector.probe(http, observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(http, observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void implicitMessagesAreRecognisedByTheirItems() {
        ImplicitDissector implicit = new ImplicitDissector();
        ByteSlice values = bytes("02 00 02 80 08 00 78 7b 3a 00 e8 cb 5e 04 b1 00 04 00 03 00 fd ff");
        assertThat(implicit.probe(values, observer)).isEqualTo(Probe.YES);
        assertThat(implicit.dissect(values, observer)).isEqualTo(22);
        assertThat(implicit.probe(bytes("0200028008000000"), observer)).isEqualTo(Probe.NO);
        HostileInput.survives(implicit, values, Transport.UDP, 2222, 2222);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(REGISTER));
        HostileInput.survives(dissector, bytes(WRITE_TAG));
        HostileInput.survives(dissector, bytes(IDENTITY));
    }
}
