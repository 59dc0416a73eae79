package org.zonewright.traffic.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Fields of headers whose presence was checked before: big endian, or as they stand there.
final class Bytes {
    private static final VarHandle I32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle I64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle TURNED_I32 =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle TURNED_I64 =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long MAC = 0xffff_ffff_ffffL;

    private Bytes() {}

    /// Four bytes as a [org.zonewright.traffic.flow.Packet] holds them, the first one lowest.
    static int turnedI32(byte[] bytes, int at) {
        return (int) TURNED_I32.get(bytes, at);
    }

    /// Eight bytes, the first one lowest.
    static long turnedI64(byte[] bytes, int at) {
        return (long) TURNED_I64.get(bytes, at);
    }

    /// Six bytes, the first one lowest, where eight can be read.
    static long turnedMac(byte[] bytes, int at) {
        return turnedI64(bytes, at) & MAC;
    }

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    static int u16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
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
