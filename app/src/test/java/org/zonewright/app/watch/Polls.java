package org.zonewright.app.watch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/// Small captures of one Modbus poll each: Ethernet, IPv4, TCP with its handshake, classic pcap. Hosts are numbered 1
/// to 254, as 10.0.0.n with the MAC address 02:00:00:00:00:n.
final class Polls {
    /// Frames of a capture.
    static final long FRAMES = 5;

    private static final int START = 1_700_000_000;
    private static final int SYN = 2;
    private static final int ACK = 16;
    private static final int PUSH = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int second;
    private int frames;

    private Polls(int second) {
        this.second = second;
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
        out.writeBytes(head.putInt(65535).putInt(1).array());
    }

    /// A capture that begins `second` seconds after the first of all.
    static byte[] pcap(int second, int client, int server) {
        Polls poll = new Polls(second);
        int port = 40_000 + second;
        poll.segment(client, port, server, 502, SYN, 100, 0, "");
        poll.segment(server, 502, client, port, SYN | ACK, 500, 101, "");
        poll.segment(client, port, server, 502, ACK, 101, 501, "");
        poll.segment(client, port, server, 502, PUSH | ACK, 101, 501, "00010000000601030000000a");
        poll.segment(server, 502, client, port, PUSH | ACK, 501, 113, "000100000005010302002a");
        return poll.out.toByteArray();
    }

    private void segment(
            int from, int fromPort, int to, int toPort, int flags, int sequence, int acknowledged, String hex) {
        byte[] data = HexFormat.of().parseHex(hex);
        ByteBuffer frame = ByteBuffer.allocate(54 + data.length);
        frame.put(mac(to)).put(mac(from)).putShort((short) 0x0800);
        frame.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (40 + data.length))
                .putInt(0);
        frame.put((byte) 64).put((byte) 6).putShort((short) 0);
        frame.putInt(0x0a000000 | from).putInt(0x0a000000 | to);
        frame.putShort((short) fromPort)
                .putShort((short) toPort)
                .putInt(sequence)
                .putInt(acknowledged);
        frame.putShort((short) (0x5000 | flags))
                .putShort((short) 8192)
                .putInt(0)
                .put(data);
        ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(START + second).putInt(1000 * ++frames);
        out.writeBytes(record.putInt(frame.capacity()).putInt(frame.capacity()).array());
        out.writeBytes(frame.array());
    }

    private static byte[] mac(int host) {
        return new byte[] {2, 0, 0, 0, 0, (byte) host};
    }
}
