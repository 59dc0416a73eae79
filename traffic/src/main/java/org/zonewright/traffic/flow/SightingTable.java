package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.memory.Pager;

/// Which MAC address sent packets of which IP address, from which vantage point. Consulted for the first packet of a
/// flow's side and whenever the MAC changes. Some 50 bytes a pair, which cannot be spilled. Mutable; one thread.
final class SightingTable {
    private static final int WIDTH = 4; // mac and vantage, family and address, first frame and hops, packets

    private long[] rows = new long[256 * WIDTH];
    private int[] index = new int[1024];
    private int size;
    private final long seed;
    private final Pager pager;

    SightingTable(long seed, Pager pager) {
        this.seed = seed;
        this.pager = pager;
    }

    private static long who(long mac, int vantage) {
        return (mac << 16) | vantage;
    }

    private static long what(int family, int address) {
        return ((long) family << 32) | (address & 0xffff_ffffL);
    }

    /// Notes one packet, whose numbers are a [Packet]'s; of several, the least number of hops stays.
    void saw(long mac, int vantage, int family, int address, long frame, int timeToLive) {
        int hops = hops(timeToLive);
        int at = find(who(mac, vantage), what(family, address), true) * WIDTH;
        long before = rows[at + 2];
        if (before == 0) {
            rows[at + 2] = (frame << 8) | hops;
        } else if (hops < (before & 0xff)) {
            rows[at + 2] = (before & ~0xffL) | hops;
        }
    }

    /// Routers crossed, if the sender began with a usual value (32, 64, 128, 255).
    private static int hops(int ttl) {
        return ttl > 128 ? 255 - ttl : ttl > 64 ? 128 - ttl : ttl > 32 ? 64 - ttl : 32 - ttl;
    }

    /// Takes in the sightings of another table of the same capture.
    void takeIn(SightingTable other) {
        for (int row = 0; row < other.size; row++) {
            int from = row * WIDTH;
            int at = find(other.rows[from], other.rows[from + 1], true) * WIDTH;
            long mine = rows[at + 2];
            long theirs = other.rows[from + 2];
            rows[at + 2] = mine == 0
                    ? theirs
                    : (Math.min(mine >>> 8, theirs >>> 8) << 8) | Math.min(mine & 0xff, theirs & 0xff);
            rows[at + 3] += other.rows[from + 3];
        }
    }

    int size() {
        return size;
    }

    /// Forgets what flows added: they are about to be counted anew.
    void forgetCounts() {
        for (int row = 0; row < size; row++) {
            rows[row * WIDTH + 3] = 0;
        }
    }

    /// Adds a flow's packets to a sighting made before, if there was memory for it.
    void count(long mac, int vantage, int family, int address, long packets) {
        int row = find(who(mac, vantage), what(family, address), false);
        if (row >= 0) {
            rows[row * WIDTH + 3] += packets;
        }
    }

    /// The row of a sighting, or -1 if it is new and `add` is false.
    private int find(long who, long what, boolean add) {
        int slot = (int) FlowTable.mix(who ^ seed, what) & (index.length - 1);
        while (index[slot] != 0) {
            int row = index[slot] - 1;
            if (rows[row * WIDTH] == who && rows[row * WIDTH + 1] == what) {
                return row;
            }
            slot = (slot + 1) & (index.length - 1);
        }
        if (!add) {
            return -1;
        }
        if ((size + 1) * WIDTH > rows.length) {
            pager.fix((long) rows.length * Long.BYTES);
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        if ((size + 1) * 2 > index.length) {
            grow();
            return find(who, what, true);
        }
        int row = size++;
        rows[row * WIDTH] = who;
        rows[row * WIDTH + 1] = what;
        index[slot] = row + 1;
        return row;
    }

    private void grow() {
        pager.fix((long) index.length * Integer.BYTES);
        int[] grown = new int[index.length * 2];
        for (int row = 0; row < size; row++) {
            int slot = (int) FlowTable.mix(rows[row * WIDTH] ^ seed, rows[row * WIDTH + 1]) & (grown.length - 1);
            while (grown[slot] != 0) {
                slot = (slot + 1) & (grown.length - 1);
            }
            grown[slot] = row + 1;
        }
        index = grown;
    }

    List<LinkSighting> sightings(VantageBook vantages, AddressBook addresses) {
        List<LinkSighting> found = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            int at = row * WIDTH;
            found.add(new LinkSighting(
                    vantages.at((int) (rows[at] & 0xffff)),
                    AddressBook.macAddress(rows[at] >>> 16),
                    addresses.address((int) (rows[at + 1] >>> 32), (int) rows[at + 1]),
                    rows[at + 3],
                    rows[at + 2] >>> 8,
                    (int) (rows[at + 2] & 0xff)));
        }
        return found;
    }
}
