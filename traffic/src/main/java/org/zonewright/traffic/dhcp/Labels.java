package org.zonewright.traffic.dhcp;

import org.zonewright.traffic.dissect.ByteSlice;

/// A domain name as labels, each with its length before it (RFC 1035, 3.1), without compression.
final class Labels {
    private Labels() {}

    /// The name in `length` bytes from `at`, labels joined by dots; as far as it is well formed.
    static String read(ByteSlice bytes, int at, int length) {
        StringBuilder name = new StringBuilder();
        int end = at + length;
        int next = at;
        while (next < end) {
            int size = bytes.u8(next);
            if (size == 0 || size > 63 || next + 1 + size > end) {
                break;
            }
            if (!name.isEmpty()) {
                name.append('.');
            }
            name.append(bytes.utf8(next + 1, size));
            next += 1 + size;
        }
        return name.toString();
    }
}
