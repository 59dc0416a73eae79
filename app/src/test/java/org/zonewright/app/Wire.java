package org.zonewright.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/// A small capture made frame by frame: Ethernet, IPv4, TCP with handshakes, UDP. Classic pcap with microseconds.
final class Wire {
    private static final int START = 1_700_000_000; // seconds since 1970
    private static final byte[] CLIENT_MAC = HexFormat.of().parseHex("020000000001");
    private static final byte[] SERVER_MAC = HexFormat.of().parseHex("020000000002");
    private static final int SYN = 2;
    private static final int ACK = 16;
    private static final int PUSH = 8;
    private static final int FIN = 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int frames;

    Wire() {
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65535)
                .putInt(1);
        out.writeBytes(head.array());
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /// A TCP connection; `packets` and `ipBytes` are counted per side, the client's first.
    final class Connection {
        final String client;
        final String server;
        final int clientPort;
        final int serverPort;
        final long[] packets = new long[2];
        final long[] ipBytes = new long[2];
        private final int[] sequence = {1000, 5000};

        Connection(String client, int clientPort, String server, int serverPort) {
            this.client = client;
            this.server = server;
            this.clientPort = clientPort;
            this.serverPort = serverPort;
            segment(0, SYN, new byte[0]);
            segment(1, SYN | ACK, new byte[0]);
            segment(0, ACK, new byte[0]);
        }

        Connection ask(String hex) {
            segment(0, PUSH | ACK, HexFormat.of().parseHex(hex.replace(" ", "")));
            return this;
        }

        Connection answer(String hex) {
            segment(1, PUSH | ACK, HexFormat.of().parseHex(hex.replace(" ", "")));
            return this;
        }

        void close() {
            segment(0, FIN | ACK, new byte[0]);
            segment(1, FIN | ACK, new byte[0]);
            segment(0, ACK, new byte[0]);
        }

        private void segment(int side, int flags, byte[] data) {
            ByteBuffer tcp = ByteBuffer.allocate(20 + data.length);
            tcp.putShort((short) (side == 0 ? clientPort : serverPort));
            tcp.putShort((short) (side == 0 ? serverPort : clientPort));
            tcp.putInt(sequence[side]).putInt((flags & ACK) == 0 ? 0 : sequence[1 - side]);
            tcp.put((byte) 0x50)
                    .put((byte) flags)
                    .putShort((short) 8192)
                    .putInt(0)
                    .put(data);
            sequence[side] += data.length + ((flags & (SYN | FIN)) == 0 ? 0 : 1);
            packets[side]++;
            ipBytes[side] += 20 + tcp.capacity();
            frame(side, side == 0 ? client : server, side == 0 ? server : client, 6, tcp.array());
        }

        /// The connection's line in `conn.log`.
        String zeek(String uid, String service) {
            return String.join(
                    "\t",
                    START + ".000000",
                    uid,
                    client,
                    Integer.toString(clientPort),
                    server,
                    Integer.toString(serverPort),
                    "tcp\t" + service + "\t0.5\t-\t-\tSF\t-\t-\t0\tShADadFf",
                    Long.toString(packets[0]),
                    Long.toString(ipBytes[0]),
                    Long.toString(packets[1]),
                    Long.toString(ipBytes[1]),
                    "-");
        }
    }

    /// A datagram.
    void datagram(boolean fromClient, String from, int fromPort, String to, int toPort, byte[] data) {
        ByteBuffer udp = ByteBuffer.allocate(8 + data.length);
        udp.putShort((short) fromPort).putShort((short) toPort).putShort((short) udp.capacity());
        udp.putShort((short) 0).put(data);
        frame(fromClient ? 0 : 1, from, to, 17, udp.array());
    }

    private void frame(int side, String from, String to, int protocol, byte[] segment) {
        ByteBuffer ip = ByteBuffer.allocate(14 + 20 + segment.length);
        ip.put(side == 0 ? SERVER_MAC : CLIENT_MAC).put(side == 0 ? CLIENT_MAC : SERVER_MAC);
        ip.putShort((short) 0x0800).put((byte) 0x45).put((byte) 0).putShort((short) (20 + segment.length));
        ip.putInt(0).put((byte) 64).put((byte) protocol).putShort((short) 0);
        address(ip, from);
        address(ip, to);
        ip.put(segment);
        ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(START).putInt(1000 * ++frames).putInt(ip.capacity()).putInt(ip.capacity());
        out.writeBytes(record.array());
        out.writeBytes(ip.array());
    }

    private static void address(ByteBuffer into, String text) {
        int from = 0;
        for (int i = 0; i < 4; i++) {
            int dot = text.indexOf('.', from);
            into.put((byte) Integer.parseInt(text.substring(from, dot < 0 ? text.length() : dot)));
            from = dot + 1;
        }
    }

    /// A DNP3 link frame (IEEE 1815, 9.2) around user data of at most 16 bytes, with both check sums.
    static String dnp3(int control, int destination, int source, String userHex) {
        byte[] user = HexFormat.of().parseHex(userHex.replace(" ", ""));
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 5).put((byte) 0x64).put((byte) (5 + user.length)).put((byte) control);
        head.putShort((short) destination).putShort((short) source);
        return HexFormat.of().formatHex(head.array())
                + check(head.array())
                + HexFormat.of().formatHex(user)
                + check(user);
    }

    private static String check(byte[] bytes) {
        int crc = 0;
        for (byte next : bytes) {
            crc ^= next & 0xff;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xa6bc : crc >>> 1;
            }
        }
        int inverted = ~crc & 0xffff;
        return "%02x%02x".formatted(inverted & 0xff, inverted >>> 8);
    }
}
