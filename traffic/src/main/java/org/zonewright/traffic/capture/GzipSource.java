package org.zonewright.traffic.capture;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// What gzip files hold (RFC 1952): one member or several, one after the other. Mutable; one thread.
///
/// ```
/// member   1F 8B 08 · flags u8 · 6 bytes · [extra: length u16, bytes] · [name, 0] · [comment, 0] · [crc u16]
///          deflated bytes · crc u32 · length u32
/// ```
/// Bytes inflated before damage are given out; then comes a [SourceFailure], for anything after the last member too
/// ([CaptureProblem#TRAILING_GARBAGE]), unless it is zeros, with which tapes and block devices fill up.
final class GzipSource implements ByteSource {
    private static final String NAME = "gzip";
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 0x02;
    private static final int EXTRA = 0x04;
    private static final int FILE_NAME = 0x08;
    private static final int COMMENT = 0x10;

    private final ByteSource in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[64 * 1024];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean ended;
    private boolean first = true;

    GzipSource(ByteSource in) {
        this.in = in;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!ended) {
            if (!inMember && !startMember()) {
                ended = true;
                break;
            }
            int count = inflate(target, offset, length);
            if (count > 0) {
                crc.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                position = limit - inflater.getRemaining();
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damaged("a preset dictionary");
            } else {
                refill();
                inflater.setInput(input, position, limit - position);
                position = limit;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] target, int offset, int length) throws SourceFailure {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new SourceFailure(
                    CaptureProblem.DAMAGED_COMPRESSION, e, NAME, e.getMessage() == null ? "?" : e.getMessage());
        }
    }

    /// False if there is no further member.
    private boolean startMember() throws IOException {
        if (!first && !anotherMember()) {
            return false;
        }
        first = false;
        if (next() != 0x1F || next() != 0x8B || next() != DEFLATE) {
            throw damaged("a bad member header");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            int low = next();
            skip(low | (next() << 8));
        }
        if ((flags & FILE_NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(input, position, limit - position);
        position = limit;
        crc.reset();
        inMember = true;
        return true;
    }

    /// Goes to the next member, if there is one.
    private boolean anotherMember() throws IOException {
        boolean zeros = false;
        while (position < limit || fill()) {
            int value = input[position] & 0xFF;
            if (value == 0) {
                zeros = true;
                position++;
            } else if (value == 0x1F && !zeros) {
                return true;
            } else {
                throw new SourceFailure(CaptureProblem.TRAILING_GARBAGE, null, NAME);
            }
        }
        return false;
    }

    private void endMember() throws IOException {
        inMember = false;
        long announcedCrc = next32();
        long announcedLength = next32();
        if (announcedCrc != crc.getValue() || announcedLength != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damaged("a wrong checksum");
        }
    }

    private long next32() throws IOException {
        long value = next();
        value |= (long) next() << 8;
        value |= (long) next() << 16;
        return value | ((long) next() << 24);
    }

    private int next() throws IOException {
        if (position == limit) {
            refill();
        }
        int value = input[position] & 0xFF;
        position++;
        return value;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // The name and the comment say nothing about the capture.
        }
    }

    private void refill() throws IOException {
        if (!fill()) {
            throw new SourceFailure(CaptureProblem.TRUNCATED_COMPRESSION, null, NAME);
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(input, 0, input.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }

    private static SourceFailure damaged(String what) {
        return new SourceFailure(CaptureProblem.DAMAGED_COMPRESSION, null, NAME, what);
    }
}
