package org.zonewright.facts.memory;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// How much memory the tables of a run may take together, and where they spill what is beyond. Thread-safe: tables
/// that are changed at the same time have a [Pager] each.
///
/// Results do not depend on the budget, only whether and how fast they come. Indexes stay in memory while what cannot
/// be spilled takes no more than half of it; three quarters may be taken by what else must stay (addresses,
/// statements), and when that needs more, [BudgetSpent] is thrown. Finished tables stay in memory up to an eighth of
/// it, and are spilled whole beyond. Each pager may hold a few pages whatever the others hold, so that the budget may
/// be passed by some 200 KiB a pager.
public final class MemoryBudget implements AutoCloseable {
    private final long bytes;
    private final SpillFile file;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong fixed = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();

    private MemoryBudget(long bytes, Path folder) {
        this.bytes = bytes;
        this.file = new SpillFile(folder);
    }

    /// A budget that is never spent: nothing spills.
    public static MemoryBudget unbounded() {
        return new MemoryBudget(Long.MAX_VALUE / 2, Path.of(""));
    }

    /// A budget of so many bytes; the temporary file is made in `folder` once it is needed.
    public static MemoryBudget of(long bytes, Path folder) {
        return new MemoryBudget(bytes, folder);
    }

    /// The bytes that tables may take.
    public long bytes() {
        return bytes;
    }

    /// A pager for tables that one thread at a time changes.
    public Pager pager() {
        return new Pager(this);
    }

    /// True if something was spilled.
    public boolean hasSpilled() {
        return file.bytes() > 0;
    }

    /// Bytes of the temporary file.
    public long spilledBytes() {
        return file.bytes();
    }

    /// Closes and thereby deletes the temporary file; tables that were spilled can no longer be read.
    @Override
    public void close() {
        file.close();
    }

    SpillFile file() {
        return file;
    }

    /// Takes memory for a page, if there is some.
    boolean tryTake(long wanted) {
        if (used.addAndGet(wanted) <= bytes) {
            return true;
        }
        used.addAndGet(-wanted);
        return false;
    }

    void take(long wanted) {
        used.addAndGet(wanted);
    }

    void give(long back) {
        used.addAndGet(-back);
    }

    boolean isExceeded() {
        return used.get() > bytes;
    }

    /// Takes memory for what cannot be spilled, at the cost of pages; false if all that would have more than so many
    /// quarters of the budget.
    boolean tryFix(long wanted, int quarters) {
        if (fixed.addAndGet(wanted) <= bytes / 4 * quarters) {
            used.addAndGet(wanted);
            return true;
        }
        fixed.addAndGet(-wanted);
        return false;
    }

    void unfix(long back) {
        fixed.addAndGet(-back);
        used.addAndGet(-back);
    }

    /// Takes memory for a finished table; false beyond their share.
    boolean tryKeep(long wanted) {
        if (finished.addAndGet(wanted) <= bytes / 8) {
            return true;
        }
        finished.addAndGet(-wanted);
        return false;
    }

    void unkeep(long back) {
        finished.addAndGet(-back);
    }
}
