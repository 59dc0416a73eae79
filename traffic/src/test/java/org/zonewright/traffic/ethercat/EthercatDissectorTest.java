package org.zonewright.traffic.ethercat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A frame passes twice, and only what goes out is asked; a drive's firmware written over the fieldbus is a program.
class EthercatDissectorTest {
    private static final String PADDED = "04 10 07 02 00 00 00 00"; // four bytes of commands, then padding
    private static final String ADDRESS = """
            1b 10                # 27 bytes of commands
            02 49 ff ff 10 00    # APWR to the second slave, station address register
            02 80 00 00          # two bytes, more follow
            01 10 00 00          # address 0x1001; obeyed by none yet
            07 4a 00 00 30 01    # BRD of the state
            01 00 00 00
            00 00 00
            00 00                # padding
            """;
    private static final String RETURNED = """
            1b 10
            02 49 00 00 10 00 02 80 00 00
            01 10 01 00          # obeyed by one
            07 4a 02 00 30 01 01 00 00 00
            01 02 00
            """;
    private static final String FIRMWARE = """
            20 10                # 32 bytes
            05 10 01 10 00 10    # FPWR to slave 0x1001, memory 0x1000
            14 00 00 00          # 20 bytes
            0e 00 00 00 00 14    # mailbox: 14 bytes, files, first
            02 00 00 00 00 00    # write, no password
            'firmware'
            00 00
            """;
    private static final String IDENTITY = """
            1c 10                # 28 bytes
            04 11 01 10 80 10    # FPRD from slave 0x1001, memory 0x1080
            10 00 00 00          # 16 bytes
            0a 00 00 00 00 23    # mailbox: 10 bytes, CANopen, second
            00 30                # SDO response
            43 18 10 02          # upload, expedited, four bytes of 0x1018:2
            52 30 2c 04
            01 00
            """;

    private final EthercatDissector dissector = new EthercatDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.ETHERNET, 0, 0);

    @Test
    void aFrameWithPaddingIsRecognised() {
        assertThat(dissector.probe(bytes(PADDED), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(PADDED), observer)).isEqualTo(8);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void theAddressesOfSlavesAreTheMasters() {
        dissector.dissect(bytes(ADDRESS), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request ethercat 2",
                        "request ethercat address",
                        "number SENDER ethercat.slave-address 4097",
                        "request ethercat 7");
    }

    @Test
    void aFrameThatCameBackAsksNothing() {
        assertThat(dissector.dissect(bytes(RETURNED), observer.clientMac(new MacAddress(0x021b1b000001L))))
                .isEqualTo(29);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void aFileWrittenIsAProgram() {
        dissector.dissect(bytes(FIRMWARE), observer);
        assertThat(observer.lines()).containsExactly("request ethercat 5", "request ethercat foe/2");
        assertThat(EthercatFunctions.describe(EthercatFunctions.FOE | 2).functionClass())
                .isEqualTo(FunctionClass.PROGRAM);
    }

    @Test
    void aSlaveTellsItsProductToTheMaster() {
        dissector.dissect(bytes(IDENTITY), observer.clientMac(new MacAddress(0x021b1b000001L)));
        assertThat(observer.lines())
                .containsExactly("identity 00:1b:1b:00:00:01 ethercat.slave-product-code 4097: 0x042c3052 HIGH");
    }

    @Test
    void aStateAskedForIsNotJustAWrite() {
        dissector.dissect(bytes("0e 10 08 01 00 00 20 01 02 00 00 00 08 00 00 00"), observer);
        assertThat(observer.lines()).containsExactly("request ethercat 8", "request ethercat al/8");
    }

    @Test
    void aLengthBeyondTheFrameOrAnUnknownTypeIsRefused() {
        assertThat(dissector.dissect(bytes("ff 17 00 00"), observer)).isEqualTo(Dissector.MALFORMED);
        assertThat(dissector.dissect(bytes("02 f0 00 00"), observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(PADDED));
        HostileInput.survives(dissector, bytes(ADDRESS));
        HostileInput.survives(dissector, bytes(FIRMWARE));
        observer.clientMac(new MacAddress(0x021b1b000001L));
        HostileInput.survives(dissector, bytes(IDENTITY));
    }
}
