package org.zonewright.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.facts.memory.PagedRows;
import org.zonewright.facts.memory.Pager;
import org.zonewright.facts.memory.RowIndex;
import org.zonewright.facts.memory.RowLog;

/// The conversations of one source: one row for each (vantage point, transport, both endpoints, ports, protocol),
/// each with the functions that were asked for in it.
///
/// Endpoint `a` is the side believed to have opened the conversation, with [DirectionEvidence] for it; rows whose
/// evidence is certain have their `a` port folded into [Cursor#flows()], the others keep both ports. Immutable once
/// built; rows are read through a [Cursor], which walks them without allocating. About 104 bytes a row and 40 a
/// function row, in memory or, beyond the builder's budget, in its temporary file.
public final class ConversationTable {
    private final List<VantagePoint> vantages;
    private final List<Address> addresses;
    private final List<String> protocols;
    private final List<Function> functions;
    private final int size;
    private final RowLog
            rows; // of each: ROW_WIDTH longs, how many functions, and FUNCTION_WIDTH longs for each of them

    /// Longs of a row, the upper and the lower half of the first four.
    private static final int VANTAGE_TRANSPORT = 0;

    private static final int ADDRESSES = 1; // a, b
    private static final int PORTS = 2; // a, b
    private static final int PROTOCOL_MARKS = 3;
    private static final int PACKETS_A = 4;
    private static final int PACKETS_B = 5;
    private static final int BYTES_A = 6;
    private static final int BYTES_B = 7;
    private static final int FIRST = 8;
    private static final int LAST = 9;
    private static final int FRAME = 10;
    private static final int FLOWS = 11;
    private static final int ROW_WIDTH = 12;

    /// Bytes of the marks: ordinals.
    private static final int DIRECTION = 0;

    private static final int OUTCOME = 8;
    private static final int NAMED_BY = 16;

    /// Longs of a function.
    private static final int FUNCTION_UNIT = 0; // twice the function's number, + 1 if asked by b; and the unit

    private static final int REQUESTS = 1;
    private static final int ANSWERS = 2;
    private static final int REFUSALS = 3;
    private static final int FUNCTION_FRAME = 4;
    private static final int FUNCTION_WIDTH = 5;

    private ConversationTable(Builder builder) {
        vantages = List.copyOf(builder.vantages.values);
        addresses = List.copyOf(builder.addresses.values);
        protocols = List.copyOf(builder.protocols.values);
        functions = List.copyOf(builder.functions.values);
        size = builder.rows.size();
        rows = builder.log();
    }

    private static long pair(int high, int low) {
        return ((long) high << 32) | (low & 0xffff_ffffL);
    }

    private static int high(long pair) {
        return (int) (pair >>> 32);
    }

