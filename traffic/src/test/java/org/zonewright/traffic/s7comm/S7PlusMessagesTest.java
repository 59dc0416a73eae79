package org.zonewright.traffic.s7comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;
import org.zonewright.traffic.tpkt.TpktDissector;

/// Newer controllers are written to by S7comm-plus; writes must not hide behind the digest of version 3.
class S7PlusMessagesTest {
    private static final String SESSION = """
            72 01 00 2f                         # version 1
            32 00 00 04 ca 00 00 00 01 36       # answer, Create Object
            82 3f 00 15 1b                      # attribute 319: text of 27 bytes
            31 3b 36 45 53 37 20 32 31 31 2d 31 42 45 33 31 2d 30 58 42 30 20 3b 56 33 2e 30
            72 01 00 00
            """;

    private final S7PlusMessages messages = new S7PlusMessages();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aWriteBehindADigestIsCounted() {
        messages.read(bytes("""
                72 03 00 2a
                20 0000000000000000000000000000000000000000000000000000000000000000
                31 00 00 04 f2 00 00 00 06   # request, Set Variable
                """), observer);
        assertThat(observer.lines()).containsExactly("request s7comm-plus 0x04f2");
    }

    @Test
    void theFirstAnswerNamesOrderNumberAndFirmware() {
        messages.read(bytes(SESSION), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "answer s7comm-plus 0x04ca",
                        "identity SENDER model 6ES7 211-1BE31-0XB0 HIGH",
                        "identity SENDER firmware V3.0 HIGH");
    }

    @Test
    void eventsAreNotRequests() {
        messages.read(bytes("72 fe 00 00 31 00 00 04 f2"), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(new TpktDissector(), bytes("03 00 00 35 02 f0 80" + SESSION));
    }
}
