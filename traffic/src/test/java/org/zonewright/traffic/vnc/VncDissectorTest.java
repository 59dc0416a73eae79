package org.zonewright.traffic.vnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A panel that can be operated without a password must show as one.
class VncDissectorTest {
    private static final String VERSION = "'RFB 003.008' 0a";
    private static final String DESKTOP = """
            04 00 03 00 20 18 00 01 00 ff 00 ff 00 ff 10 08 00 00 00 00   # 1024 by 768, pixel format
            00 00 00 07 'Panel 7'
            """;

    private final VncDissector dissector = new VncDissector();
    private final RecordingObserver client = new RecordingObserver();
    private final RecordingObserver server = new RecordingObserver().fromServer();

    /// Both observers are one flow.
    private int send(RecordingObserver from, String hex) {
        int result = dissector.dissect(bytes(hex), from);
        (from == client ? server : client).flowState(from.flowState());
        return result;
    }

    @Test
    void anOpenDesktopTellsThatItIsOpenAndItsName() {
        assertThat(dissector.probe(bytes(VERSION), server)).isEqualTo(Probe.YES);
        assertThat(send(server, VERSION)).isEqualTo(12);
        assertThat(send(client, VERSION)).isEqualTo(12);
        assertThat(send(server, "02 01 02")).isEqualTo(3);
        assertThat(send(client, "01")).isEqualTo(Dissector.DONE);
        assertThat(send(server, "00 00 00 00")).isEqualTo(4);
        assertThat(send(server, DESKTOP)).isEqualTo(Dissector.DONE);
        assertThat(server.lines())
                .containsExactly(
                        "identity SENDER vnc.version 003.008 HIGH",
                        "identity SENDER vnc.security none HIGH",
                        "identity SENDER vnc.security VNC password HIGH",
                        "identity SENDER name Panel 7 MEDIUM");
        assertThat(client.lines()).isEmpty();
    }

    @Test
    void aChallengeIsSteppedOver() {
        send(server, VERSION);
        send(client, VERSION);
        send(server, "01 02");
        send(client, "02");
        assertThat(send(server, "aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa"))
                .isEqualTo(16);
        assertThat(send(server, "00 00 00 00")).isEqualTo(4);
        send(server, DESKTOP);
        assertThat(server.lines()).contains("identity SENDER name Panel 7 MEDIUM");
    }

    @Test
    void anOldServerChoosesItself() {
        send(server, VERSION.replace("008", "003"));
        send(client, VERSION.replace("008", "003"));
        assertThat(send(server, "00 00 00 01")).isEqualTo(4);
        send(server, DESKTOP);
        assertThat(server.lines())
                .contains("identity SENDER vnc.security none HIGH", "identity SENDER name Panel 7 MEDIUM");
    }

    @Test
    void otherTrafficIsRefusedAndDamageSurvived() {
        assertThat(dissector.probe(bytes("'RFC 1149 on pigeons'"), client)).isEqualTo(Probe.NO);
        HostileInput.survives(dissector, bytes(VERSION));
        HostileInput.survives(dissector, bytes(DESKTOP));
    }
}
