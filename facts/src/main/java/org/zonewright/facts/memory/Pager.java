package org.zonewright.facts.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables that one thread at a time changes, and which of their pages are in memory. When the budget is spent,
/// the page that was used least recently, as a clock tells it, goes to the file. Mutable; one thread.
public final class Pager implements AutoCloseable {
    /// Pages that a pager may hold even when others have taken the whole budget.
    private static final int LEAST_PAGES = 8;

    private final MemoryBudget budget;
    private final List<PagedRows> tables = new ArrayList<>();
    private final List<RowIndex> indexes = new ArrayList<>();
    private int resident;
    private long fixed; // bytes that cannot be spilled
    private long ofIndexes; // of them those that have another place
    private int hand; // the table that the clock's hand points at

    Pager(MemoryBudget budget) {
        this.budget = budget;
    }

    /// A new, empty table with rows of `width` longs, 1 to 64.
    public PagedRows rows(int width) {
        PagedRows table = new PagedRows(this, width);
        tables.add(table);
        return table;
    }

    /// A new, empty index.
    public RowIndex index() {
        RowIndex index = new RowIndex(this);
        indexes.add(index);
        return index;
    }

    /// A new, empty log, which lives on when the pager is closed.
    public RowLog.Writer log() {
        return new RowLog.Writer(budget);
    }

    /// Takes memory that cannot be spilled, at the cost of pages.
    ///
    /// @throws BudgetSpent if that share of the budget is spent
    public void fix(long bytes) {
        if (!tryFix(bytes)) {
            throw new BudgetSpent();
        }
    }

    /// As [#fix], but false where the share is spent.
    public boolean tryFix(long bytes) {
        return tryFix(bytes, 3);
    }

    /// Takes memory for an index, which has another place where there is none.
    boolean tryFixIndex(long bytes) {
        boolean taken = tryFix(bytes, 2);
        ofIndexes += taken ? bytes : 0;
        return taken;
    }

    /// Gives the memory of an index back.
    void unfixIndex(long bytes) {
        ofIndexes -= bytes;
        unfix(bytes);
    }

    /// True if what cannot be spilled takes so much of the budget, more than a sixteenth, that the same in other
    /// tables,
    /// which double at other times, might be refused.
    public boolean isNearBound() {
        return fixed - ofIndexes > budget.bytes() / 16;
    }

    private boolean tryFix(long bytes, int quarters) {
        if (!budget.tryFix(bytes, quarters)) {
            return false;
        }
        fixed += bytes;
        boolean more = true;
        while (more && budget.isExceeded() && resident > LEAST_PAGES) {
            more = spillOne() != null;
        }
        return true;
    }

    /// Gives such memory back.
    public void unfix(long bytes) {
        fixed -= bytes;
        budget.unfix(bytes);
    }

    /// Forgets one table.
    public void release(PagedRows table) {
        table.clear();
        tables.remove(table);
    }

    /// Forgets one index.
    public void release(RowIndex index) {
        index.close();
        indexes.remove(index);
    }

    /// Takes over the tables of another pager of the same budget, whose indexes are empty: tables which are to be
    /// read by one thread from now on: the least used of all their pages is spilled.
    public void takeOver(Pager other) {
        other.tables.forEach(table -> table.belongTo(this));
        tables.addAll(other.tables);
        other.tables.clear();
        resident += other.resident;
        other.resident = 0;
        fixed += other.fixed;
        ofIndexes += other.ofIndexes;
        other.fixed = 0;
        other.ofIndexes = 0;
    }

    /// Forgets all tables, and gives back their memory and their place in the file.
    @Override
    public void close() {
        List.copyOf(tables).forEach(PagedRows::clear);
        tables.clear();
        indexes.forEach(RowIndex::close);
        indexes.clear();
        unfix(fixed);
    }

    SpillFile file() {
        return budget.file();
    }

    /// An array for a page of so many longs; what is in it is undefined.
    long[] room(int longs) {
        long bytes = (long) longs * Long.BYTES;
        while (!budget.tryTake(bytes)) {
            long[] spilled = resident >= LEAST_PAGES ? spillOne() : null;
            if (spilled == null) {
                budget.take(bytes);
                break;
            }
            if (spilled.length == longs) {
                budget.take(bytes);
                resident++;
                return spilled;
            }
        }
        resident++;
        return new long[longs];
    }

    /// The memory of a page was given up.
    void released(int longs) {
        resident--;
        budget.give((long) longs * Long.BYTES);
    }

    /// Spills the page used least recently and gives its array; null if every page is in use.
    private long @Nullable [] spillOne() {
        // Once round takes the marks away, a second time round finds what has none.
        for (int tried = 0; tried <= 2 * tables.size(); tried++) {
            if (hand >= tables.size()) {
                hand = 0;
            }
            long[] spilled = tables.get(hand).spillOne();
            if (spilled != null) {
                released(spilled.length);
                return spilled;
            }
            hand++;
        }
        return null;
    }
}
