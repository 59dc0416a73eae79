package org.zonewright.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes a pcap file of TCP over IPv4 over Ethernet, a few microseconds from packet to packet. Checksums are 0, as
/// where a network card adds them. Mutable; one thread.
final class TcpCapture {
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;
    static final byte[] NOTHING = {};

    private static final int HEADERS = 54;
    private static final int GAP_MICROS = 3;

    /// One end of a conversation.
    record End(int ip, int port) {}

    private final OutputStream out;
    private final ByteBuffer frame = ByteBuffer.allocate(2048);
    private long micros = 1_700_000_000_000_000L;

    TcpCapture(OutputStream out) throws IOException {
        this.out = out;
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
        header.putInt(65_535).putInt(1);
        out.write(header.array());
    }

    /// One packet, with a payload of at most 1460 bytes.
    void packet(End from, End to, int flags, int sequence, int acknowledged, byte[] payload) throws IOException {
        int length = HEADERS + payload.length;
        micros += GAP_MICROS;
        frame.clear().order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
        frame.putInt(length).putInt(length);
        frame.order(ByteOrder.BIG_ENDIAN);
        mac(to);
        mac(from);
        frame.putShort((short) 0x0800);
        frame.putShort((short) 0x4500).putShort((short) (length - 14)).putInt(0x4000);
        frame.put((byte) 64).put((byte) 6).putShort((short) 0);
        frame.putInt(from.ip()).putInt(to.ip());
        frame.putShort((short) from.port()).putShort((short) to.port());
        frame.putInt(sequence).putInt(acknowledged);
        frame.putShort((short) (0x5000 | flags)).putShort((short) 8192).putInt(0);
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
    }

    /// A locally administered address made of the host's IP address.
    private void mac(End host) {
        frame.putShort((short) 0x0200).putInt(host.ip());
    }
}
