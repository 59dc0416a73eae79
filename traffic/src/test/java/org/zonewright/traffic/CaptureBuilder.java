package org.zonewright.traffic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.zonewright.facts.Contribution;
import org.zonewright.traffic.capture.ByteSource;

/// Writes small captures packet by packet, so that a test reads like the traffic it means: hosts are numbered 1 to
/// 254 (10.0.0.n with MAC 02:00:00:00:00:n), times count up by a millisecond a frame.
public final class CaptureBuilder {
    private static final long START_SECONDS = 1_700_000_000L;

    private final List<byte[]> frames = new ArrayList<>();
    private final List<Long> micros = new ArrayList<>();
    private long shift;
    private int cutTo = Integer.MAX_VALUE;
    private int linkType = 1;

    public static final int SYN = 2;
    public static final int SYN_ACK = 18;
    public static final int ACK = 16;
    public static final int PSH_ACK = 24;
    public static final int RST_ACK = 20;

    /// Frames are captured up to this many bytes.
    public CaptureBuilder snapLength(int bytes) {
        cutTo = bytes;
        return this;
    }

    /// The next frame comes this much later than it would, or earlier.
    public CaptureBuilder pause(Duration length) {
        shift += length.toNanos() / 1000;
        return this;
    }

    public CaptureBuilder frame(byte[] frame) {
        micros.add(frames.size() * 1000L + shift);
        frames.add(frame);
        return this;
    }

    public CaptureBuilder frame(String hex) {
        return frame(hex(hex));
    }

    public static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    private static byte[] ethernet(int from, int to, int type, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
        frame.put(mac(to)).put(mac(from)).putShort((short) type).put(payload);
        return frame.array();
    }

    private static byte[] mac(int host) {
        return new byte[] {2, 0, 0, 0, 0, (byte) host};
    }

    /// An IPv4 packet; `fragment` is the field of flags and offset.
    public static byte[] ipv4(int from, int to, int protocol, int identification, int fragment, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(20 + payload.length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length));
        packet.putShort((short) identification).putShort((short) fragment);
        packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
        packet.putInt(0x0a000000 | from).putInt(0x0a000000 | to).put(payload);
        return packet.array();
    }

    public CaptureBuilder ip(int from, int to, int protocol, int identification, int fragment, byte[] payload) {
        return frame(ethernet(from, to, 0x0800, ipv4(from, to, protocol, identification, fragment, payload)));
    }

    /// An IPv4 packet behind a VLAN tag.
    public CaptureBuilder taggedUdp(int vlan, int from, int fromPort, int to, int toPort, byte[] payload) {
        byte[] packet = ipv4(from, to, 17, 1, 0, udpDatagram(fromPort, toPort, payload));
        ByteBuffer tagged = ByteBuffer.allocate(4 + packet.length);
        tagged.putShort((short) vlan).putShort((short) 0x0800).put(packet);
        return frame(ethernet(from, to, 0x8100, tagged.array()));
    }

    public static byte[] udpDatagram(int fromPort, int toPort, byte[] payload) {
        ByteBuffer datagram = ByteBuffer.allocate(8 + payload.length);
        datagram.putShort((short) fromPort).putShort((short) toPort);
        datagram.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
        return datagram.array();
    }

    /// A frame without IP; below 0x0600 the type is the length of what follows.
    public CaptureBuilder frame(int from, int to, int type, byte[] payload) {
        return frame(ethernet(from, to, type, payload));
    }

    public CaptureBuilder udp(int from, int fromPort, int to, int toPort, byte[] payload) {
        return ip(from, to, 17, 1, 0, udpDatagram(fromPort, toPort, payload));
    }

    public CaptureBuilder tcp(
            int from, int fromPort, int to, int toPort, int flags, long sequence, long acknowledged, byte[] payload) {
        ByteBuffer segment = ByteBuffer.allocate(20 + payload.length);
        segment.putShort((short) fromPort).putShort((short) toPort);
        segment.putInt((int) sequence).putInt((int) acknowledged);
        segment.putShort((short) (0x5000 | flags))
                .putShort((short) 8192)
                .putInt(0)
                .put(payload);
        return ip(from, to, 6, 1, 0, segment.array());
    }

    /// A handshake after which both sides' next sequence number is `sequence` + 1.
    public CaptureBuilder handshake(int client, int clientPort, int server, int serverPort, long sequence) {
        byte[] nothing = {};
        return tcp(client, clientPort, server, serverPort, SYN, sequence, 0, nothing)
                .tcp(server, serverPort, client, clientPort, SYN_ACK, sequence, sequence + 1, nothing)
                .tcp(client, clientPort, server, serverPort, ACK, sequence + 1, sequence + 1, nothing);
    }

    /// Frames are of this LINKTYPE, not Ethernet.
    public CaptureBuilder linkType(int number) {
        linkType = number;
        return this;
    }

    /// The capture as a little-endian pcap file.
    public byte[] pcap() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262144)
                .putInt(linkType);
        out.writeBytes(header.array());
        for (int i = 0; i < frames.size(); i++) {
            byte[] frame = frames.get(i);
            int captured = Math.min(frame.length, cutTo);
            ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            record.putInt((int) (START_SECONDS + Math.floorDiv(micros.get(i), 1_000_000L)))
                    .putInt((int) Math.floorMod(micros.get(i), 1_000_000L))
                    .putInt(captured)
                    .putInt(frame.length);
            out.writeBytes(record.array());
            out.write(frame, 0, captured);
        }
        return out.toByteArray();
    }

    /// The facts of the capture.
    public Contribution read() {
        return new TrafficReader(new TrafficReader.Options(7, true))
                .read("test.pcap", ByteSource.of(new ByteArrayInputStream(pcap())));
    }
}
