package org.zonewright.systemtests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.zonewright.systemtests.SuricataRule.Control;

/// The codes of the requests in one segment, under the keywords that rules for Suricata ask for them with. A message
/// cut over two segments is not put together.
///
///     Modbus    0 transaction 2 protocol, 0 4 length of the rest 6 unit 7 function
///     DNP3      0 05 64 2 length 10 blocks of 16 bytes and 2 of check: transport, control, function
///     ENIP      0 command 2 length after 24 bytes 24 interface, timeout 30 items: type, length, data
final class ControlRequests {
    private static final int LAST_MODBUS = 24;
    private static final int DEVICE_IDENTIFICATION = 43;
    private static final int DNP3_START = 0x0564;
    private static final int DNP3_HEADER = 10;
    private static final int DNP3_BLOCK = 16;
    private static final int FIRST_FRAGMENT = 0x40;
    private static final int ENIP_HEADER = 24;
    private static final int SEND_REQUEST = 0x6f;
    private static final int SEND_UNIT = 0x70;
    private static final int CONNECTED = 0xb1;
    private static final int UNCONNECTED = 0xb2;
    private static final int MULTIPLE = 0x0a;
    private static final int REPLY = 0x80;

    private ControlRequests() {}

    /// Whether Suricata, as it comes, takes a connection to this port with these first bytes for a protocol.
    static boolean isOf(String protocol, int port, ByteBuffer data) {
        return switch (protocol) {
            case "modbus" -> port == 502 && isModbus(data);
            case "dnp3" -> port == 20_000 && data.limit() >= DNP3_HEADER && u16(data, 0) == DNP3_START;
            case "enip" -> port == 44_818 && data.limit() >= ENIP_HEADER && little(data, 0) <= 0xff;
            default -> false;
        };
    }

    private static boolean isModbus(ByteBuffer data) {
        return data.limit() > 7
                && u16(data, 2) == 0
                && ((u8(data, 7) & 0x7f) <= LAST_MODBUS || (u8(data, 7) & 0x7f) == DEVICE_IDENTIFICATION);
    }

    /// The requests in a segment of a protocol, in their order.
    static List<Control> in(String protocol, ByteBuffer data) {
        List<Control> found = new ArrayList<>();
        switch (protocol) {
            case "modbus" -> modbus(data, found);
            case "dnp3" -> dnp3(data, found);
            case "enip" -> enip(data, found);
            default -> throw new IllegalArgumentException(protocol);
        }
        return found;
    }

    private static void modbus(ByteBuffer data, List<Control> found) {
        int at = 0;
        while (at + 7 < data.limit() && u16(data, at + 2) == 0 && u16(data, at + 4) >= 2) {
            found.add(new Control("modbus", u8(data, at + 7)));
            at += 6 + u16(data, at + 4);
        }
    }

    private static void dnp3(ByteBuffer data, List<Control> found) {
        int at = 0;
        while (at + DNP3_HEADER <= data.limit() && u16(data, at) == DNP3_START && u8(data, at + 2) >= 5) {
            int user = u8(data, at + 2) - 5;
            int start = at + DNP3_HEADER;
            if (user >= 3 && start + 3 <= data.limit() && (u8(data, start) & FIRST_FRAGMENT) != 0) {
                found.add(new Control("dnp3_func", u8(data, start + 2)));
            }
            at = start + user + (user + DNP3_BLOCK - 1) / DNP3_BLOCK * 2;
        }
    }

    private static void enip(ByteBuffer data, List<Control> found) {
        int at = 0;
        while (at + ENIP_HEADER <= data.limit()) {
            int command = little(data, at);
            int end = at + ENIP_HEADER + little(data, at + 2);
            found.add(new Control("enip_command", command));
            if ((command == SEND_REQUEST || command == SEND_UNIT) && end <= data.limit()) {
                items(data, at + ENIP_HEADER + 6, end, found);
            }
            at = end;
        }
    }

    private static void items(ByteBuffer data, int first, int end, List<Control> found) {
        int at = first + 2;
        while (at + 4 <= end) {
            int type = little(data, at);
            int start = at + 4 + (type == CONNECTED ? 2 : 0);
            int next = at + 4 + little(data, at + 2);
            if ((type == CONNECTED || type == UNCONNECTED) && next <= end) {
                services(data, start, next, found);
            }
            at = next;
        }
    }

    /// A service, and for several in one packet each of them: 0 service 1 words of the path, the path, count,
    /// offsets.
    private static void services(ByteBuffer data, int at, int end, List<Control> found) {
        if (at + 2 > end || u8(data, at) >= REPLY) {
            return;
        }
        found.add(new Control("cip_service", u8(data, at)));
        int list = at + 2 + u8(data, at + 1) * 2;
        if (u8(data, at) != MULTIPLE || list + 2 > end) {
            return;
        }
        int count = little(data, list);
        for (int i = 0; i < count && list + 4 + 2 * i <= end; i++) {
            int start = list + little(data, list + 2 + 2 * i);
            if (start > list) {
                services(data, start, end, found);
            }
        }
    }

    private static int u8(ByteBuffer data, int at) {
        return Byte.toUnsignedInt(data.get(at));
    }

    private static int u16(ByteBuffer data, int at) {
        return Short.toUnsignedInt(data.getShort(at));
    }

    private static int little(ByteBuffer data, int at) {
        return Short.toUnsignedInt(
                data.duplicate().order(ByteOrder.LITTLE_ENDIAN).getShort(at));
    }
}
