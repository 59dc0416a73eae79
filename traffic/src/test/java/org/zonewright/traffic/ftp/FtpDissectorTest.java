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
    private static final String CLIENT = "'USER anna' 0d 0a 'PASS secret' 0d 0a 'stor plc.bin' 0d 0a";

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
        ByteSlice greeting = bytes("'220 VxWorks FTP server' 0d 0a");
        assertThat(dissector.probe(greeting, observer)).isEqualTo(Probe.UNSURE);
        dissector.dissect(greeting, observer.fromServer());
        assertThat(observer.lines()).containsExactly("identity SENDER description VxWorks FTP server MEDIUM");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(CLIENT));
    }
}
