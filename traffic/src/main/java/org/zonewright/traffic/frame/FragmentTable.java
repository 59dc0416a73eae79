package org.zonewright.traffic.frame;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.traffic.flow.Packet;

/// IP datagrams that came in pieces, until they are whole. Bounded: at most [#LIMIT] datagrams wait, the oldest gives
/// way; a datagram has at most 65 535 bytes. Mutable; one thread.
final class FragmentTable {
    static final int LIMIT = 256;
    private static final int MAX_DATAGRAM = 65_535;

    /// What makes fragments belong together (RFC 791, RFC 8200): addresses, identification, protocol; and where seen.
    record Key(int family, long addresses, int identification, int protocol, int vantage) {}

    /// A datagram under way. Only whole bytes count: an overlap is not counted twice as the later piece overwrites.
    static final class Datagram {
        byte[] bytes = new byte[2048];
        private final BitSet have = new BitSet();
        private int total = -1;
        int frames;
        long wireBytes;
        /// Of the first piece that came, as a [org.zonewright.traffic.flow.Packet] holds them.
        long sourceMac;

        int timeToLive;

        private boolean isWhole() {
            return total >= 0 && have.nextClearBit(0) >= (total + 7) / 8;
        }

        int total() {
            return total;
        }
    }

    private final Map<Key, Datagram> waiting = new LinkedHashMap<>();

    /// Adds the piece of a packet, `count` of its bytes starting with `from`, that belongs at `offset` (bytes, a
    /// multiple
    /// of 8); gives the datagram if it is whole now. Empty and impossible pieces are ignored.
    @Nullable
    Datagram add(Key key, Packet packet, int from, int count, int offset, boolean more) {
        if (count <= 0 || offset + count > MAX_DATAGRAM) {
            return null;
        }
        Datagram datagram = waiting.get(key);
        if (datagram == null) {
            datagram = new Datagram();
            datagram.sourceMac = packet.sourceMac;
            datagram.timeToLive = packet.timeToLive;
            waiting.put(key, datagram);
        }
        if (offset + count > datagram.bytes.length) {
            datagram.bytes = Arrays.copyOf(datagram.bytes, Math.min(MAX_DATAGRAM, (offset + count) * 2));
        }
        System.arraycopy(packet.bytes, from, datagram.bytes, offset, count);
        datagram.have.set(offset / 8, more ? (offset + count) / 8 : (offset + count + 7) / 8);
        if (!more) {
            datagram.total = offset + count;
        }
        datagram.frames++;
        datagram.wireBytes += packet.wireLength;
        if (!datagram.isWhole()) {
            return null;
        }
        waiting.remove(key);
        return datagram;
    }

    /// The oldest datagram if too many wait, else null; the caller accounts for it.
    Map.@Nullable Entry<Key, Datagram> evict() {
        if (waiting.size() <= LIMIT) {
            return null;
        }
        Map.Entry<Key, Datagram> oldest = waiting.entrySet().iterator().next();
        waiting.remove(oldest.getKey());
        return oldest;
    }

    /// The datagrams that never became whole, oldest first.
    Map<Key, Datagram> unfinished() {
        return waiting;
    }
}
