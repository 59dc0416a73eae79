package org.zonewright.traffic.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Firmware and configurations travel by TFTP, after the request between ports of their own.
class TftpDissectorTest {
    private static final String REQUEST = "00 02 'plc.bin' 00 'octet' 00";

    private final TftpDissector dissector = new TftpDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 40_000, 69);

    @Test
    void aWriteRequestIsATransfer() {
        assertThat(dissector.probe(bytes(REQUEST), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(REQUEST), observer);
        assertThat(observer.lines()).containsExactly("request tftp 2");
    }

    @Test
    void aFirstFullBlockIsKnownOnAnyPortAndAShortOneIsNot() {
        assertThat(dissector.probe(bytes("00 03 00 01" + " 41".repeat(512)), observer))
                .isEqualTo(Probe.YES);
        assertThat(dissector.probe(bytes("00 03 00 01 41"), observer)).isEqualTo(Probe.UNSURE);
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("00 01 00 00 00 06 01 03 00 00 00 02"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(REQUEST));
    }
}