    private static int mark(long marks, int shift) {
        return (int) (marks >>> shift) & 0xff;
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
        private final RowLog.Reader reader = rows.reader();
        private final long[] row = new long[ROW_WIDTH];
        private final long[] function = new long[FUNCTION_WIDTH];
        private int rowsLeft = size;
        private long functionsLeft;

        private Cursor() {}

        /// Steps to the next row; false after the last one.
        public boolean next() {
            if (rowsLeft == 0) {
                return false;
            }
            reader.skip(functionsLeft * FUNCTION_WIDTH);
            rowsLeft--;
            reader.next(row);
            functionsLeft = reader.next();
            return true;
        }

        public VantagePoint vantage() {
            return vantages.get(high(row[VANTAGE_TRANSPORT]));
        }

        public Transport transport() {
            return new Transport((int) row[VANTAGE_TRANSPORT]);
        }

        public Address a() {
            return addresses.get(high(row[ADDRESSES]));
        }

        public Address b() {
            return addresses.get((int) row[ADDRESSES]);
        }

        /// 0 to 65535, or -1 where the transport has no ports or many ports of `a` were folded into this row.
        public int portA() {
            return high(row[PORTS]);
        }

        /// 0 to 65535, or -1 where the transport has no ports.
        public int portB() {
            return (int) row[PORTS];
        }

        /// The protocol's name, empty where it was not recognised.
        public String protocol() {
            return protocols.get(high(row[PROTOCOL_MARKS]));
        }

        public ProtocolEvidence protocolEvidence() {
            return PROTOCOL_EVIDENCE[mark(row[PROTOCOL_MARKS], NAMED_BY)];
        }

        public DirectionEvidence direction() {
            return DIRECTIONS[mark(row[PROTOCOL_MARKS], DIRECTION)];
        }

        public Outcome outcome() {
            return OUTCOMES[mark(row[PROTOCOL_MARKS], OUTCOME)];
        }

        public long packetsA() {
            return row[PACKETS_A];
        }

        public long packetsB() {
            return row[PACKETS_B];
        }

        /// Frame lengths on the wire, sent by `a`.
        public long bytesA() {
            return row[BYTES_A];
        }

        public long bytesB() {
            return row[BYTES_B];
        }

        /// Nanoseconds since 1970.
        public long firstNanos() {
            return row[FIRST];
        }

        public long lastNanos() {
            return row[LAST];
        }

        /// The first frame's number in its file, from 1.
        public long firstFrame() {
            return row[FRAME];
        }

        /// How many transport connections are in this row.
        public long flows() {
            return row[FLOWS];
        }

        /// Steps to the row's next function; false after the last one.
        public boolean nextFunction() {
            if (functionsLeft == 0) {
                return false;
            }
            functionsLeft--;
            reader.next(function);
            return true;
        }

        public Function function() {
            return functions.get(high(function[FUNCTION_UNIT]) >>> 1);
        }

        /// The unit or sub-device addressed, -1 where the protocol has none.
        public int unit() {
            return (int) function[FUNCTION_UNIT];
        }

        /// True if endpoint `a` sent the requests.
        public boolean byA() {
            return (high(function[FUNCTION_UNIT]) & 1) == 0;
        }

        public long requests() {
            return function[REQUESTS];
        }

        /// Answers seen, positive or negative.
        public long answers() {
            return function[ANSWERS];
        }

        /// Negative answers among [#answers()].
        public long refusals() {
            return function[REFUSALS];
        }

        /// The frame of the first request, from 1.
        public long functionFrame() {
            return function[FUNCTION_FRAME];
        }
    }

    private static final DirectionEvidence[] DIRECTIONS = DirectionEvidence.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ProtocolEvidence[] PROTOCOL_EVIDENCE = ProtocolEvidence.values();

    /// Fills a table. Rows added with equal keys are summed: the earlier times and frames, the stronger evidence and
    /// outcome stay. Mutable; one thread; owned by whoever builds.
    public static final class Builder {
        private final Numbers<VantagePoint> vantages = new Numbers<>();
        private final Numbers<Address> addresses = new Numbers<>();
        private final Numbers<String> protocols = new Numbers<>();
        private final Numbers<Function> functions = new Numbers<>();
        private final PagedRows rows; // ROW_WIDTH longs, and the numbers + 1 of the first and the last function
        private final PagedRows asked; // FUNCTION_WIDTH longs, the row and the number + 1 of its next function
        private final RowIndex index;
        private final RowIndex functionIndex;
        private final Pager pager;
        private long[] functionsOfRow = new long[16 * FUNCTION_WIDTH]; // of the row being appended to the log

        private static final int CHAIN = ROW_WIDTH;
        private static final int ROW_NEXT = FUNCTION_WIDTH;

        /// An empty table to fill, in memory whatever its size.
        public Builder() {
            this(MemoryBudget.unbounded().pager());
        }

        /// An empty table to fill, the rows of which are the pager's until [#build()].
        public Builder(Pager pager) {
            this.pager = pager;
            rows = pager.rows(ROW_WIDTH + 1);
            asked = pager.rows(FUNCTION_WIDTH + 1);
            index = pager.index();
            functionIndex = pager.index();
        }

        /// Numbers for values, from 0 in the order they were first asked for. What was asked for last is found at
        /// once, since one value comes many times in a row.
        private static final class Numbers<T> {
            final List<T> values = new ArrayList<>();
            private final Map<T, Integer> numbers = new HashMap<>();
            private @Nullable T last;
            private int lastNumber;

            @SuppressWarnings("ReferenceEquality") // an equal one is found in the map
            int of(T value) {
                if (value != last) {
                    Integer known = numbers.putIfAbsent(value, values.size());
                    if (known == null) {
                        values.add(value);
                    }
                    lastNumber = known == null ? values.size() - 1 : known;
                    last = value;
                }
                return lastNumber;
            }

