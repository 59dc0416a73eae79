package org.zonewright.traffic.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.traffic.CaptureBuilder;

/// Packets that a Linux firewall logged are read like any other, in whichever byte order it wrote its attributes.
class NflogTest {
    private static final int NFLOG = 239;

    private static final String UDP =
            "45 00 00 1c 00 01 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02" // 10.0.0.1 > 10.0.0.2
                    + "9c 40 01 f6 00 08 00 00"; // ports 40000 and 502, no payload

    private static final String LITTLE = "02 00 00 2a" // IPv4, version 0, group 42
            + "08 00 01 00 00 00 03 00" // 8 bytes, type 1: packet header
            + "05 00 0a 00 00 00 00 00" // 5 bytes and padding, type 10: prefix
            + "10 00 08 00 00 06 00 00 02 00 00 00 00 01 00 00" // type 8: the sender's address, 6 bytes of it
            + "20 00 09 00" // 32 bytes, type 9: the packet
            + UDP;

    private static final String BIG = "02 00 00 2a 00 08 00 01 00 00 03 00 00 20 00 09" + UDP;

    @Test
    void aLoggedPacketIsAConversation() {
        for (String frame : new String[] {LITTLE, BIG}) {
            Contribution facts =
                    new CaptureBuilder().linkType(NFLOG).frame(frame).read();
            ConversationTable.Cursor row = facts.conversations().cursor();
            assertThat(row.next()).isTrue();
            assertThat(row.a() + " " + row.b() + " " + row.transport() + " " + row.portB())
                    .isEqualTo("10.0.0.1 10.0.0.2 udp 502");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void whatIsCutOrLiesIsCountedAsNotDecoded() {
        byte[] whole = CaptureBuilder.hex(LITTLE);
        int toThePacket = whole.length - 28;
        for (int length = 0; length < toThePacket; length++) {
            Contribution facts = new CaptureBuilder()
                    .linkType(NFLOG)
                    .frame(Arrays.copyOf(whole, length))
                    .read();
            assertThat(facts.conversations().cursor().next()).isFalse();
            assertThat(facts.capture().orElseThrow().quality().undecodedFrames())
                    .as("cut at %d", length)
                    .isEqualTo(1);
        }
    }
}
