package org.zonewright.traffic.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.VantagePoint;
import org.zonewright.traffic.CaptureBuilder;

/// What a tunnel carries is seen as traffic of its own network, and the tunnel itself stays a conversation: mirrored
/// and bridged plant traffic must not vanish in `gre`, and its addresses must not mix with those outside.
class TunnelsTest {
    private static final byte[] READ = CaptureBuilder.hex("0001 0000 0006 01 03 0000 0002");

    private static byte[] plc() {
        return CaptureBuilder.ipv4(8, 9, 17, 1, 0, CaptureBuilder.udpDatagram(40_000, 502, READ));
    }

    /// An Ethernet frame 02:00:00:00:00:08 to 02:00:00:00:00:09 of the type.
    private static byte[] bridged(int type, byte[] payload) {
        byte[] head = CaptureBuilder.hex("02 00 00 00 00 09 02 00 00 00 00 08");
        return join(head, new byte[] {(byte) (type >> 8), (byte) type}, payload);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /// One line a row: `place | a > b transport protocol packets bytes`, place as `interface/vlans`.
    private static List<String> lines(CaptureBuilder capture) {
        List<String> lines = new ArrayList<>();
        Contribution facts = capture.read();
        ConversationTable.Cursor row = facts.conversations().cursor();
        while (row.next()) {
            VantagePoint place = row.vantage();
            lines.add("%s/%s | %s > %s %s %s %d %d"
                    .formatted(
                            place.networkInterface(),
                            place.vlanPath(),
                            row.a(),
                            row.b(),
                            row.transport(),
                            row.protocol(),
                            row.packetsA(),
                            row.bytesA()));
        }
        assertThat(facts.capture().orElseThrow().frames()).isEqualTo(1);
        return lines;
    }

    @Test
    void bothWaysOfARoutedGreTunnelAreOneNetwork() {
        byte[] header = CaptureBuilder.hex("0000 0800");
        byte[] answer = CaptureBuilder.ipv4(9, 8, 17, 1, 0, CaptureBuilder.udpDatagram(502, 40_000, READ));
        Contribution facts = new CaptureBuilder()
                .ip(1, 2, 47, 1, 0, join(header, plc()))
                .ip(2, 1, 47, 1, 0, join(header, answer))
                .read();
        ConversationTable.Cursor row = facts.conversations().cursor();
        List<String> places = new ArrayList<>();
        while (row.next()) {
            places.add(row.vantage().networkInterface() + " " + row.packetsA() + "/" + row.packetsB());
        }
        assertThat(places).containsExactlyInAnyOrder(" 1/1", "gre 10.0.0.1-10.0.0.2 1/1");
    }

    @Test
    void aGreHeaderMayHaveAChecksumAKeyAndANumber() {
        byte[] header = CaptureBuilder.hex("b000 0800 1234 0000 0000 0005 0000 0001");
        assertThat(lines(new CaptureBuilder().ip(1, 2, 47, 1, 0, join(header, plc()))))
                .contains("gre 5 10.0.0.1-10.0.0.2/ | 10.0.0.8 > 10.0.0.9 udp modbus 1 40");
    }

    @Test
    void bridgedGreKeepsTheTagsInside() {
        byte[] tagged = bridged(0x8100, join(CaptureBuilder.hex("0007 0800"), plc()));
        assertThat(lines(new CaptureBuilder().ip(1, 2, 47, 1, 0, join(CaptureBuilder.hex("0000 6558"), tagged))))
                .containsExactlyInAnyOrder(
                        "/ | 10.0.0.1 > 10.0.0.2 gre  1 " + (14 + 20 + 4 + tagged.length),
                        "gre 10.0.0.1-10.0.0.2/7 | 10.0.0.8 > 10.0.0.9 udp modbus 1 " + tagged.length);
    }

    @Test
    void aMirrorIsKnownByItsSwitchAndSession() {
        byte[] one = CaptureBuilder.hex("0000 88be"); // type I: no header
        byte[] two =
                CaptureBuilder.hex("""
                1000 88be 0000 0001 \
                1017 1064 0000 0000""".replaceAll("\\s", "")); // version 1, VLAN 23 taken off (802.1Q), session 100
        byte[] three =
                CaptureBuilder.hex("""
                1000 22eb 0000 0001 \
                2017 0064 0000 0000 0000 0001 \
                0000 0000 0000 0000""".replaceAll("\\s", "")); // version 2, untagged, session 100, 8 bytes of platform
        byte[] frame = bridged(0x0800, plc());
        assertThat(lines(new CaptureBuilder().ip(1, 2, 47, 1, 0, join(one, frame))))
                .contains("erspan 10.0.0.1/ | 10.0.0.8 > 10.0.0.9 udp modbus 1 54");
        assertThat(lines(new CaptureBuilder().ip(1, 2, 47, 1, 0, join(two, frame))))
                .contains("erspan 100 10.0.0.1/23 | 10.0.0.8 > 10.0.0.9 udp modbus 1 54");
        assertThat(lines(new CaptureBuilder().ip(1, 2, 47, 1, 0, join(three, frame))))
                .contains("erspan 100 10.0.0.1/ | 10.0.0.8 > 10.0.0.9 udp modbus 1 54");
    }

    @Test
    void aVxlanNetworkIsOneBetweenAllItsEnds() {
        byte[] header = CaptureBuilder.hex("0800 0000 00002a 00");
        byte[] datagram = join(header, bridged(0x0800, plc()));
        assertThat(lines(new CaptureBuilder().taggedUdp(10, 1, 50_000, 2, 4789, datagram)))
                .contains("vlan 10/vxlan 42/ | 10.0.0.8 > 10.0.0.9 udp modbus 1 54");
    }

    @Test
    void ipInIpAndIpv6InIpv4AreUnwrapped() {
        assertThat(lines(new CaptureBuilder().ip(1, 2, 4, 1, 0, plc())))
                .contains("ip-in-ip 10.0.0.1-10.0.0.2/ | 10.0.0.8 > 10.0.0.9 udp modbus 1 40");
        byte[] six = CaptureBuilder.hex("""
                60000000 0014 11 40
                20010db8 00000000 00000000 00000001
                20010db8 00000000 00000000 00000002
                9c40 01f6 0014 0000 0001 0000 0006 01 03 0000 0002
                """.replaceAll("\\s", ""));
        assertThat(lines(new CaptureBuilder().ip(1, 2, 41, 1, 0, six)))
                .contains("ip-in-ip 10.0.0.1-10.0.0.2/ | 2001:db8::1 > 2001:db8::2 udp modbus 1 60");
    }

    @Test
    void theDepthIsBounded() {
        byte[] packet = plc();
        for (int i = 0; i < 50; i++) {
            packet = CaptureBuilder.ipv4(1, 2, 4, 1, 0, packet);
        }
        assertThat(lines(new CaptureBuilder().ip(1, 2, 4, 1, 0, packet))).hasSize(1 + Tunnels.MAX_DEPTH);
    }

    @Test
    void cutAnywhereATunnelIsStillOneFrame() {
        byte[] two = CaptureBuilder.hex("1000 88be 0000 0001 1017 1064 0000 0000");
        byte[] erspan = join(two, bridged(0x0800, plc()));
        byte[] vxlan = join(CaptureBuilder.hex("0800 0000 00002a 00"), bridged(0x0800, plc()));
        for (int cut = 0; cut <= 42 + erspan.length; cut++) {
            new CaptureBuilder().ip(1, 2, 47, 1, 0, erspan).snapLength(cut).read();
            lines(new CaptureBuilder().udp(1, 50_000, 2, 4789, vxlan).snapLength(cut));
        }
    }
}