            /// The number of a value that was asked for before, else -1.
            int known(T value) {
                return numbers.getOrDefault(value, -1);
            }
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
        public int add(Key key, Volume volume, DirectionEvidence direction, Outcome outcome) {
            return add(key, volume, direction, outcome, false);
        }

        /// Adds a conversation whose key is known to be no other row's, which saves 16 bytes, and gives its row. No
        /// later row may have the key either.
        public int addApart(Key key, Volume volume, DirectionEvidence direction, Outcome outcome) {
            return add(key, volume, direction, outcome, true);
        }

        @SuppressWarnings("EnumOrdinal") // bytes of a row hold the constants; they never leave this table as numbers
        private int add(Key key, Volume volume, DirectionEvidence direction, Outcome outcome, boolean apart) {
            long where = pair(vantages.of(key.vantage()), key.transport().number());
            long ends = pair(addresses.of(key.a()), addresses.of(key.b()));
            long ports = pair(key.portA(), key.portB());
            int protocol = protocols.of(key.protocol());
            int row = apart ? rows.add() : rowOf(where, ends, ports, protocol);
            long[] page = rows.page(row);
            int at = rows.offset(row);
            boolean fresh = page[at + FLOWS] == 0;
            long marks = page[at + PROTOCOL_MARKS];
            page[at + VANTAGE_TRANSPORT] = where;
            page[at + ADDRESSES] = ends;
            page[at + PORTS] = ports;
            page[at + PROTOCOL_MARKS] = pair(protocol, 0)
                    | (long) Math.max(mark(marks, DIRECTION), direction.ordinal()) << DIRECTION
                    | (long) Math.max(
                                    mark(marks, NAMED_BY),
                                    key.protocolEvidence().ordinal())
                            << NAMED_BY
                    | (long) (fresh ? outcome : stronger(OUTCOMES[mark(marks, OUTCOME)], outcome)).ordinal() << OUTCOME;
            page[at + PACKETS_A] += volume.packetsA();
            page[at + PACKETS_B] += volume.packetsB();
            page[at + BYTES_A] += volume.bytesA();
            page[at + BYTES_B] += volume.bytesB();
            page[at + FIRST] = fresh ? volume.firstNanos() : Math.min(page[at + FIRST], volume.firstNanos());
            page[at + LAST] = fresh ? volume.lastNanos() : Math.max(page[at + LAST], volume.lastNanos());
            page[at + FRAME] = fresh ? volume.frame() : Math.min(page[at + FRAME], volume.frame());
            page[at + FLOWS] += volume.flows();
            return row;
        }

        /// Rows so far.
        public int size() {
            return rows.size();
        }

        /// Functions of all rows so far.
        public int functions() {
            return asked.size();
        }

        /// True if a conversation with this key was added before, and not apart.
        public boolean has(Key key) {
            long where = pair(vantages.known(key.vantage()), key.transport().number());
            long ends = pair(addresses.known(key.a()), addresses.known(key.b()));
            int protocol = protocols.known(key.protocol());
            long ports = pair(key.portA(), key.portB());
            return index.entry(slotOf(where, ends, ports, protocol)) != 0;
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
            int id = functions.of(function);
            int added = functionOf(row, pair(2 * id + (byA ? 0 : 1), unit));
            long[] page = asked.page(added);
            int at = asked.offset(added);
            long before = page[at + FUNCTION_FRAME];
            page[at + REQUESTS] += requests;
            page[at + ANSWERS] += answers;
            page[at + REFUSALS] += refusals;
            page[at + FUNCTION_FRAME] = before == 0 ? frame : Math.min(before, frame);
        }

        /// True if this function was added to the row before.
        public boolean hasFunction(int row, Function function, int unit, boolean byA) {
            int id = functions.known(function);
            return id >= 0 && functionIndex.entry(slotOf(row, pair(2 * id + (byA ? 0 : 1), unit))) != 0;
        }

        public ConversationTable build() {
            return new ConversationTable(this);
        }

        /// Gives the pager back what the builder took; it cannot be used any more.
        public void release() {
            pager.release(rows);
            pager.release(asked);
            pager.release(index);
            pager.release(functionIndex);
        }

        /// The rows one after the other, each with its functions in the order in which they were first added.
        private RowLog log() {
            RowLog.Writer log = pager.log();
            for (int row = 0; row < rows.size(); row++) {
                append(row, log);
            }
            return log.finish();
        }

