package org.zonewright.facts.policy;

import java.util.Arrays;

/// Reduced ordered binary decision diagrams (Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986):
/// equal sets have equal numbers.
///
/// Nodes are never given back, so `maxNodes` bounds memory (some 40 bytes a node with its tables). One thread.
final class Diagram {
    static final int FALSE = 0;
    static final int TRUE = 1;

    private static final int AND = 1;
    private static final int OR = 2;
    private static final int MINUS = 3;

    private static final int MOST_CACHED = 1 << 18;
    private static final int FIRST_SIZE = 1 << 12;

    private final int maxNodes;
    private int[] variables = new int[FIRST_SIZE];
    private int[] lows = new int[FIRST_SIZE];
    private int[] highs = new int[FIRST_SIZE];
    private int[] unique = new int[FIRST_SIZE * 2];
    private int size = 2;

    /// Results of operations, as many as there are nodes at first: most diagrams stay small.
    private long[] cacheKeys = new long[FIRST_SIZE];
    private int[] cacheOps = new int[FIRST_SIZE];
    private int[] cacheValues = new int[FIRST_SIZE];

    Diagram(int maxNodes) {
        this.maxNodes = maxNodes;
        variables[FALSE] = Integer.MAX_VALUE;
        variables[TRUE] = Integer.MAX_VALUE;
    }

    /// How many nodes there are.
    int size() {
        return size;
    }

    /// The variable that a node asks first; greater than every variable for the two constants.
    int variable(int node) {
        return variables[node];
    }

    int low(int node) {
        return lows[node];
    }

    int high(int node) {
        return highs[node];
    }

    /// The node that asks `variable` and goes on with `low` or `high`.
    ///
    /// @throws TooManyNodes if the bound is reached
    int node(int variable, int low, int high) {
        if (low == high) {
            return low;
        }
        int slot = mix(variable, low, high) & (unique.length - 1);
        for (; unique[slot] != 0; slot = (slot + 1) & (unique.length - 1)) {
            int known = unique[slot];
            if (variables[known] == variable && lows[known] == low && highs[known] == high) {
                return known;
            }
        }
        if (size == maxNodes) {
            throw new TooManyNodes();
        }
        if (size == variables.length) {
            grow();
            return node(variable, low, high);
        }
        variables[size] = variable;
        lows[size] = low;
        highs[size] = high;
        unique[slot] = size;
        return size++;
    }

    private void grow() {
        int length = (int) Math.min(maxNodes, variables.length * 2L);
        variables = Arrays.copyOf(variables, length);
        lows = Arrays.copyOf(lows, length);
        highs = Arrays.copyOf(highs, length);
        if (cacheKeys.length < Math.min(MOST_CACHED, length)) {
            int entries = Math.min(MOST_CACHED, Integer.highestOneBit(length - 1) << 1);
            cacheKeys = new long[entries];
            cacheOps = new int[entries];
            cacheValues = new int[entries];
        }
        int slots = Integer.highestOneBit(length - 1) << 2;
        unique = new int[slots];
        for (int known = 2; known < size; known++) {
            int slot = mix(variables[known], lows[known], highs[known]) & (slots - 1);
            while (unique[slot] != 0) {
                slot = (slot + 1) & (slots - 1);
            }
            unique[slot] = known;
        }
    }

    private static int mix(int variable, int low, int high) {
        long mixed =
                (low * 0x9e37_79b9_7f4a_7c15L) ^ (high * 0xc2b2_ae3d_27d4_eb4fL) ^ (variable * 0x1656_67b1_9e37_79f9L);
        return (int) (mixed ^ (mixed >>> 29));
    }

    int and(int one, int two) {
        return apply(AND, one, two);
    }

    int or(int one, int two) {
        return apply(OR, one, two);
    }

    /// What is in `one` and not in `two`.
    int minus(int one, int two) {
        return apply(MINUS, one, two);
    }

    int not(int node) {
        return minus(TRUE, node);
    }

    private int apply(int operation, int one, int two) {
        int known = constant(operation, one, two);
        if (known >= 0) {
            return known;
        }
        boolean swap = operation != MINUS && one > two;
        int first = swap ? two : one;
        int second = swap ? one : two;
        long key = ((long) first << 32) | second;
        int slot = (mix(operation, first, second) >>> 3) & (cacheKeys.length - 1);
        if (cacheKeys[slot] == key && cacheOps[slot] == operation) {
            return cacheValues[slot];
        }
        int variable = Math.min(variables[first], variables[second]);
        boolean firstAsks = variables[first] == variable;
        boolean secondAsks = variables[second] == variable;
        int low = apply(operation, firstAsks ? lows[first] : first, secondAsks ? lows[second] : second);
        int high = apply(operation, firstAsks ? highs[first] : first, secondAsks ? highs[second] : second);
        int result = node(variable, low, high);
        slot = (mix(operation, first, second) >>> 3) & (cacheKeys.length - 1); // the cache may have grown
        cacheKeys[slot] = key;
        cacheOps[slot] = operation;
        cacheValues[slot] = result;
        return result;
    }

    /// The result where one side is a constant or both are equal, else -1.
    private static int constant(int operation, int one, int two) {
        return switch (operation) {
            case AND -> {
                if (one == FALSE || two == FALSE) {
                    yield FALSE;
                }
                if (one == TRUE || one == two) {
                    yield two;
                }
                yield two == TRUE ? one : -1;
            }
            case OR -> {
                if (one == TRUE || two == TRUE) {
                    yield TRUE;
                }
                if (one == FALSE || one == two) {
                    yield two;
                }
                yield two == FALSE ? one : -1;
            }
            default -> {
                if (one == FALSE || two == TRUE || one == two) {
                    yield FALSE;
                }
                yield two == FALSE ? one : -1;
            }
        };
    }

    /// The numbers of `set` as a condition on `set.bits()` variables from `first` on, the highest bit first.
    int of(int first, Ranges set) {
        return of(first, set, 0, set.count());
    }

    private int of(int first, Ranges set, int from, int to) {
        if (from == to) {
            return FALSE;
        }
        if (to - from == 1) {
            return between(first, set, from, 0, true, true);
        }
        int middle = (from + to) >>> 1;
        return or(of(first, set, from, middle), of(first, set, middle, to));
    }

    private int between(int first, Ranges set, int range, int bit, boolean atFirst, boolean atLast) {
        if (bit == set.bits() || !(atFirst || atLast)) {
            return TRUE;
        }
        int place = set.bits() - 1 - bit;
        boolean lowest = atFirst && bit(set.firstHigh(range), set.firstLow(range), place);
        boolean highest = !atLast || bit(set.lastHigh(range), set.lastLow(range), place);
        int zero = lowest ? FALSE : between(first, set, range, bit + 1, atFirst, atLast && !highest);
        int one = highest ? between(first, set, range, bit + 1, atFirst && lowest, atLast) : FALSE;
        return node(first + bit, zero, one);
    }

    private static boolean bit(long high, long low, int place) {
        return ((place >= Long.SIZE ? high >>> (place - Long.SIZE) : low >>> place) & 1) != 0;
    }

    /// The diagram has grown to its bound.
    static final class TooManyNodes extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyNodes() {
            super("the rules are too many and too different", null, false, false);
        }
    }
}
