package org.zonewright.assess.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Which zones and how many assets a breach of each zone reaches, with pivoting: the closure of the components, one
/// block of units after another so that memory stays bounded. A breach of a zone holds all its assets.
final class Closure {
    private static final int BLOCK_WORDS = 64;
    private static final int BLOCK = BLOCK_WORDS * Long.SIZE;

    private final Network network;
    private final Components components;
    private final int[] memberStart;
    private final int[] members;

    /// The assets in each unit.
    private final int[] weight;

    /// The zones that each zone reaches, itself among them, as bits.
    private final long[][] rows;

    private final int zoneWords;

    /// How many other zones each zone reaches.
    final int[] zones;

    /// Assets outside the zone that it reaches.
    final int[] assets;

    Closure(Network network) {
        this.network = network;
        components = new Components(network.graph);
        Nodes nodes = network.drawn.nodes();
        int units = network.graph.units;
        weight = new int[units];
        for (int asset = 0; asset < nodes.assets; asset++) {
            if (nodes.present[asset]) {
                weight[network.drawn.units().ofAsset[asset]]++;
            }
        }
        memberStart = new int[components.count + 1];
        for (int component : components.of) {
            memberStart[component + 1]++;
        }
        for (int i = 0; i < components.count; i++) {
            memberStart[i + 1] += memberStart[i];
        }
        members = new int[units];
        int[] at = Arrays.copyOf(memberStart, components.count);
        for (int unit = 0; unit < units; unit++) {
            members[at[components.of[unit]]++] = unit;
        }
        zones = new int[nodes.zones];
        zoneWords = (nodes.zones + Long.SIZE - 1) / Long.SIZE;
        rows = new long[nodes.zones][];
        assets = new int[nodes.zones];
        int[][] held = new int[nodes.zones][];
        for (int zone = 0; zone < nodes.zones; zone++) {
            held[zone] = Sources.zone(zone, network.drawn).held().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        long[] reached = new long[components.count * BLOCK_WORDS];
        for (int first = 0; first < units; first += BLOCK) {
            block(first, Math.min(units, first + BLOCK), reached);
            long[][] alike = new long[components.count][];
            int[] total = new int[components.count];
            for (int zone = 0; zone < nodes.zones; zone++) {
                collect(zone, held[zone], first, reached, alike, total);
            }
        }
        for (int zone = 0; zone < nodes.zones; zone++) {
            zones[zone] = count(zone);
        }
    }

    /// The numbers of the other zones that a zone reaches, ascending.
    IntStream zonesFrom(int zone) {
        return BitSet.valueOf(rows[zone]).stream().filter(other -> other != zone);
    }

    private int count(int zone) {
        int count = 0;
        for (long word : rows[zone]) {
            count += Long.bitCount(word);
        }
        return (rows[zone][zone / Long.SIZE] & 1L << zone) == 0 ? count : count - 1;
    }

    /// What each component reaches of the units from `first` to `end`. Components come after those they reach.
    private void block(int first, int end, long[] reached) {
        Arrays.fill(reached, 0);
        Graph graph = network.graph;
        int[] last = new int[components.count];
        Arrays.fill(last, -1);
        for (int component = 0; component < components.count; component++) {
            int row = component * BLOCK_WORDS;
            for (int i = memberStart[component]; i < memberStart[component + 1]; i++) {
                int unit = members[i];
                if (unit >= first && unit < end) {
                    reached[row + (unit - first) / Long.SIZE] |= 1L << (unit - first);
                }
                for (int edge = graph.start[unit]; edge < graph.start[unit + 1]; edge++) {
                    int other = components.of[graph.head[edge]];
                    if (other != component && last[other] != component && graph.level[edge] < Hurdle.CLOSED_LEVEL) {
                        last[other] = component;
                        join(reached, row, other * BLOCK_WORDS);
                    }
                }
            }
        }
    }

    private static void join(long[] reached, int into, int from) {
        for (int word = 0; word < BLOCK_WORDS; word++) {
            reached[into + word] |= reached[from + word];
        }
    }

    /// Adds what a zone reaches of one block. Zones whose holdings are one component share its row and its sum.
    private void collect(int zone, int[] held, int first, long[] reached, long[][] alike, int[] total) {
        int component = components.of[held[0]];
        boolean single = true;
        for (int unit : held) {
            single &= components.of[unit] == component;
        }
        long[] all = single ? alike[component] : null;
        int sum = single ? total[component] : 0;
        if (all == null) {
            all = new long[BLOCK_WORDS];
            for (int unit : held) {
                int row = components.of[unit] * BLOCK_WORDS;
                for (int word = 0; word < BLOCK_WORDS; word++) {
                    all[word] |= reached[row + word];
                }
            }
            sum = sum(all, first);
            if (single) {
                alike[component] = all;
                total[component] = sum;
            }
        }
        for (int unit : held) {
            if (unit >= first && unit < first + BLOCK) {
                sum -= weight[unit];
            }
        }
        assets[zone] += sum;
        keep(zone, first, all);
    }

    private int sum(long[] all, int first) {
        int sum = 0;
        for (int word = 0; word < BLOCK_WORDS; word++) {
            for (long bits = all[word]; bits != 0; bits &= bits - 1) {
                sum += weight[first + word * Long.SIZE + Long.numberOfTrailingZeros(bits)];
            }
        }
        return sum;
    }

    /// Keeps what of a row are zones.
    private void keep(int zone, int first, long[] all) {
        int at = first / Long.SIZE;
        if (at < zoneWords) {
            if (rows[zone] == null) {
                rows[zone] = new long[zoneWords];
            }
            System.arraycopy(all, 0, rows[zone], at, Math.min(BLOCK_WORDS, zoneWords - at));
            if (zoneWords - at <= BLOCK_WORDS) {
                long past =
                        (-1L << network.drawn.nodes().zones) & (network.drawn.nodes().zones % Long.SIZE == 0 ? 0 : -1L);
                rows[zone][zoneWords - 1] &= ~past;
            }
        }
    }
}
