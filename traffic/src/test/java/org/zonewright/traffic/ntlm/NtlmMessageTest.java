package org.zonewright.traffic.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Names of both ends are read; challenge and response, which are secrets, never leave the message.
class NtlmMessageTest {
    private static final String CHALLENGE = """
            'NTLMSSP' 00 02 00 00 00  # challenge
            04 00 04 00 38 00 00 00              # target name
            01 02 00 02                          # flags: UTF-16, version
            aa aa aa aa aa aa aa aa 00 00 00 00 00 00 00 00
            14 00 14 00 3c 00 00 00              # target information
            06 01 b1 1d 00 00 00 0f              # version 6.1 build 7601
            w'OT'
            02 00 04 00 w'OT'
            01 00 08 00 w'SRV1'
            00 00 00 00
            """;

    private static final String AUTHENTICATE = """
            'NTLMSSP' 00 03 00 00 00  # authenticate
            00 00 00 00 58 00 00 00 00 00 00 00 58 00 00 00
            04 00 04 00 48 00 00 00              # domain
            08 00 08 00 4c 00 00 00              # account
            0a 00 0a 00 54 00 00 00              # workstation
            00 00 00 00 5e 00 00 00
            01 02 00 02
            05 01 28 0a 00 00 00 0f              # version 5.1 build 2600
            w'OT' w'anna' w'HMI-1'
            """;

    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aChallengeNamesTheServer() {
        NtlmMessage.tell(bytes("00 'NT'" + CHALLENGE), 0, observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER operating-system Windows 6.1 build 7601 MEDIUM",
                        "identity SENDER windows.domain OT HIGH",
                        "identity SENDER name SRV1 HIGH");
    }

    @Test
    void anAuthenticationNamesTheClient() {
        NtlmMessage.tell(bytes(AUTHENTICATE), 0, observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER windows.domain OT MEDIUM",
                        "identity SENDER account anna HIGH",
                        "identity SENDER name HMI-1 HIGH",
                        "identity SENDER operating-system Windows 5.1 build 2600 MEDIUM");
    }

    @Test
    void cutMessagesTellWhatIsThere() {
        ByteSlice whole = bytes(AUTHENTICATE);
        for (int length = 0; length < whole.length(); length++) {
            NtlmMessage.tell(new ByteSlice().wrap(whole, 0, length), 0, observer);
        }
        assertThat(observer.lines()).noneMatch(line -> line.contains("HMI-1"));
    }
}
