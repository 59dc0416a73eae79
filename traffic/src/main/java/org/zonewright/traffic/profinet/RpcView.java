package org.zonewright.traffic.profinet;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the header of a connectionless DCE RPC packet in place (C706, 12.5.2) as PROFINET uses it (IEC 61158-6-10,
/// 4.10).
///
///     0 version 4   1 type   2 flags, two bytes   4 byte order   8 object   24 interface   40 activity
///     68 operation   76 fragment number   80 body
///
/// Identifiers and integers stand in the order that bit 4 of the byte order names: 1 is little endian. Mutable:
/// re-wrapped over the current datagram; one thread.
final class RpcView {
    static final int HEADER = 80; // bytes
    static final int REQUEST = 0;
    static final int RESPONSE = 2;
    static final int FAULT = 3;
    static final int REJECT = 6;

    private static final int VERSION = 4;
    private static final int TYPE = 1; // u8
    private static final int BYTE_ORDER = 4; // u8
    private static final int OBJECT = 8; // 16 bytes
    private static final int INTERFACE = 24; // 16 bytes
    private static final int OPERATION = 68; // u16
    private static final int FRAGMENT = 76; // u16
    private static final int LITTLE_ENDIAN = 0x10;

    /// The interfaces dea00001 to dea00004 differ in their first number: device, controller, supervisor, parameter
    /// server. Objects begin with dea00000.
    private static final int FIRST = 0xdea0_0000;

    private static final int SECOND_AND_THIRD = 0x6c97_11d1;
    private static final long REST_OF_INTERFACE = 0x8271_00a0_2442_df7dL;

    private ByteSlice bytes = new ByteSlice();
    private boolean little;

    /// True if a whole header is there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        little = slice.length() >= HEADER && (slice.u8(BYTE_ORDER) & LITTLE_ENDIAN) != 0;
        return slice.length() >= HEADER;
    }

    /// True if the packet is for an interface of PROFINET.
    boolean isProfinet() {
        int last = u32(INTERFACE) ^ FIRST;
        return bytes.u8(0) == VERSION
                && last >= 1
                && last <= 4
                && isSecondAndThird(INTERFACE)
                && bytes.i64(INTERFACE + 8) == REST_OF_INTERFACE;
    }

    private boolean isSecondAndThird(int at) {
        return u16(at + 4) == SECOND_AND_THIRD >>> 16 && u16(at + 6) == (SECOND_AND_THIRD & 0xffff);
    }

    private int u32(int at) {
        return little ? bytes.i32le(at) : bytes.i32(at);
    }

    private int u16(int at) {
        return little ? bytes.u16le(at) : bytes.u16(at);
    }

    int type() {
        return bytes.u8(TYPE);
    }

    int operation() {
        return u16(OPERATION);
    }

    boolean isFirstFragment() {
        return u16(FRAGMENT) == 0;
    }

    /// True if the packet names the station it is for or from by the object: its last bytes are then instance, device
    /// and vendor.
    boolean hasObject() {
        return u32(OBJECT) == FIRST && isSecondAndThird(OBJECT);
    }

    int objectDevice() {
        return bytes.u16(OBJECT + 12);
    }

    int objectVendor() {
        return bytes.u16(OBJECT + 14);
    }
}
