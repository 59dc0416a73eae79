package org.zonewright.traffic.telnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A Telnet server's banner says what the device is; nothing that is typed may come out but the account.
class TelnetDissectorTest {
    private static final String NEGOTIATION = "ff fd 18 ff fb 01 ff fa 18 01 ff f0"; // do, will, terminal type
    private static final String BANNER = "0d 0a 'EDS-405A' 1b '[2J' 0d 0a 0d 0a 'login: '";

    private final TelnetDissector dissector = new TelnetDissector();
    private final RecordingObserver client = new RecordingObserver().ports(Transport.TCP, 40_000, 23);

    private void server(String hex) {
        client.fromServer();
        assertThat(dissector.dissect(bytes(hex), client)).isEqualTo(bytes(hex).length());
    }

    @Test
    void theBannerIsTextWithoutCommands() {
        assertThat(dissector.probe(bytes(NEGOTIATION), client)).isEqualTo(Probe.YES);
        server(NEGOTIATION);
        server(BANNER);
        assertThat(client.lines()).containsExactly("identity SENDER description EDS-405A login: MEDIUM");
    }

    @Test
    void theAccountIsTheLineBehindItsPromptAndNothingFurtherIsRead() {
        long asked = 1 | 8;
        client.flowState(asked);
        assertThat(dissector.dissect(bytes("'admin' 0d 0a"), client)).isEqualTo(7);
        assertThat(dissector.dissect(bytes("'hidden' 0d 0a"), client)).isEqualTo(Dissector.DONE);
        assertThat(client.lines()).containsExactly("identity SENDER account admin MEDIUM");
    }

    @Test
    void whatIsTypedBehindAPasswordPromptIsNotTold() {
        server(NEGOTIATION);
        server("'Password: '");
        RecordingObserver typed = new RecordingObserver().ports(Transport.TCP, 40_000, 23);
        typed.flowState(client.flowState());
        dissector.dissect(bytes("'hidden' 0d 0a"), typed);
        assertThat(typed.lines()).isEmpty();
    }

    @Test
    void textOfAConnectionJoinedLateIsNotTold() {
        server("'enable secret hidden' 0d 0a");
        assertThat(client.lines()).isEmpty();
    }

    @Test
    void otherTrafficIsRefusedAndDamageSurvived() {
        assertThat(dissector.probe(bytes("16 03 01 00 3e"), client)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), new RecordingObserver()))
                .isEqualTo(Probe.NO);
        HostileInput.survives(dissector, bytes(NEGOTIATION + BANNER));
    }
}
