package org.zonewright.traffic.dissect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A window on bytes that are read in place; offsets count from the window's start.
///
/// Mutable: one owner re-wraps it over the next bytes, one thread reads it. Every read is checked against the window;
/// reading beyond it throws [Truncated], which the caller of a dissector takes as malformed or cut input.
public final class ByteSlice {
    private static final VarHandle I32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle I32_LE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle I64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle I64_LE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NOTHING = {};

    private byte[] array = NOTHING;
    private int start;
    private int length;

    /// An empty window.
    public ByteSlice() {}

    /// Sets the window to `length` bytes of `array` from `start`.
    public ByteSlice wrap(byte[] array, int start, int length) {
        if ((start | length | (array.length - start - length)) < 0) {
            throw new IndexOutOfBoundsException("window outside its array");
        }
        this.array = array;
        this.start = start;
        this.length = length;
        return this;
    }

    /// Sets the window to a part of another one.
    public ByteSlice wrap(ByteSlice other, int offset, int length) {
        this.start = other.at(offset, length);
        this.array = other.array;
        this.length = length;
        return this;
    }

    public int length() {
        return length;
    }

    /// The array under the window, for bulk copies within `traffic`.
    public byte[] array() {
        return array;
    }

    /// The window's first index in [#array()].
    public int start() {
        return start;
    }

    /// True if `count` bytes from `offset` are inside the window.
    public boolean has(int offset, int count) {
        return (offset | count | (length - offset - count)) >= 0;
    }

    /// The index in the array of `count` bytes from `offset`. It and the fields are short enough for the first compiler
    /// to take them into their callers, and theirs.
    private int at(int offset, int count) {
        if ((offset | count | (length - offset - count)) < 0) {
            throw Truncated.INSTANCE;
        }
        return start + offset;
    }

    /// 0 to 255.
    public int u8(int offset) {
        return array[at(offset, 1)] & 0xff;
    }

    /// 0 to 65535, big endian.
    public int u16(int offset) {
        return u16(array, at(offset, 2));
    }

    private static int u16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    /// 0 to 65535, little endian.
    public int u16le(int offset) {
        return u16le(array, at(offset, 2));
    }

    private static int u16le(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    }

    /// 0 to 2^24 - 1, big endian.
    public int u24(int offset) {
        return (u8(offset) << 16) | u16(offset + 1);
    }

    /// All 32 bits, big endian.
    public int i32(int offset) {
        return (int) I32.get(array, at(offset, 4));
    }

    /// All 32 bits, little endian.
    public int i32le(int offset) {
        return (int) I32_LE.get(array, at(offset, 4));
    }

    /// 0 to 2^32 - 1, big endian.
    public long u32(int offset) {
        return i32(offset) & 0xffff_ffffL;
    }

    /// 0 to 2^32 - 1, little endian.
    public long u32le(int offset) {
        return i32le(offset) & 0xffff_ffffL;
    }

    /// 0 to 2^48 - 1, big endian: a MAC address.
    public long u48(int offset) {
        return ((long) u16(offset) << 32) | u32(offset + 2);
    }

    /// All 64 bits, big endian.
    public long i64(int offset) {
        return (long) I64.get(array, at(offset, 8));
    }

    /// All 64 bits, little endian.
    public long i64le(int offset) {
        return (long) I64_LE.get(array, at(offset, 8));
    }

    /// The first index from `from` that holds `value`, or -1.
    public int indexOf(int value, int from) {
        for (int i = Math.max(from, 0); i < length; i++) {
            if (array[start + i] == (byte) value) {
                return i;
            }
        }
        return -1;
    }

    /// True if the bytes at `offset` are those of the ASCII text.
    public boolean startsWith(int offset, String ascii) {
        if (!has(offset, ascii.length())) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (array[start + offset + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Text for people: decoded, cut at the first NUL, control characters dropped, white space at both ends stripped.
    public String text(int offset, int count, Charset charset) {
        return clean(new String(array, at(offset, count), count, charset));
    }

    /// [#text(int, int, Charset)] of ASCII or Latin-1 bytes.
    public String latin1(int offset, int count) {
        return text(offset, count, StandardCharsets.ISO_8859_1);
    }

    /// [#text(int, int, Charset)] of UTF-8 bytes; bytes that are not UTF-8 become replacement characters.
    public String utf8(int offset, int count) {
        return text(offset, count, StandardCharsets.UTF_8);
    }

    /// The bytes as lower-case hex.
    public String hex(int offset, int count) {
        int from = at(offset, count);
        StringBuilder out = new StringBuilder(count * 2);
        for (int i = 0; i < count; i++) {
            int value = array[from + i] & 0xff;
            out.append(Character.forDigit(value >>> 4, 16)).append(Character.forDigit(value & 15, 16));
        }
        return out.toString();
    }

    private static String clean(String raw) {
        int end = raw.indexOf('\0');
        String text = end < 0 ? raw : raw.substring(0, end);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return withoutControls(text).strip();
            }
        }
        return text.strip();
    }

    private static String withoutControls(String text) {
        StringBuilder kept = new StringBuilder(text);
        for (int i = 0; i < kept.length(); i++) {
            if (Character.isISOControl(kept.charAt(i))) {
                kept.setCharAt(i, ' ');
            }
        }
        return kept.toString();
    }
}
