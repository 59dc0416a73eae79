package org.zonewright.traffic.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Mail servers say what software they are in their first line; accounts and mails behind it are not read.
class GreetingDissectorTest {
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theGreetingIsTheServersDescription() {
        Dissector smtp = GreetingDissector.smtp();
        assertThat(smtp.probe(bytes("'220 mail.plant ESMTP Postfix' 0d 0a"), observer))
                .isEqualTo(Probe.YES);
        assertThat(smtp.dissect(bytes("'220 mail.plant ESMTP Postfix' 0d 0a"), observer))
                .isEqualTo(Dissector.DONE);
        GreetingDissector.pop3().dissect(bytes("'+OK Dovecot ready.' 0d 0a"), observer);
        GreetingDissector.imap().dissect(bytes("'* OK IMAP4rev1 ready' 0d 0a"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER description mail.plant ESMTP Postfix MEDIUM",
                        "identity SENDER description Dovecot ready. MEDIUM",
                        "identity SENDER description OK IMAP4rev1 ready MEDIUM");
    }

    @Test
    void aClientMayGiveItsName() {
        GreetingDissector.smtp().dissect(bytes("'EHLO alarm-pc' 0d 0a"), observer);
        GreetingDissector.smtp().dissect(bytes("'EHLO [10.0.0.7]' 0d 0a"), observer);
        assertThat(observer.lines()).containsExactly("identity SENDER name alarm-pc LOW");
    }

    @Test
    void otherTrafficIsRefusedAndDamageSurvived() {
        assertThat(GreetingDissector.smtp().probe(bytes("'220 FTP ready' 0d 0a"), observer))
                .isEqualTo(Probe.NO);
        HostileInput.survives(GreetingDissector.smtp(), bytes("'220 mail.plant ESMTP Postfix' 0d 0a"));
        HostileInput.survives(GreetingDissector.imap(), bytes("'* OK IMAP4rev1 ready' 0d 0a"));
    }
}
