package org.zonewright.facts;

import java.util.Arrays;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.facts.memory.PagedRows;
import org.zonewright.facts.memory.Pager;
import org.zonewright.facts.memory.RowIndex;
import org.zonewright.facts.memory.RowLog;

/// Fills a [ConversationTable]. Rows added with equal keys are summed: the earlier times and frames, the stronger
/// evidence and outcome stay. Mutable; one thread; owned by whoever builds.
public final class ConversationTableBuilder {
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Numbers<VantagePoint> vantages = new Numbers<>();
    private final Numbers<Address> addresses = new Numbers<>();
    private final Numbers<String> protocols = new Numbers<>();
    private final Numbers<Function> functions = new Numbers<>();
    private final PagedRows rows; // a ConversationRow, and the numbers + 1 of the first and the last function
    private final PagedRows asked; // a function of it, the row and the number + 1 of its next function
    private final RowIndex index;
    private final RowIndex functionIndex;
    private final Pager pager;
    private long[] functionsOfRow =
            new long[16 * ConversationRow.FUNCTION_WIDTH]; // of the row being appended to the log

    private static final int CHAIN = ConversationRow.ROW_WIDTH;
    private static final int ROW_NEXT = ConversationRow.FUNCTION_WIDTH;

    /// An empty table to fill, in memory whatever its size.
    public ConversationTableBuilder() {
        this(MemoryBudget.unbounded().pager());
    }

    /// An empty table to fill, the rows of which are the pager's until [#build()].
    public ConversationTableBuilder(Pager pager) {
        this.pager = pager;
        rows = pager.rows(ConversationRow.ROW_WIDTH + 1);
        asked = pager.rows(ConversationRow.FUNCTION_WIDTH + 1);
        index = pager.index();
        functionIndex = pager.index();
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
        long where =
                ConversationRow.pair(vantages.of(key.vantage()), key.transport().number());
        long ends = ConversationRow.pair(addresses.of(key.a()), addresses.of(key.b()));
        long ports = ConversationRow.pair(key.portA(), key.portB());
        int protocol = protocols.of(key.protocol());
        int row = apart ? rows.add() : rowOf(where, ends, ports, protocol);
        long[] page = rows.page(row);
        int at = rows.offset(row);
        boolean fresh = page[at + ConversationRow.FLOWS] == 0;
        long marks = page[at + ConversationRow.PROTOCOL_MARKS];
        page[at + ConversationRow.VANTAGE_TRANSPORT] = where;
        page[at + ConversationRow.ADDRESSES] = ends;
        page[at + ConversationRow.PORTS] = ports;
        page[at + ConversationRow.PROTOCOL_MARKS] = ConversationRow.pair(protocol, 0)
                | (long) Math.max(ConversationRow.mark(marks, ConversationRow.DIRECTION), direction.ordinal())
                        << ConversationRow.DIRECTION
                | (long) Math.max(
                                ConversationRow.mark(marks, ConversationRow.NAMED_BY),
                                key.protocolEvidence().ordinal())
                        << ConversationRow.NAMED_BY
                | (long) (fresh
                                        ? outcome
                                        : stronger(
                                                OUTCOMES[ConversationRow.mark(marks, ConversationRow.OUTCOME)],
                                                outcome))
                                .ordinal()
                        << ConversationRow.OUTCOME;
        page[at + ConversationRow.PACKETS_A] += volume.packetsA();
        page[at + ConversationRow.PACKETS_B] += volume.packetsB();
        page[at + ConversationRow.BYTES_A] += volume.bytesA();
        page[at + ConversationRow.BYTES_B] += volume.bytesB();
        page[at + ConversationRow.FIRST] =
                fresh ? volume.firstNanos() : Math.min(page[at + ConversationRow.FIRST], volume.firstNanos());
        page[at + ConversationRow.LAST] =
                fresh ? volume.lastNanos() : Math.max(page[at + ConversationRow.LAST], volume.lastNanos());
        page[at + ConversationRow.FRAME] =
                fresh ? volume.frame() : Math.min(page[at + ConversationRow.FRAME], volume.frame());
        page[at + ConversationRow.FLOWS] += volume.flows();
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
        long where = ConversationRow.pair(
                vantages.known(key.vantage()), key.transport().number());
        long ends = ConversationRow.pair(addresses.known(key.a()), addresses.known(key.b()));
        int protocol = protocols.known(key.protocol());
        long ports = ConversationRow.pair(key.portA(), key.portB());
        return index.entry(slotOf(where, ends, ports, protocol)) != 0;
    }

