package org.zonewright.traffic.bacnet;

import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the link header of BACnet/IP (ASHRAE 135, annex J) and the network header (6.2) in place.
///
///     BACnet/IP:  0 type 0x81   1 function   2 length   4 network header, or 10 behind the origin of a forwarded one
///     network:    0 version 1   1 control   2 destination network, if bit 5; source network, if bit 3; hop count
///
/// Mutable: re-wrapped over the current message; one thread.
final class NetworkView {
    static final int LINK_HEADER = 4; // bytes
    static final int NONE = -1;

    private static final int LINK_TYPE = 0x81;
    private static final int FORWARDED = 0x04;
    private static final int DISTRIBUTE_BROADCAST = 0x09;
    private static final int UNICAST = 0x0a;
    private static final int BROADCAST = 0x0b;
    private static final int LAST_FUNCTION = 0x0c;
    private static final int ORIGIN = 6; // bytes, address and port
    private static final int FIRST_PORT = 47808;
    private static final int PORT_VARIANTS = 0x0f;
    private static final int MAX_ADDRESS = 18; // bytes, of a virtual address
    private static final int VERSION = 1;
    private static final int NETWORK_MESSAGE = 0x80;
    private static final int HAS_DESTINATION = 0x20;
    private static final int HAS_SOURCE = 0x08;

    private static final long PRIME = 0x100_0000_01b3L; // of the FNV hash

    private ByteSlice bytes = new ByteSlice();
    private boolean routed;
    private int message;
    private int sourceNetwork;
    private int sourceAt;
    private int sourceLength;

    /// True if a whole link header is there; only then may the link's fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= LINK_HEADER;
    }

    boolean isLinkPlausible() {
        return bytes.u8(0) == LINK_TYPE && bytes.u8(1) <= LAST_FUNCTION && messageLength() >= LINK_HEADER;
    }

    int messageLength() {
        return bytes.u16(2);
    }

    boolean isForwarded() {
        return bytes.u8(1) == FORWARDED;
    }

    /// The IPv4 address of the station that sent a forwarded message first.
    int origin() {
        return bytes.i32(LINK_HEADER);
    }

    /// The offset of the network header, or [#NONE] for messages between links.
    int network() {
        return switch (bytes.u8(1)) {
            case FORWARDED -> LINK_HEADER + ORIGIN;
            case DISTRIBUTE_BROADCAST, UNICAST, BROADCAST -> LINK_HEADER;
            default -> NONE;
        };
    }

    int function() {
        return bytes.u8(1);
    }

    /// The offset of the application message behind the network header at `at`, or [#NONE] if there is none; then
    /// [#message] may tell of a message between routers.
    int application(ByteSlice slice, int at) {
        bytes = slice;
        routed = false;
        message = NONE;
        if (bytes.u8(at) != VERSION) {
            return NONE;
        }
        int control = bytes.u8(at + 1);
        int next = at + 2;
        if ((control & HAS_DESTINATION) != 0) {
            next += 3 + bytes.u8(next + 2);
        }
        routed = (control & HAS_SOURCE) != 0;
        if (routed) {
            sourceNetwork = bytes.u16(next);
            sourceLength = bytes.u8(next + 2);
            sourceAt = next + 3;
            next = sourceAt + sourceLength;
        }
        if ((control & HAS_DESTINATION) != 0) {
            next++;
        }
        if ((control & NETWORK_MESSAGE) != 0) {
            message = next;
            return NONE;
        }
        return next;
    }

    /// The offset of the message between routers that the last network header led, or [#NONE].
    int message() {
        return message;
    }

    /// The network of the station behind the router, 1 to 65534; only if [#isRouted].
    int sourceNetwork() {
        return sourceNetwork;
    }

    /// A mark of network and address of the station behind the router.
    long sourceMark() {
        long mark = ((long) sourceNetwork << 8) | sourceLength;
        for (int i = 0; i < sourceLength; i++) {
            mark = (mark ^ bytes.u8(sourceAt + i)) * PRIME;
        }
        return mark;
    }

    /// Network and address of the station behind the router as text: `3:108` where the address is one byte, as in
    /// MS/TP, `26003:192.168.0.103:47808` where it is that of BACnet/IP, else in hex.
    String sourceText() {
        StringBuilder text = new StringBuilder().append(sourceNetwork).append(':');
        if (sourceLength == 1) {
            return text.append(bytes.u8(sourceAt)).toString();
        }
        if (sourceLength == ORIGIN && (bytes.u16(sourceAt + 4) & ~PORT_VARIANTS) == FIRST_PORT) {
            return text.append(new Ipv4Address(bytes.i32(sourceAt)))
                    .append(':')
                    .append(bytes.u16(sourceAt + 4))
                    .toString();
        }
        for (int i = 0; i < Math.min(sourceLength, MAX_ADDRESS); i++) {
            int octet = bytes.u8(sourceAt + i);
            text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 15, 16));
        }
        return text.toString();
    }

    /// True if the message came through a router: the station behind it sent it.
    boolean isRouted() {
        return routed;
    }
}
