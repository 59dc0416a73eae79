package org.zonewright.traffic.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Big-endian fields of headers whose presence was checked before.
final class Bytes {
    private static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle I32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle I64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Bytes() {}

    /// Eight bytes in the machine's order: for marks that only this process compares.
    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    static int u16(byte[] bytes, int at) {
        return (short) U16.get(bytes, at) & 0xffff;
    }

    static int i32(byte[] bytes, int at) {
        return (int) I32.get(bytes, at);
    }

    static long i64(byte[] bytes, int at) {
        return (long) I64.get(bytes, at);
    }

    static long u48(byte[] bytes, int at) {
        return ((long) u16(bytes, at) << 32) | (i32(bytes, at + 2) & 0xffff_ffffL);
    }
}
