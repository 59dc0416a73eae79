package org.zonewright.traffic.capture;

import java.io.IOException;

/// A source whose first bytes can be looked at before they are read. Mutable; one thread.
final class PeekedSource implements ByteSource {
    private final ByteSource in;
    private final byte[] head;
    private final int headLength;
    private int position;

    /// Reads ahead until `count` bytes or the end are there, and no further.
    PeekedSource(ByteSource in, int count) throws IOException {
        this.in = in;
        head = new byte[count];
        int length = 0;
        while (length < count) {
            int more = in.read(head, length, count - length);
            if (more < 0) {
                break;
            }
            length += more;
        }
        headLength = length;
    }

    /// The first four bytes, the first on top; 0 where there are fewer.
    int magic() {
        return headLength < 4 ? 0 : Words.i32(head, 0, true);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == headLength) {
            return in.read(target, offset, length);
        }
        int count = Math.min(length, headLength - position);
        System.arraycopy(head, position, target, offset, count);
        position += count;
        return count;
    }
}
