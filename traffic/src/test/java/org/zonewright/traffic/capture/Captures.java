package org.zonewright.traffic.capture;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

/// Small captures for tests that are not about their bytes: `frames` frames of 0, 1, 2 … bytes.
final class Captures {
    /// Makes a stream that compresses what is written to it.
    interface Compressor {
        OutputStream over(OutputStream out) throws IOException;
    }

    private Captures() {}

    static byte[] pcap(int frames, ByteOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, order, 0xA1B2C3D4);
        ByteBuffer version =
                ByteBuffer.allocate(4).order(order).putShort((short) 2).putShort((short) 4);
        out.writeBytes(version.array());
        put(out, order, 0, 0, 262_144, 1);
        for (int i = 0; i < frames; i++) {
            put(out, order, 1_700_000_000 + i, i, i, 2 * i);
            out.writeBytes(new byte[i]);
        }
        return out.toByteArray();
    }

    static byte[] pcapng(int frames, ByteOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, order, 0x0A0D0D0A, 28, 0x1A2B3C4D);
        ByteBuffer version =
                ByteBuffer.allocate(4).order(order).putShort((short) 1).putShort((short) 0);
        out.writeBytes(version.array());
        put(out, order, -1, -1, 28);
        out.writeBytes(block(
                order,
                1,
                ByteBuffer.allocate(8).order(order).putShort((short) 1).array()));
        for (int i = 0; i < frames; i++) {
            int padded = (i + 3) & ~3;
            ByteBuffer body = ByteBuffer.allocate(20 + padded).order(order);
            body.putInt(0).putInt(0x60000).putInt(i).putInt(i).putInt(2 * i);
            out.writeBytes(block(order, 6, body.array()));
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        return compressed(GZIPOutputStream::new, bytes);
    }

    static byte[] zstd(byte[] bytes) throws IOException {
        return compressed(ZstdOutputStream::new, bytes);
    }

    private static byte[] compressed(Compressor compressor, byte[] bytes) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (OutputStream out = compressor.over(stored)) {
            out.write(bytes);
        }
        return stored.toByteArray();
    }

    private static byte[] block(ByteOrder order, int type, byte[] body) {
        int length = 12 + body.length;
        ByteBuffer block = ByteBuffer.allocate(length).order(order);
        block.putInt(type).putInt(length).put(body).putInt(length);
        return block.array();
    }

    private static void put(ByteArrayOutputStream out, ByteOrder order, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(order);
        for (int value : values) {
            buffer.putInt(value);
        }
        out.writeBytes(buffer.array());
    }
}