    private static Outcome stronger(Outcome one, Outcome two) {
        return one.compareTo(two) <= 0 ? one : two;
    }

    /// Adds a function to a row; `unit` is -1 where the protocol has none, `byA` tells who asks.
    public void addFunction(
            int row, Function function, int unit, boolean byA, long requests, long answers, long refusals, long frame) {
        int id = functions.of(function);
        int added = functionOf(row, ConversationRow.pair(2 * id + (byA ? 0 : 1), unit));
        long[] page = asked.page(added);
        int at = asked.offset(added);
        long before = page[at + ConversationRow.FUNCTION_FRAME];
        page[at + ConversationRow.REQUESTS] += requests;
        page[at + ConversationRow.ANSWERS] += answers;
        page[at + ConversationRow.REFUSALS] += refusals;
        page[at + ConversationRow.FUNCTION_FRAME] = before == 0 ? frame : Math.min(before, frame);
    }

    /// True if this function was added to the row before.
    public boolean hasFunction(int row, Function function, int unit, boolean byA) {
        int id = functions.known(function);
        return id >= 0 && functionIndex.entry(slotOf(row, ConversationRow.pair(2 * id + (byA ? 0 : 1), unit))) != 0;
    }

    public ConversationTable build() {
        return new ConversationTable(
                vantages.values(), addresses.values(), protocols.values(), functions.values(), rows.size(), log());
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
        log.add(page, at, ConversationRow.ROW_WIDTH);
        int count = 0;
        int next = ConversationRow.high(page[at + CHAIN]);
        while (next != 0) {
            if (count * ConversationRow.FUNCTION_WIDTH == functionsOfRow.length) {
                functionsOfRow = Arrays.copyOf(functionsOfRow, functionsOfRow.length * 2);
            }
            long[] from = asked.page(next - 1);
            int place = asked.offset(next - 1);
            System.arraycopy(
                    from,
                    place,
                    functionsOfRow,
                    count * ConversationRow.FUNCTION_WIDTH,
                    ConversationRow.FUNCTION_WIDTH);
            next = (int) from[place + ROW_NEXT];
            count++;
        }
        log.add(count);
        log.add(functionsOfRow, 0, count * ConversationRow.FUNCTION_WIDTH);
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
                if (page[at + ConversationRow.VANTAGE_TRANSPORT] == where
                        && page[at + ConversationRow.ADDRESSES] == ends
                        && page[at + ConversationRow.PORTS] == ports
                        && ConversationRow.high(page[at + ConversationRow.PROTOCOL_MARKS]) == protocol) {
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
                if (page[at + ConversationRow.FUNCTION_UNIT] == functionUnit
                        && ConversationRow.high(page[at + ROW_NEXT]) == row) {
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
        asked.page(added)[asked.offset(added) + ConversationRow.FUNCTION_UNIT] = functionUnit;
        asked.page(added)[asked.offset(added) + ROW_NEXT] = ConversationRow.pair(row, 0);
        chain(row, added);
        return added;
    }

    /// Hangs a new function behind the last one of its row.
    private void chain(int row, int added) {
        long[] page = rows.page(row);
        int at = rows.offset(row) + CHAIN;
        int last = (int) page[at];
        page[at] = ConversationRow.pair(last == 0 ? added + 1 : ConversationRow.high(page[at]), added + 1);
        if (last != 0) {
            asked.page(last - 1)[asked.offset(last - 1) + ROW_NEXT] = ConversationRow.pair(row, added + 1);
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
