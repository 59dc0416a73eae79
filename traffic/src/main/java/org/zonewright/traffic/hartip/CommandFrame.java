package org.zonewright.traffic.hartip;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads one HART command in place, as a token-passing frame carries it (HCF_SPEC-081) or a direct message does.
///
/// A frame: delimiter, address of one or five bytes, expansion bytes, command, count, data, check. A response's data
/// starts with a response code and the device's status. A direct message: two bytes of status, then commands of two
/// bytes number, one byte count and data, which starts with the response code in a response.
/// Mutable: re-wrapped over the current command; one thread.
final class CommandFrame {
    private static final int LONG_ADDRESS = 0x80; // in the delimiter
    private static final int TYPE = 0x07; // in the delimiter
    private static final int REQUEST = 2;
    private static final int BURST = 1;
    private static final int RESPONSE = 6;

    /// The bits of an address that name the device: without those of the master and of burst mode.
    private static final long DEVICE = 0x3f_ffff_ffffL;

    private static final int EXTENDED_NUMBER = 2; // bytes
    private static final int FORWARDED = 3; // bytes before a frame that is sent on

    private ByteSlice bytes = new ByteSlice();
    private int command;
    private int data;
    private int end;
    private int responseCode;
    private long address;

    /// The address of a command that has none.
    static final long NO_ADDRESS = -1;

    /// Reads a token-passing frame; false if it is none.
    boolean wrapFrame(ByteSlice slice, int from, int limit) {
        bytes = slice;
        int at = from;
        while (at < limit && slice.u8(at) == 0xff) {
            at++; // preamble
        }
        int delimiter = slice.u8(at);
        int type = delimiter & TYPE;
        if (type != REQUEST && type != BURST && type != RESPONSE) {
            return false;
        }
        boolean isLong = (delimiter & LONG_ADDRESS) != 0;
        at++;
        address = isLong ? (((long) slice.u8(at) << 32) | slice.u32(at + 1)) & DEVICE : slice.u8(at) & 0x3f;
        at += (isLong ? 5 : 1) + ((delimiter >>> 5) & 3);
        command = slice.u8(at);
        data = at + 2;
        end = Math.min(data + slice.u8(at + 1), limit);
        responseCode = 0;
        if (type != REQUEST) {
            responseCode = slice.u8(data);
            data += 2;
        }
        if (command == HartCommands.EXTENDED) {
            command = slice.u16(data);
            data += EXTENDED_NUMBER;
        }
        return true;
    }

    /// Reads a command of a direct message at this offset.
    void wrapDirect(ByteSlice slice, int at, int limit, boolean response) {
        bytes = slice;
        address = NO_ADDRESS;
        command = slice.u16(at);
        data = at + 3;
        end = Math.min(data + slice.u8(at + 2), limit);
        responseCode = 0;
        if (response && data < end) {
            responseCode = slice.u8(data);
            data++;
        }
    }

    /// Turns to the frame inside the request of command 77, which has card, channel and preambles before it.
    boolean wrapForwarded() {
        return end - data > FORWARDED + 4 && wrapFrame(bytes, data + FORWARDED, end);
    }

    /// 0 to 65535.
    int command() {
        return command;
    }

    /// 38 bits of a long address, 6 of a polling address, or [#NO_ADDRESS].
    long address() {
        return address;
    }

    boolean isLongAddress() {
        return address > 0x3f;
    }

    /// True for an error; codes from 128 on are of the communication, some of the others only warn.
    boolean isRefused() {
        return responseCode != 0 && !isWarning(responseCode);
    }

    /// Response codes with which a command was still done (HCF_SPEC-307): nearest value, dynamic variables not right,
    /// delayed response.
    static boolean isWarning(int code) {
        return code == 8 || code == 14 || code == 30;
    }

    ByteSlice bytes() {
        return bytes;
    }

    /// Where the data starts, response code and status left out.
    int data() {
        return data;
    }

    /// Where the data ends.
    int end() {
        return end;
    }
}
