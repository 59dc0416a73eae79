package org.zonewright.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a capture of any length to standard output: the frames of a capture file again and again, each round with
/// other client ports and, in turn, as other sites with addresses of their own, so that conversations keep growing.
/// Nothing is stored; the file is read into memory once.
///
/// Of each frame it changes the time, the higher of two TCP or UDP ports, the second number of IPv4 station addresses
/// and the fourth of MAC addresses, in Ethernet, ARP and IPv4 headers. Checksums are left as they were, and what is
/// no Ethernet stays as it is. Same arguments, same bytes. Runs from its source too:
/// `java EndlessPlant.java CAPTURE MEGABYTES [SITES] | zonewright discover -`.
public final class EndlessPlant {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int VLAN = 0x8100;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int FIRST_CLIENT_PORT = 1024;
    private static final int PORT_STEP = 331;
    private static final long MICROS = 1_000_000;

    private final byte[] original;
    private final ByteBuffer from;
    private final int sites;
    private final long span;
    private final byte[] block = new byte[1 << 20];
    private final ByteBuffer to = ByteBuffer.wrap(block);

    private EndlessPlant(byte[] capture, int sites) {
        original = capture;
        from = ByteBuffer.wrap(capture);
        this.sites = sites;
        span = lastTime() - time(FILE_HEADER) + MICROS;
    }

    /// Writes the capture.
    ///
    /// @param args a pcap file (little-endian, microseconds, Ethernet), the megabytes to write, and the number of
    ///     sites, 1 to 16, 8 if not given
    public static void main(String[] args) throws IOException {
        int sites = args.length > 2 ? Integer.parseInt(args[2]) : 8;
        EndlessPlant plant = new EndlessPlant(Files.readAllBytes(Path.of(args[0])), sites);
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            plant.write(out, Long.parseLong(args[1]) * 1_000_000);
        }
    }

    private int little(int at) {
        return Integer.reverseBytes(from.getInt(at));
    }

    private long time(int record) {
        return little(record) * MICROS + little(record + 4);
    }

    private int next(int record) {
        return record + RECORD_HEADER + little(record + 8);
    }

    private long lastTime() {
        long last = 0;
        for (int record = FILE_HEADER; record < original.length; record = next(record)) {
            last = Math.max(last, time(record));
        }
        return last;
    }

    private void write(OutputStream out, long bytes) throws IOException {
        out.write(original, 0, FILE_HEADER);
        long written = FILE_HEADER;
        for (int round = 0; written < bytes; round++) {
            int record = FILE_HEADER;
            while (record < original.length && written < bytes) {
                int end = record;
                while (end < original.length && next(end) - record <= block.length) {
                    end = next(end);
                }
                System.arraycopy(original, record, block, 0, end - record);
                for (int at = 0; at < end - record; at += RECORD_HEADER + Integer.reverseBytes(to.getInt(at + 8))) {
                    change(at, round);
                }
                out.write(block, 0, end - record);
                written += end - record;
                record = end;
            }
        }
    }

    /// Makes the frame whose record is at `record` in the block one of this round.
    private void change(int record, int round) {
        ByteBuffer bytes = to.order(ByteOrder.LITTLE_ENDIAN);
        long time = bytes.getInt(record) * MICROS + bytes.getInt(record + 4) + round * span;
        int length = bytes.getInt(record + 8);
        bytes.putInt(record, (int) (time / MICROS)).putInt(record + 4, (int) (time % MICROS));
        to.order(ByteOrder.BIG_ENDIAN);
        int site = round % sites;
        int at = record + RECORD_HEADER;
        int end = at + length;
        if (length < 34) {
            return;
        }
        mac(at, site);
        mac(at + 6, site);
        int type = to.getShort(at + 12) & 0xffff;
        at += 14;
        if (type == VLAN) {
            type = to.getShort(at + 2) & 0xffff;
            at += 4;
        }
        if (type == IPV4 && end - at >= 24) {
            address(at + 12, site);
            address(at + 16, site);
            int protocol = block[at + 9];
            boolean first = (to.getShort(at + 6) & 0x1fff) == 0;
            if ((protocol == TCP || protocol == UDP) && first) {
                ports(at + ((block[at] & 15) << 2), end, round / sites);
            }
        } else if (type == ARP && end - at >= 28) {
            mac(at + 8, site);
            address(at + 14, site);
            mac(at + 18, site);
            address(at + 24, site);
        }
    }

    private void mac(int at, int site) {
        if ((block[at] & 1) == 0) {
            block[at + 3] ^= (byte) (site << 4);
        }
    }

    private void address(int at, int site) {
        int first = block[at] & 0xff;
        if (first != 0 && first < 224) {
            block[at + 1] ^= (byte) (site << 4);
        }
    }

    private void ports(int at, int end, int round) {
        if (at + 4 > end) {
            return;
        }
        int source = to.getShort(at) & 0xffff;
        int destination = to.getShort(at + 2) & 0xffff;
        int client = Math.max(source, destination);
        if (source != destination && client >= FIRST_CLIENT_PORT) {
            int other = 0x8000 | ((client + round * PORT_STEP) & 0x7fff);
            to.putShort(source > destination ? at : at + 2, (short) (round == 0 ? client : other));
        }
    }
}