        private void append(int row, RowLog.Writer log) {
            long[] page = rows.page(row);
            int at = rows.offset(row);
            log.add(page, at, ROW_WIDTH);
            int count = 0;
            int next = high(page[at + CHAIN]);
            while (next != 0) {
                if (count * FUNCTION_WIDTH == functionsOfRow.length) {
                    functionsOfRow = Arrays.copyOf(functionsOfRow, functionsOfRow.length * 2);
                }
                long[] from = asked.page(next - 1);
                int place = asked.offset(next - 1);
                System.arraycopy(from, place, functionsOfRow, count * FUNCTION_WIDTH, FUNCTION_WIDTH);
                next = (int) from[place + ROW_NEXT];
                count++;
            }
            log.add(count);
            log.add(functionsOfRow, 0, count * FUNCTION_WIDTH);
        }

        private static int tagOf(long where, long ends, long ports, int protocol) {
            return RowIndex.tagOf(mix(mix(mix(where, ends), ports), protocol));
        }

        /// The place of a row in the index, or the empty one where it would be.
        private int slotOf(long where, long ends, long ports, int protocol) {
            int tag = tagOf(where, ends, ports, protocol);
            int slot = index.home(tag);
            for (long entry = index.entry(slot); entry != 0; entry = index.entry(slot)) {
                if (RowIndex.tag(entry) == tag) {
                    long[] page = rows.page(RowIndex.row(entry));
                    int at = rows.offset(RowIndex.row(entry));
                    if (page[at + VANTAGE_TRANSPORT] == where
                            && page[at + ADDRESSES] == ends
                            && page[at + PORTS] == ports
                            && high(page[at + PROTOCOL_MARKS]) == protocol) {
                        return slot;
                    }
                }
                slot = index.next(slot);
            }
            return slot;
        }

        private int rowOf(long where, long ends, long ports, int protocol) {
            int slot = slotOf(where, ends, ports, protocol);
            if (index.entry(slot) != 0) {
                return RowIndex.row(index.entry(slot));
            }
            int tag = tagOf(where, ends, ports, protocol);
            int to = index.room(slot, tag);
            int row = rows.add();
            index.put(to, tag, row);
            return row;
        }

        /// The place of a function in its index, or the empty one where it would be.
        private int slotOf(int row, long functionUnit) {
            int tag = RowIndex.tagOf(mix(functionUnit, row));
            int slot = functionIndex.home(tag);
            for (long entry = functionIndex.entry(slot); entry != 0; entry = functionIndex.entry(slot)) {
                if (RowIndex.tag(entry) == tag) {
                    long[] page = asked.page(RowIndex.row(entry));
                    int at = asked.offset(RowIndex.row(entry));
                    if (page[at + FUNCTION_UNIT] == functionUnit && high(page[at + ROW_NEXT]) == row) {
                        return slot;
                    }
                }
                slot = functionIndex.next(slot);
            }
            return slot;
        }

        private int functionOf(int row, long functionUnit) {
            int slot = slotOf(row, functionUnit);
            if (functionIndex.entry(slot) != 0) {
                return RowIndex.row(functionIndex.entry(slot));
            }
            int tag = RowIndex.tagOf(mix(functionUnit, row));
            int to = functionIndex.room(slot, tag);
            int added = asked.add();
            functionIndex.put(to, tag, added);
            asked.page(added)[asked.offset(added) + FUNCTION_UNIT] = functionUnit;
            asked.page(added)[asked.offset(added) + ROW_NEXT] = pair(row, 0);
            chain(row, added);
            return added;
        }

        /// Hangs a new function behind the last one of its row.
        private void chain(int row, int added) {
            long[] page = rows.page(row);
            int at = rows.offset(row) + CHAIN;
            int last = (int) page[at];
            page[at] = pair(last == 0 ? added + 1 : high(page[at]), added + 1);
            if (last != 0) {
                asked.page(last - 1)[asked.offset(last - 1) + ROW_NEXT] = pair(row, added + 1);
            }
        }

        /// Spreads two words over 64 bits (a multiply and shift of each, with odd constants).
        private static long mix(long first, long second) {
            long h = (first * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(second * 0xBF58476D1CE4E5B9L, 32);
            h ^= h >>> 32;
            h *= 0x94D049BB133111EBL;
            return h ^ (h >>> 32);
        }
    }
}
