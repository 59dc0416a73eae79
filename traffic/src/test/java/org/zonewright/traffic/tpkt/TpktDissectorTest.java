package org.zonewright.traffic.tpkt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Port 102 carries controllers, substations and, framed alike, remote desktops: what is inside decides, and a unit
/// in several packets must not be taken for several messages.
class TpktDissectorTest {
    private static final String CONNECT = """
            03 00 00 16        # TPKT, 22 bytes
            11 e0 00 00 00 01  # connection request
            00                 # class 0
            c0 01 0a           # unit size 1024
            c1 02 01 00        # calling selector
            c2 02 01 02        # called selector: rack 0, slot 2
            """;
    private static final String READ = """
            03 00 00 1f 02 f0 80                 # data, end of unit
            32 01 00 00 00 05 00 0e 00 00        # S7 job, 14 bytes of parameters
            04 01 12 0a 10 02 00 04 00 01 84 00 00 00
            """;

    private final TpktDissector dissector = new TpktDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 49152, 102);

    @Test
    void aConnectionRequestWithSelectorsIsSure() {
        assertThat(dissector.probe(bytes(CONNECT), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(CONNECT), observer)).isEqualTo(22);
    }

    @Test
    void aRemoteDesktopIsNotTaken() {
        ByteSlice withCookie = bytes("""
                03 00 00 20 1b e0 00 00 00 00 00
                43 6f 6f 6b 69 65 3a 20 6d 73 74 73 68 61 73 68 3d 61 0d 0a 00  # Cookie: mstshash=a
                """);
        ByteSlice withNegotiation = bytes("0300001306e0000000000001000800030000 00");
        assertThat(dissector.probe(withCookie, observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(withNegotiation, observer)).isEqualTo(Probe.NO);
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice http = bytes("474554202f20485454502f312e310d0a");
        assertThat(dissector.probe(http, observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(http, observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void dataNamesTheCarriedProtocol() {
        assertThat(dissector.probe(bytes(READ), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(READ), observer)).isEqualTo(31);
        assertThat(observer.lines()).containsExactly("protocol s7comm", "request s7comm 0x04");
    }

    @Test
    void theRestOfAUnitIsNotTakenForAMessage() {
        dissector.dissect(bytes(READ.replace("f0 80", "f0 00")), observer); // not the end of the unit
        dissector.dissect(bytes(READ), observer); // its end, though it looks like a message
        dissector.dissect(bytes(READ), observer);
        assertThat(observer.lines())
                .filteredOn(line -> line.startsWith("request"))
                .hasSize(2);
    }

    @Test
    void aUnitWithoutDataEndsAndBeginsNothing() {
        dissector.dissect(bytes("0300000702f000"), observer);
        dissector.dissect(bytes(READ), observer);
        assertThat(observer.lines()).contains("request s7comm 0x04");
    }

    @Test
    void aHeaderLongerThanItsMessageIsReported() {
        assertThat(dissector.dissect(bytes("03000007fff080"), observer)).isEqualTo(7);
        assertThat(observer.lines()).containsExactly("weird header-length 4");
    }

    @Test
    void aMessageIsReadWhole() {
        ByteSlice whole = bytes(READ);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), observer))
                    .isEqualTo(Dissector.NEED_MORE);
        }
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(CONNECT));
        HostileInput.survives(dissector, bytes(READ));
    }
}
