package org.zonewright.traffic.cip;

import org.zonewright.traffic.dissect.ByteSlice;

/// The object a request is for: the first class, instance and attribute of a padded path (The CIP Networks Library,
/// volume 1, appendix C). Mutable: re-read for each request; one thread.
final class CipPath {
    static final int NONE = -1;
    static final int IDENTITY = 0x01;
    static final int CONNECTION_MANAGER = 0x06;

    private static final int MAX_SEGMENTS = 16;

    private int classId;
    private int instance;
    private int attribute;

    /// Reads logical segments from `at` up to `end`; stops at the first of another kind, such as a tag's name.
    void read(ByteSlice bytes, int at, int end) {
        classId = NONE;
        instance = NONE;
        attribute = NONE;
        int next = at;
        for (int i = 0; i < MAX_SEGMENTS && next < end; i++) {
            int segment = bytes.u8(next);
            if ((segment & 0xe0) != 0x20) {
                return;
            }
            int value;
            switch (segment & 3) {
                case 0 -> {
                    value = bytes.u8(next + 1);
                    next += 2;
                }
                case 1 -> {
                    value = bytes.u16le(next + 2);
                    next += 4;
                }
                case 2 -> {
                    value = bytes.i32le(next + 2) & 0x7fff_ffff;
                    next += 6;
                }
                default -> {
                    return;
                }
            }
            keep(segment & 0x1c, value);
        }
    }

    private void keep(int kind, int value) {
        if (kind == 0x00 && classId == NONE) {
            classId = value;
        } else if (kind == 0x04 && instance == NONE) {
            instance = value;
        } else if (kind == 0x10 && attribute == NONE) {
            attribute = value;
        }
    }

    int classId() {
        return classId;
    }

    int instance() {
        return instance;
    }

    int attribute() {
        return attribute;
    }
}
