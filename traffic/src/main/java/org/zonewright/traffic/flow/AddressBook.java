package org.zonewright.traffic.flow;

import java.util.Arrays;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.facts.memory.Pager;

/// Small ids for IPv6 and MAC addresses, so that a flow's key is two longs. Open addressing over two words; ids count
/// up from 0 and mean nothing outside this reader. Mutable; one thread gives ids, others may ask for the address of
/// an id that was handed to them.
public final class AddressBook {
    /// Two words for each id. Final fields: whoever sees a grown one sees what was in it when it was made.
    private static final class Words {
        final long[] high;
        final long[] low;

        Words(long[] high, long[] low) {
            this.high = high;
            this.low = low;
        }
    }

    private Words words = new Words(new long[64], new long[64]);
    private int[] index = new int[256];
    private int size;
    private final long seed;
    private final Pager pager;

    /// A book without a bound.
    public AddressBook(long seed) {
        this(seed, MemoryBudget.unbounded().pager());
    }

    /// A book whose memory, some 40 bytes an address, is the pager's.
    public AddressBook(long seed, Pager pager) {
        this.seed = seed;
        this.pager = pager;
    }

    int size() {
        return size;
    }

    /// The id of an IPv6 address.
    public int ipv6(long high, long low) {
        return find(high, low);
    }

    /// The id of a MAC address, given as a [Packet] holds it. Ids are shared with IPv6: `ffff:ffff:ffff:ffff::` is a
    /// group prefix of no use.
    public int mac(long bits) {
        return find(-1L, bits);
    }

    private int find(long first, long second) {
        long[] high = words.high;
        long[] low = words.low;
        int slot = (int) FlowTable.mix(first ^ seed, second) & (index.length - 1);
        while (index[slot] != 0) {
            int id = index[slot] - 1;
            if (low[id] == second && high[id] == first) {
                return id;
            }
            slot = (slot + 1) & (index.length - 1);
        }
        if (size == low.length) {
            pager.fix(2L * size * Long.BYTES);
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
            words = new Words(high, low);
        }
        if ((size + 1) * 2 > index.length) {
            grow();
            return find(first, second);
        }
        int id = size++;
        high[id] = first;
        low[id] = second;
        index[slot] = id + 1;
        return id;
    }

    private void grow() {
        pager.fix((long) index.length * Integer.BYTES);
        int[] grown = new int[index.length * 2];
        for (int id = 0; id < size; id++) {
            int slot = (int) FlowTable.mix(words.high[id] ^ seed, words.low[id]) & (grown.length - 1);
            while (grown[slot] != 0) {
                slot = (slot + 1) & (grown.length - 1);
            }
            grown[slot] = id + 1;
        }
        index = grown;
    }

    /// The address that a number of the family stands for.
    public Address address(int family, int number) {
        Words all = words;
        return switch (family) {
            case Packet.IPV4 -> new Ipv4Address(Integer.reverseBytes(number));
            case Packet.IPV6 -> new Ipv6Address(all.high[number], all.low[number]);
            default -> macAddress(all.low[number]);
        };
    }

    /// The MAC address that a [Packet] holds as this number.
    static MacAddress macAddress(long number) {
        return new MacAddress(Long.reverseBytes(number) >>> 16);
    }
}
