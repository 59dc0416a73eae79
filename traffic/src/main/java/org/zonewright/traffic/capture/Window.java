package org.zonewright.traffic.capture;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The part of a capture that is in memory: a buffer that is filled again and again, so memory stays constant
/// whatever the capture's size. Mutable; one thread.
///
/// The bytes not yet read are `bytes()[position(), limit())`. Readers walk them in place with local variables and put
/// the position back with [#position(int)] before they ask for more.
final class Window {
    /// The longest record that can be seen whole, in bytes, and the buffer's size then.
    static final int CAPACITY = 1 << 20;

    /// The buffer's size as long as no record asks for more.
    private static final int USUAL_CAPACITY = 1 << 19;

    /// The most bytes taken at once: what is read is then still in the processor's second cache when it is decoded.
    private static final int PORTION = 1 << 18;

    private final ByteSource in;
    private final long maxBytes;
    private byte[] bytes = new byte[USUAL_CAPACITY];
    private int position;
    private int limit;
    private long base;
    private boolean ended;
    private @Nullable IOException failure;

    /// At most `maxBytes` are taken from `in`; what is beyond is a [CaptureProblem#SIZE_LIMIT] failure.
    Window(ByteSource in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    void position(int newPosition) {
        position = newPosition;
    }

    int limit() {
        return limit;
    }

    int available() {
        return limit - position;
    }

    /// The place of `bytes()[0]` in the uncompressed file; the place of `bytes()[i]` is `base() + i`.
    long base() {
        return base;
    }

    long offset() {
        return base + position;
    }

    /// Why the input ended before its end, if it did.
    @Nullable
    IOException failure() {
        return failure;
    }

    /// Sees to it that `count` bytes from the position on are in the buffer, at most [#CAPACITY]. The position's
    /// index and [#bytes()] may change. False if the input ends before; what there is can be read nevertheless.
    boolean require(int count) {
        if (available() >= count) {
            return true;
        }
        if (position > 0) {
            System.arraycopy(bytes, position, bytes, 0, available());
            base += position;
            limit -= position;
            position = 0;
        }
        if (count > bytes.length) {
            bytes = Arrays.copyOf(bytes, CAPACITY);
        }
        while (limit < count && !ended) {
            fill();
        }
        return limit >= count;
    }

    /// Passes over `count` bytes without keeping them. False if the input ends before.
    boolean skip(long count) {
        long left = count;
        while (left > available()) {
            left -= available();
            position = limit;
            if (!require(1)) {
                return false;
            }
        }
        position += (int) left;
        return true;
    }

    private void fill() {
        try {
            int count = in.read(bytes, limit, Math.min(bytes.length - limit, PORTION));
            if (count < 0) {
                ended = true;
            } else if (base + limit + count > maxBytes) {
                limit = (int) (maxBytes - base);
                throw new SourceFailure(CaptureProblem.SIZE_LIMIT, null, maxBytes);
            } else {
                limit += count;
            }
        } catch (IOException e) {
            ended = true;
            failure = e;
        }
    }
}
