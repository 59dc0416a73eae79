package org.zonewright.traffic.dnp3;

import org.zonewright.traffic.dissect.ByteSlice;

/// The check of DNP3 data link frames (IEEE 1815, annex E): polynomial 0x3d65, reflected, started at 0, inverted.
final class Crc {
    private static final int REFLECTED_POLYNOMIAL = 0xa6bc;
    private static final int[] TABLE = table();

    private Crc() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REFLECTED_POLYNOMIAL;
            }
            table[i] = value;
        }
        return table;
    }

    /// 0 to 65535, sent low byte first.
    static int of(ByteSlice bytes, int offset, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value >>> 8) ^ TABLE[(value ^ bytes.u8(offset + i)) & 0xff];
        }
        return ~value & 0xffff;
    }
}
