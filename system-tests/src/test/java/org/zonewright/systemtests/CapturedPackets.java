package org.zonewright.systemtests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the packets of a capture of Ethernet, pcap or pcapng, without the product's own reader.
final class CapturedPackets {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int SECTION = 0x0a0d0d0a;
    private static final int SECTION_ORDER = 0x1a2b3c4d;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int RESOLUTION = 9;
    private static final int ETHERNET = 1;
    private static final long MILLION = 1_000_000;

    private final List<CapturedPacket> packets = new ArrayList<>();
    private final List<Long> ticksPerSecond = new ArrayList<>();
    private final ByteBuffer bytes;

    private CapturedPackets(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// The packets in the order of the file.
    ///
    /// @throws IOException if the file is no capture of Ethernet
    static List<CapturedPacket> read(Path file) throws IOException {
        CapturedPackets reader = new CapturedPackets(ByteBuffer.wrap(Files.readAllBytes(file)));
        if (reader.bytes.getInt(0) == SECTION) {
            reader.blocks();
        } else {
            reader.records();
        }
        return reader.packets;
    }

    private void records() throws IOException {
        int magic = bytes.getInt(0);
        if (magic != MICROSECONDS && magic != NANOSECONDS) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            magic = bytes.getInt(0);
        }
        if (magic != MICROSECONDS && magic != NANOSECONDS) {
            throw new IOException("neither pcap nor pcapng");
        }
        link(bytes.getInt(20) & 0xffff);
        int at = 24;
        while (at < bytes.limit()) {
            long fraction = Integer.toUnsignedLong(bytes.getInt(at + 4));
            long seconds = Integer.toUnsignedLong(bytes.getInt(at));
            int length = bytes.getInt(at + 8);
            add(seconds * MILLION + (magic == NANOSECONDS ? fraction / 1000 : fraction), at + 16, length);
            at += 16 + length;
        }
    }

    private void blocks() throws IOException {
        int at = 0;
        while (at < bytes.limit()) {
            if (bytes.getInt(at) == SECTION) {
                bytes.order(ByteOrder.BIG_ENDIAN);
                bytes.order(bytes.getInt(at + 8) == SECTION_ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                ticksPerSecond.clear();
            }
            int type = bytes.getInt(at);
            int length = bytes.getInt(at + 4);
            if (length < 12 || at + length > bytes.limit()) {
                throw new IOException("a block of " + length + " bytes at " + at);
            }
            if (type == INTERFACE) {
                link(Short.toUnsignedInt(bytes.getShort(at + 8)));
                ticksPerSecond.add(resolution(at + 16, at + length - 4));
            } else if (type == ENHANCED_PACKET) {
                long ticks = (Integer.toUnsignedLong(bytes.getInt(at + 12)) << 32)
                        | Integer.toUnsignedLong(bytes.getInt(at + 16));
                long each = ticksPerSecond.get(bytes.getInt(at + 8));
                add(ticks / each * MILLION + ticks % each * MILLION / each, at + 28, bytes.getInt(at + 20));
            }
            at += length;
        }
    }

    private long resolution(int first, int end) {
        int at = first;
        while (at + 4 <= end) {
            int length = Short.toUnsignedInt(bytes.getShort(at + 2));
            if (bytes.getShort(at) == RESOLUTION) {
                int value = Byte.toUnsignedInt(bytes.get(at + 4));
                return value < 0x80 ? (long) Math.pow(10, value) : 1L << (value & 0x7f);
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return MILLION;
    }

    private static void link(int type) throws IOException {
        if (type != ETHERNET) {
            throw new IOException("a link of type " + type + ", no Ethernet");
        }
    }

    private void add(long microseconds, int at, int length) throws IOException {
        CapturedPacket.ofEthernet(microseconds, bytes.slice(at, length)).ifPresent(packets::add);
    }
}
