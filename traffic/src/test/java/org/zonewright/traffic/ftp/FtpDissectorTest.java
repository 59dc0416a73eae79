package org.zonewright.traffic.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Files that are moved are transfers; passwords must not leave the message.
class FtpDissectorTest {
    private static final String CLIENT =
            "55 53 45 52 20 61 6e 6e 61 0d 0a 50 41 53 53 20 73 65 63 72 65 74 0d 0a 73 74 6f 72 20 70 6c 63 2e 62 69 6e 0d 0a";

    private final FtpDissector dissector = new FtpDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 40_000, 21);

    @Test
    void commandsAreReadLineByLine() {
        ByteSlice whole = bytes(CLIENT);
        int at = 0;
        while (at < whole.length()) {
            at += dissector.dissect(new ByteSlice().wrap(whole, at, whole.length() - at), observer);
        }
        assertThat(observer.lines())
                .containsExactly(
                        "request ftp USER",
                        "identity SENDER account anna HIGH",
                        "request ftp PASS",
                        "request ftp STOR");
    }

    @Test
    void theGreetingDescribesTheServer() {
        ByteSlice greeting = bytes("32 32 30 20 56 78 57 6f 72 6b 73 20 46 54 50 20 73 65 72 76 65 72 0d 0a");
        assertThat(dissector.probe(greeting, observer)).isEqualTo(Probe.UNSURE);
        dissector.dissect(greeting, observer.fromServer());
        assertThat(observer.lines()).containsExactly("identity SENDER description VxWorks FTP server MEDIUM");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(CLIENT));
    }
}
