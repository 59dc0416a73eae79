package org.zonewright.traffic.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Integers in a byte array, in the byte order that a capture says. The caller checks bounds.
final class Words {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static int u16(byte[] bytes, int at, boolean bigEndian) {
        short value = (short) SHORT.get(bytes, at);
        return (bigEndian ? Short.reverseBytes(value) : value) & 0xFFFF;
    }

    /// The 32 bits as an `int`: negative where the unsigned value is 2^31 or more.
    static int i32(byte[] bytes, int at, boolean bigEndian) {
        int value = (int) INT.get(bytes, at);
        return bigEndian ? Integer.reverseBytes(value) : value;
    }

    static long u32(byte[] bytes, int at, boolean bigEndian) {
        return i32(bytes, at, bigEndian) & 0xFFFF_FFFFL;
    }

    /// The 64 bits as a `long`: negative where the unsigned value is 2^63 or more.
    static long i64(byte[] bytes, int at, boolean bigEndian) {
        long first = u32(bytes, at, bigEndian);
        long second = u32(bytes, at + 4, bigEndian);
        return bigEndian ? (first << 32) | second : (second << 32) | first;
    }
}
