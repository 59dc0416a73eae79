package org.zonewright.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The conversations of one source in columns: one row for each (vantage point, transport, both endpoints, ports,
/// protocol), and a second table with the functions of each row.
///
/// Endpoint `a` is the side believed to have opened the conversation, with [DirectionEvidence] for it; rows whose
/// evidence is certain have their `a` port folded into [Cursor#flows()], the others keep both ports. Immutable once
/// built; rows are read through a [Cursor], which walks the columns without allocating. About 130 bytes a row and 40
/// a function row.
public final class ConversationTable {
    private final List<VantagePoint> vantages;
    private final List<Address> addresses;
    private final List<String> protocols;
    private final List<Function> functions;
    private final int size;
    private final int[] keys;
    private final long[] numbers;
    private final byte[] marks;
    private final int[] functionStart;
    private final int[] functionKeys;
    private final long[] functionNumbers;

    /// Columns of `keys`: what identifies a row.
    private static final int VANTAGE = 0;

    private static final int TRANSPORT = 1;
    private static final int ADDRESS_A = 2;
    private static final int ADDRESS_B = 3;
    private static final int PORT_A = 4;
    private static final int PORT_B = 5;
    private static final int PROTOCOL = 6;
    private static final int KEY_WIDTH = 7;

    /// Columns of `numbers`.
    private static final int PACKETS_A = 0;

    private static final int PACKETS_B = 1;
    private static final int BYTES_A = 2;
    private static final int BYTES_B = 3;
    private static final int FIRST = 4;
    private static final int LAST = 5;
    private static final int FRAME = 6;
    private static final int FLOWS = 7;
    private static final int NUMBER_WIDTH = 8;

    /// Columns of `marks`: ordinals.
    private static final int DIRECTION = 0;

    private static final int OUTCOME = 1;
    private static final int NAMED_BY = 2;
    private static final int MARK_WIDTH = 3;

    /// Columns of `functionKeys`.
    private static final int FUNCTION = 0;

    private static final int UNIT = 1;
    private static final int SIDE = 2;
    private static final int FUNCTION_KEY_WIDTH = 3;

    /// Columns of `functionNumbers`.
    private static final int REQUESTS = 0;

    private static final int ANSWERS = 1;
    private static final int REFUSALS = 2;
    private static final int FUNCTION_FRAME = 3;
    private static final int FUNCTION_NUMBER_WIDTH = 4;

    private ConversationTable(Builder builder) {
        vantages = List.copyOf(builder.vantages);
        addresses = List.copyOf(builder.addresses);
        protocols = List.copyOf(builder.protocols);
        functions = List.copyOf(builder.functions);
        size = builder.size;
        keys = Arrays.copyOf(builder.keys, size * KEY_WIDTH);
        numbers = Arrays.copyOf(builder.numbers, size * NUMBER_WIDTH);
        marks = Arrays.copyOf(builder.marks, size * MARK_WIDTH);
        functionStart = new int[size + 1];
        functionKeys = new int[builder.functionCount * FUNCTION_KEY_WIDTH];
        functionNumbers = new long[builder.functionCount * FUNCTION_NUMBER_WIDTH];
        groupFunctions(builder);
    }

    /// Brings the function rows together by conversation (counting sort on the row).
    private void groupFunctions(Builder builder) {
        for (int i = 0; i < builder.functionCount; i++) {
            functionStart[builder.functionRow[i] + 1]++;
        }
        for (int row = 0; row < size; row++) {
            functionStart[row + 1] += functionStart[row];
        }
        int[] next = Arrays.copyOf(functionStart, size);
        for (int i = 0; i < builder.functionCount; i++) {
            int to = next[builder.functionRow[i]]++;
            System.arraycopy(
                    builder.functionKeys,
                    i * FUNCTION_KEY_WIDTH,
                    functionKeys,
                    to * FUNCTION_KEY_WIDTH,
                    FUNCTION_KEY_WIDTH);
            System.arraycopy(
                    builder.functionNumbers,
                    i * FUNCTION_NUMBER_WIDTH,
                    functionNumbers,
                    to * FUNCTION_NUMBER_WIDTH,
                    FUNCTION_NUMBER_WIDTH);
        }
    }

    public static ConversationTable empty() {
        return new Builder().build();
    }

    public int size() {
        return size;
    }

    /// The points from which the rows were seen, each once.
    public List<VantagePoint> vantages() {
        return vantages;
    }

    /// A new cursor before the first row.
    public Cursor cursor() {
        return new Cursor();
    }

    /// Walks the rows in order. Mutable; one thread. The accessors describe the current row.
    public final class Cursor {
        private int row = -1;
        private int function;

        private Cursor() {}

        /// Steps to the next row; false after the last one.
        public boolean next() {
            row++;
            function = row < size ? functionStart[row] - 1 : 0;
            return row < size;
        }

        private int key(int column) {
            return keys[row * KEY_WIDTH + column];
        }

        private long number(int column) {
            return numbers[row * NUMBER_WIDTH + column];
        }

        public VantagePoint vantage() {
            return vantages.get(key(VANTAGE));
        }

        public Transport transport() {
            return new Transport(key(TRANSPORT));
        }

        public Address a() {
            return addresses.get(key(ADDRESS_A));
        }

        public Address b() {
            return addresses.get(key(ADDRESS_B));
        }

        /// 0 to 65535, or -1 where the transport has no ports or many ports of `a` were folded into this row.
        public int portA() {
            return key(PORT_A);
        }

        /// 0 to 65535, or -1 where the transport has no ports.
        public int portB() {
            return key(PORT_B);
        }

        /// The protocol's name, empty where it was not recognised.
        public String protocol() {
            return protocols.get(key(PROTOCOL));
        }

        public ProtocolEvidence protocolEvidence() {
            return PROTOCOL_EVIDENCE[marks[row * MARK_WIDTH + NAMED_BY]];
        }

        public DirectionEvidence direction() {
            return DIRECTIONS[marks[row * MARK_WIDTH + DIRECTION]];
        }

        public Outcome outcome() {
            return OUTCOMES[marks[row * MARK_WIDTH + OUTCOME]];
        }

        public long packetsA() {
            return number(PACKETS_A);
        }

        public long packetsB() {
            return number(PACKETS_B);
        }

        /// Frame lengths on the wire, sent by `a`.
        public long bytesA() {
            return number(BYTES_A);
        }

        public long bytesB() {
            return number(BYTES_B);
        }

        /// Nanoseconds since 1970.
        public long firstNanos() {
            return number(FIRST);
        }

        public long lastNanos() {
            return number(LAST);
        }

        /// The first frame's number in its file, from 1.
        public long firstFrame() {
            return number(FRAME);
        }

        /// How many transport connections are in this row.
        public long flows() {
            return number(FLOWS);
        }

        /// Steps to the row's next function; false after the last one.
        public boolean nextFunction() {
            function++;
            return function < functionStart[row + 1];
        }

        public Function function() {
            return functions.get(functionKeys[function * FUNCTION_KEY_WIDTH + FUNCTION]);
        }

        /// The unit or sub-device addressed, -1 where the protocol has none.
        public int unit() {
            return functionKeys[function * FUNCTION_KEY_WIDTH + UNIT];
        }

        /// True if endpoint `a` sent the requests.
        public boolean byA() {
            return functionKeys[function * FUNCTION_KEY_WIDTH + SIDE] == 0;
        }

        public long requests() {
            return functionNumbers[function * FUNCTION_NUMBER_WIDTH + REQUESTS];
        }

        /// Answers seen, positive or negative.
        public long answers() {
            return functionNumbers[function * FUNCTION_NUMBER_WIDTH + ANSWERS];
        }

        /// Negative answers among [#answers()].
        public long refusals() {
            return functionNumbers[function * FUNCTION_NUMBER_WIDTH + REFUSALS];
        }

        /// The frame of the first request, from 1.
        public long functionFrame() {
            return functionNumbers[function * FUNCTION_NUMBER_WIDTH + FUNCTION_FRAME];
        }
    }

    private static final DirectionEvidence[] DIRECTIONS = DirectionEvidence.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ProtocolEvidence[] PROTOCOL_EVIDENCE = ProtocolEvidence.values();

    /// Fills a table. Rows added with equal keys are summed: the earlier times and frames, the stronger evidence and
    /// outcome stay. Mutable; one thread; owned by whoever builds.
    public static final class Builder {
        private final List<VantagePoint> vantages = new ArrayList<>();
        private final Map<VantagePoint, Integer> vantageIds = new HashMap<>();
        private final List<Address> addresses = new ArrayList<>();
        private final Map<Address, Integer> addressIds = new HashMap<>();
        private final List<String> protocols = new ArrayList<>();
        private final Map<String, Integer> protocolIds = new HashMap<>();
        private final List<Function> functions = new ArrayList<>();
        private final Map<Function, Integer> functionIds = new HashMap<>();
        private int size;
        private int[] keys = new int[64 * KEY_WIDTH];
        private long[] numbers = new long[64 * NUMBER_WIDTH];
        private byte[] marks = new byte[64 * MARK_WIDTH];
        private int[] index = new int[256];
        private int functionCount;
        private int[] functionRow = new int[64];
        private int[] functionKeys = new int[64 * FUNCTION_KEY_WIDTH];
        private long[] functionNumbers = new long[64 * FUNCTION_NUMBER_WIDTH];
        private int[] functionIndex = new int[256];

        /// An empty table to fill.
        public Builder() {}

        private static <T> int intern(T value, List<T> values, Map<T, Integer> ids) {
            Integer known = ids.putIfAbsent(value, values.size());
            if (known == null) {
                values.add(value);
                return values.size() - 1;
            }
            return known;
        }

        /// What identifies a row; ports are -1 where there are none or where they are folded.
        public record Key(
                VantagePoint vantage,
                Transport transport,
                Address a,
                Address b,
                int portA,
                int portB,
                String protocol,
                ProtocolEvidence protocolEvidence) {}

        /// What is summed; times in nanoseconds since 1970, `frame` the first frame's number.
        public record Volume(
                long packetsA,
                long packetsB,
                long bytesA,
                long bytesB,
                long firstNanos,
                long lastNanos,
                long frame,
                long flows) {}

        /// Adds a conversation and gives its row, to which functions can be added.
        @SuppressWarnings(
                "EnumOrdinal") // a column of bytes holds the constants; they never leave this table as numbers
        public int add(Key key, Volume volume, DirectionEvidence direction, Outcome outcome) {
            int[] found = {
                intern(key.vantage(), vantages, vantageIds),
                key.transport().number(),
                intern(key.a(), addresses, addressIds),
                intern(key.b(), addresses, addressIds),
                key.portA(),
                key.portB(),
                intern(key.protocol(), protocols, protocolIds)
            };
            int row = rowOf(found);
            int n = row * NUMBER_WIDTH;
            boolean fresh = numbers[n + FLOWS] == 0;
            numbers[n + PACKETS_A] += volume.packetsA();
            numbers[n + PACKETS_B] += volume.packetsB();
            numbers[n + BYTES_A] += volume.bytesA();
            numbers[n + BYTES_B] += volume.bytesB();
            numbers[n + FIRST] = fresh ? volume.firstNanos() : Math.min(numbers[n + FIRST], volume.firstNanos());
            numbers[n + LAST] = fresh ? volume.lastNanos() : Math.max(numbers[n + LAST], volume.lastNanos());
            numbers[n + FRAME] = fresh ? volume.frame() : Math.min(numbers[n + FRAME], volume.frame());
            numbers[n + FLOWS] += volume.flows();
            int m = row * MARK_WIDTH;
            marks[m + DIRECTION] = (byte) Math.max(marks[m + DIRECTION], direction.ordinal());
            marks[m + NAMED_BY] =
                    (byte) Math.max(marks[m + NAMED_BY], key.protocolEvidence().ordinal());
            marks[m + OUTCOME] = (byte)
                    (fresh
                            ? outcome.ordinal()
                            : stronger(OUTCOMES[marks[m + OUTCOME]], outcome).ordinal());
            return row;
        }

        /// Rows so far.
        public int size() {
            return size;
        }

        /// Functions of all rows so far.
        public int functions() {
            return functionCount;
        }

        /// True if a conversation with this key was added before.
        public boolean has(Key key) {
            int[] sought = {
                vantageIds.getOrDefault(key.vantage(), -1),
                key.transport().number(),
                addressIds.getOrDefault(key.a(), -1),
                addressIds.getOrDefault(key.b(), -1),
                key.portA(),
                key.portB(),
                protocolIds.getOrDefault(key.protocol(), -1)
            };
            int slot = slotOf(Arrays.hashCode(sought), index.length);
            while (index[slot] != 0) {
                int row = index[slot] - 1;
                if (Arrays.equals(sought, 0, KEY_WIDTH, keys, row * KEY_WIDTH, (row + 1) * KEY_WIDTH)) {
                    return true;
                }
                slot = (slot + 1) & (index.length - 1);
            }
            return false;
        }

        private static Outcome stronger(Outcome one, Outcome two) {
            return one.compareTo(two) <= 0 ? one : two;
        }

        /// Adds a function to a row; `unit` is -1 where the protocol has none, `byA` tells who asks.
        public void addFunction(
                int row,
                Function function,
                int unit,
                boolean byA,
                long requests,
                long answers,
                long refusals,
                long frame) {
            int id = intern(function, functions, functionIds);
            int at = functionOf(row, id, unit, byA ? 0 : 1) * FUNCTION_NUMBER_WIDTH;
            long before = functionNumbers[at + FUNCTION_FRAME];
            functionNumbers[at + REQUESTS] += requests;
            functionNumbers[at + ANSWERS] += answers;
            functionNumbers[at + REFUSALS] += refusals;
            functionNumbers[at + FUNCTION_FRAME] = before == 0 ? frame : Math.min(before, frame);
        }

        /// True if this function was added to the row before.
        public boolean hasFunction(int row, Function function, int unit, boolean byA) {
            Integer id = functionIds.get(function);
            if (id == null) {
                return false;
            }
            int[] sought = {id, unit, byA ? 0 : 1};
            int slot = slotOf(Arrays.hashCode(sought) * 31 + row, functionIndex.length);
            while (functionIndex[slot] != 0) {
                int found = functionIndex[slot] - 1;
                int at = found * FUNCTION_KEY_WIDTH;
                if (functionRow[found] == row
                        && Arrays.equals(sought, 0, FUNCTION_KEY_WIDTH, functionKeys, at, at + FUNCTION_KEY_WIDTH)) {
                    return true;
                }
                slot = (slot + 1) & (functionIndex.length - 1);
            }
            return false;
        }

        public ConversationTable build() {
            return new ConversationTable(this);
        }

        private int rowOf(int[] key) {
            int slot = slotOf(Arrays.hashCode(key), index.length);
            while (index[slot] != 0) {
                int row = index[slot] - 1;
                if (Arrays.equals(key, 0, KEY_WIDTH, keys, row * KEY_WIDTH, (row + 1) * KEY_WIDTH)) {
                    return row;
                }
                slot = (slot + 1) & (index.length - 1);
            }
            int row = size++;
            if (size * KEY_WIDTH > keys.length) {
                keys = Arrays.copyOf(keys, keys.length * 2);
                numbers = Arrays.copyOf(numbers, numbers.length * 2);
                marks = Arrays.copyOf(marks, marks.length * 2);
            }
            System.arraycopy(key, 0, keys, row * KEY_WIDTH, KEY_WIDTH);
            index[slot] = row + 1;
            if (size * 2 > index.length) {
                index = rebuilt(index.length * 2, size, keys, KEY_WIDTH);
            }
            return row;
        }

        private int functionOf(int row, int function, int unit, int side) {
            int[] key = {function, unit, side};
            int slot = slotOf(Arrays.hashCode(key) * 31 + row, functionIndex.length);
            while (functionIndex[slot] != 0) {
                int found = functionIndex[slot] - 1;
                int at = found * FUNCTION_KEY_WIDTH;
                if (functionRow[found] == row
                        && functionKeys[at + FUNCTION] == function
                        && functionKeys[at + UNIT] == unit
                        && functionKeys[at + SIDE] == side) {
                    return found;
                }
                slot = (slot + 1) & (functionIndex.length - 1);
            }
            int added = functionCount++;
            if (functionCount > functionRow.length) {
                functionRow = Arrays.copyOf(functionRow, functionRow.length * 2);
                functionKeys = Arrays.copyOf(functionKeys, functionKeys.length * 2);
                functionNumbers = Arrays.copyOf(functionNumbers, functionNumbers.length * 2);
            }
            functionRow[added] = row;
            System.arraycopy(key, 0, functionKeys, added * FUNCTION_KEY_WIDTH, FUNCTION_KEY_WIDTH);
            functionIndex[slot] = added + 1;
            if (functionCount * 2 > functionIndex.length) {
                growFunctionIndex();
            }
            return added;
        }

        private void growFunctionIndex() {
            int[] grown = new int[functionIndex.length * 2];
            int[] key = new int[FUNCTION_KEY_WIDTH];
            for (int i = 0; i < functionCount; i++) {
                System.arraycopy(functionKeys, i * FUNCTION_KEY_WIDTH, key, 0, FUNCTION_KEY_WIDTH);
                int slot = slotOf(Arrays.hashCode(key) * 31 + functionRow[i], grown.length);
                while (grown[slot] != 0) {
                    slot = (slot + 1) & (grown.length - 1);
                }
                grown[slot] = i + 1;
            }
            functionIndex = grown;
        }

        /// Spreads a hash over a table whose length is a power of two (Fibonacci hashing).
        private static int slotOf(int hash, int length) {
            return ((hash * 0x9E3779B9) >>> 7) & (length - 1);
        }

        private static int[] rebuilt(int length, int count, int[] keys, int width) {
            int[] grown = new int[length];
            int[] key = new int[width];
            for (int i = 0; i < count; i++) {
                System.arraycopy(keys, i * width, key, 0, width);
                int slot = slotOf(Arrays.hashCode(key), length);
                while (grown[slot] != 0) {
                    slot = (slot + 1) & (length - 1);
                }
                grown[slot] = i + 1;
            }
            return grown;
        }
    }
}
