package org.zonewright.intake.flowexport;

/// Reads numbers in network order from a bounded part of an array. Reading beyond it throws [Cut].
final class Bytes {
    /// A message says that it is longer than it is.
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1;

        Cut() {
            super("cut", null, false, false);
        }
    }

    private final byte[] array;
    private final int from;
    private final int length;

    Bytes(byte[] array, int from, int length) {
        if (from < 0 || length < 0 || from + (long) length > array.length) {
            throw new Cut();
        }
        this.array = array;
        this.from = from;
        this.length = length;
    }

    int length() {
        return length;
    }

    Bytes part(int at, int size) {
        check(at, size);
        return new Bytes(array, from + at, size);
    }

    int u8(int at) {
        return (int) unsigned(at, 1);
    }

    int u16(int at) {
        return (int) unsigned(at, 2);
    }

    long u32(int at) {
        return unsigned(at, 4);
    }

    /// A number of 1 to 8 bytes; of a longer one the last 8.
    long unsigned(int at, int size) {
        check(at, size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << 8) | (array[from + at + i] & 0xff);
        }
        return value;
    }

    private void check(int at, int size) {
        if (at < 0 || size < 0 || at + (long) size > length) {
            throw new Cut();
        }
    }
}
