package org.zonewright.traffic.cip;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.traffic.dissect.ByteSlice;

/// The way to a device behind a station: port segments (The CIP Networks Library, volume 1, C-1.4.1), each a port and
/// the link address behind it. Port 1 is usually the backplane, its link address a slot.
///
/// A route of one or two short segments is kept in 32 bits, its mark: port and link of each, the last lowest. Mutable:
/// re-read for each path; one thread.
final class CipRoute {
    static final Attribute SCHEME = new Attribute("cip.route");
    private static final int EXTENDED_LINK = 0x10;
    private static final int EXTENDED_PORT = 15;
    private static final int MAX_HOPS = 8;
    private static final int MAX_LINK = 64;

    private final StringBuilder text = new StringBuilder();
    private int mark;
    private int hops;
    private boolean isShort;

    /// Reads port segments from `at` up to `end` or the first segment of another kind.
    void read(ByteSlice bytes, int at, int end, boolean withText) {
        text.setLength(0);
        mark = 0;
        hops = 0;
        isShort = true;
        int next = at;
        while (hops < MAX_HOPS && next + 2 <= end && (bytes.u8(next) & 0xe0) == 0) {
            int segment = bytes.u8(next);
            boolean extended = (segment & EXTENDED_LINK) != 0;
            int port = segment & 15;
            if (port == 0) {
                return;
            }
            int link = extended ? bytes.u8(next + 1) : 1;
            next += extended ? 2 : 1;
            if (port == EXTENDED_PORT) {
                port = bytes.u16le(next);
                next += 2;
            }
            if (next + link > end || link > MAX_LINK) {
                return;
            }
            isShort &= !extended && port < EXTENDED_PORT && hops < 2;
            mark = (mark << 16) | (port << 8) | bytes.u8(next);
            if (withText) {
                hop(bytes, port, next, link, extended);
            }
            next += link + (extended ? link & 1 : 0);
            hops++;
        }
    }

    private void hop(ByteSlice bytes, int port, int at, int length, boolean extended) {
        text.append(hops == 0 ? "" : ",").append(port).append('/');
        if (extended) {
            text.append(bytes.text(at, length, StandardCharsets.ISO_8859_1));
        } else {
            text.append(bytes.u8(at));
        }
    }

    /// True if there is a route and its mark says all of it.
    boolean isShort() {
        return hops > 0 && isShort;
    }

    boolean isEmpty() {
        return hops == 0;
    }

    int mark() {
        return isShort() ? mark : 0;
    }

    /// The route as text, such as `1/0` or `1/3,2/192.168.1.5`.
    String text() {
        return text.toString();
    }

    static boolean isOneHop(int mark) {
        return mark != 0 && mark >>> 16 == 0;
    }

    /// The address of the device at the end of a route, none for the mark 0.
    static @Nullable ChildAddress child(int mark) {
        if (mark == 0) {
            return null;
        }
        String last = ((mark >>> 8) & 0xff) + "/" + (mark & 0xff);
        String first = ((mark >>> 24) & 0xff) + "/" + ((mark >>> 16) & 0xff) + ",";
        return new ChildAddress(SCHEME, isOneHop(mark) ? last : first + last);
    }
}
