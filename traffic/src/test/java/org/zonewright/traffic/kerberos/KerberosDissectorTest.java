package org.zonewright.traffic.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Who signs in to a domain from where, and with how weak a cipher; never a ticket.
class KerberosDissectorTest {
    private static final String REQUEST = """
            6a 4a 30 48                                  # AS-REQ
            a1 03 02 01 05                               # version 5
            a2 03 02 01 0a                               # type 10
            a4 3c 30 3a                                  # body
              a0 07 03 05 00 40 00 00 00                 # options
              a1 11 30 0f a0 03 02 01 01 a1 08 30 06 1b 04 'hmi$'
              a2 06 1b 04 'OT.X'
              a3 14 30 12 a0 03 02 01 02 a1 0b 30 09 1b 04 'cifs' 1b 01 's'
            """;

    private static final String ANSWER = """
            6b 1d 30 1b                                  # AS-REP
            a0 03 02 01 05
            a1 03 02 01 0b
            a6 0f 30 0d a0 03 02 01 17 a2 06 04 04 aa aa aa aa   # sealed with RC4
            """;

    private static final String ERROR = """
            7e 11 30 0f
            a0 03 02 01 05
            a1 03 02 01 1e
            a6 03 02 01 19                               # pre-authentication required
            """;

    private final KerberosDissector dissector = new KerberosDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 40_000, 88);

    @Test
    void aRequestTellsHostRealmAndService() {
        assertThat(dissector.probe(bytes(REQUEST), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(REQUEST), observer))
                .isEqualTo(bytes(REQUEST).length());
        assertThat(observer.lines())
                .containsExactly(
                        "request kerberos 10",
                        "identity SENDER name hmi HIGH",
                        "identity SENDER kerberos.realm OT.X MEDIUM",
                        "identity RECEIVER kerberos.realm OT.X HIGH",
                        "identity SENDER kerberos.service cifs/s HIGH");
    }

    @Test
    void anAccountOfAPersonIsPersonal() {
        dissector.dissect(bytes(REQUEST.replace("'hmi$'", "'anna'")), observer);
        assertThat(observer.lines()).contains("identity SENDER account anna HIGH");
    }

    @Test
    void anAnswerTellsTheEncryption() {
        dissector.dissect(bytes(ANSWER), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly("answer kerberos 10", "identity SENDER kerberos.encryption rc4-hmac HIGH");
    }

    @Test
    void theFirstStepOfPreauthenticationIsNoRefusal() {
        observer.flowState(10);
        dissector.dissect(bytes(ERROR), observer.fromServer());
        assertThat(observer.lines()).containsExactly("answer kerberos 10");
    }

    @Test
    void overTcpALengthComesFirst() {
        RecordingObserver tcp = new RecordingObserver().ports(Transport.TCP, 40_000, 88);
        String message = "00 00 00 4c " + REQUEST;
        assertThat(dissector.probe(bytes(message), tcp)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(message), tcp)).isEqualTo(80);
        assertThat(tcp.lines()).contains("identity SENDER name hmi HIGH");
        HostileInput.survives(dissector, bytes(message));
    }

    @Test
    void otherTrafficIsRefusedAndDamageSurvived() {
        assertThat(dissector.probe(bytes("16 03 01 00 3e 01 00 00 3a 03 03 aa aa aa aa aa aa"), observer))
                .isEqualTo(Probe.NO);
        HostileInput.survives(dissector, bytes(REQUEST), Transport.UDP, 40_000, 88);
        HostileInput.survives(dissector, bytes(ANSWER), Transport.UDP, 40_000, 88);
        HostileInput.survives(dissector, bytes(ERROR), Transport.UDP, 40_000, 88);
    }
}
