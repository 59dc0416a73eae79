package org.zonewright.traffic.netbios;

import org.zonewright.traffic.dissect.ByteSlice;

/// A NetBIOS name as it stands in messages: a length of 32, two letters A to P for each of 16 bytes, a scope or 0.
/// The 16th byte is a suffix that says what the name is for.
public final class NetbiosName {
    /// Bytes of a name without scope.
    public static final int LENGTH = 34;

    /// Suffixes of names that stand for a station.
    public static final int WORKSTATION = 0x00;

    public static final int FILE_SERVER = 0x20;

    private static final int CHARACTERS = 15;

    private NetbiosName() {}

    /// True if an encoded name stands there.
    public static boolean isAt(ByteSlice bytes, int at) {
        if (!bytes.has(at, LENGTH - 1) || bytes.u8(at) != 32) {
            return false;
        }
        for (int i = 1; i <= 32; i++) {
            int letter = bytes.u8(at + i);
            if (letter < 'A' || letter > 'P') {
                return false;
            }
        }
        return true;
    }

    private static int decoded(ByteSlice bytes, int at, int index) {
        return ((bytes.u8(at + 1 + 2 * index) - 'A') << 4) | (bytes.u8(at + 2 + 2 * index) - 'A');
    }

    /// What the name is for, 0 to 255.
    public static int suffix(ByteSlice bytes, int at) {
        return decoded(bytes, at, CHARACTERS);
    }

    /// True if the suffix is that of a station's own name.
    public static boolean isStation(int suffix) {
        return suffix == WORKSTATION || suffix == FILE_SERVER;
    }

    /// The name without its padding; empty for `*` and other names that stand for no one.
    public static String read(ByteSlice bytes, int at) {
        byte[] raw = new byte[CHARACTERS];
        for (int i = 0; i < CHARACTERS; i++) {
            raw[i] = (byte) decoded(bytes, at, i);
        }
        return clean(new ByteSlice().wrap(raw, 0, CHARACTERS), 0);
    }

    /// A name that is not encoded, 15 bytes.
    static String clean(ByteSlice bytes, int at) {
        int first = bytes.u8(at);
        if (first == '*' || first < 0x20) { // for all, or a group of browsers
            return "";
        }
        return bytes.latin1(at, CHARACTERS);
    }
}
