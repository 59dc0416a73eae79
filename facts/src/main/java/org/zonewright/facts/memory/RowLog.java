package org.zonewright.facts.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A finished table that is read from its start to its end: runs of longs one after the other, in memory or, where
/// the budget does not allow that, in the file. Immutable, and may be read by several threads at a time.
public final class RowLog {
    private static final int BLOCK = SpillFile.SLOT_LONGS;

    private final MemoryBudget budget;
    private final List<long[]> blocks; // in memory, or none
    private final long[] slots; // in the file, or none
    private final long length;

    private RowLog(MemoryBudget budget, List<long[]> blocks, long[] slots, long length) {
        this.budget = budget;
        this.blocks = blocks;
        this.slots = slots;
        this.length = length;
    }

    /// A new reader before the first long.
    public Reader reader() {
        return new Reader();
    }

    /// Fills a log. Mutable; one thread.
    public static final class Writer {
        private final MemoryBudget budget;
        private List<long[]> blocks = new ArrayList<>();
        private long[] slots = new long[0];
        private int slotCount;
        private long[] block = new long[16];
        private int used;
        private long length;

        Writer(MemoryBudget budget) {
            this.budget = budget;
        }

        /// Appends `page[from, from + count)`.
        public void add(long[] page, int from, int count) {
            int done = 0;
            while (done < count) {
                if (used == block.length) {
                    room();
                }
                int part = Math.min(count - done, block.length - used);
                System.arraycopy(page, from + done, block, used, part);
                used += part;
                done += part;
            }
            length += count;
        }

        /// Appends one long.
        public void add(long value) {
            if (used == block.length) {
                room();
            }
            block[used++] = value;
            length++;
        }

        private void room() {
            if (block.length < BLOCK) {
                block = Arrays.copyOf(block, Math.min(BLOCK, block.length * 2));
            } else {
                finishBlock();
                block = new long[BLOCK];
                used = 0;
            }
        }

        /// Keeps the block, which may be the last and not full, in memory or in the file.
        private void finishBlock() {
            if (slotCount == 0 && budget.tryKeep((long) block.length * Long.BYTES)) {
                blocks.add(block);
                return;
            }
            for (long[] kept : blocks) {
                spill(kept, kept.length);
                budget.unkeep((long) kept.length * Long.BYTES);
            }
            blocks = List.of();
            spill(block, used);
        }

        private void spill(long[] full, int count) {
            if (slotCount == slots.length) {
                slots = Arrays.copyOf(slots, Math.max(16, slotCount * 2));
            }
            slots[slotCount++] = budget.file().write(full, count, -1);
        }

        /// The log, to which nothing can be added any more.
        public RowLog finish() {
            if (used > 0) {
                block = Arrays.copyOf(block, used);
                finishBlock();
            }
            return new RowLog(budget, List.copyOf(blocks), Arrays.copyOf(slots, slotCount), length);
        }
    }

    /// Reads a log from its start. Mutable; one thread.
    public final class Reader {
        private long[] block = new long[0];
        private int position;
        private int number;
        private long left = length;

        private Reader() {}

        /// The next long; there must be one.
        public long next() {
            if (position == block.length) {
                turn();
            }
            left--;
            return block[position++];
        }

        /// Reads the next longs into `row`.
        public void next(long[] row) {
            int done = 0;
            while (done < row.length) {
                int part = Math.min(row.length - done, ahead());
                System.arraycopy(block, position, row, done, part);
                position += part;
                left -= part;
                done += part;
            }
        }

        /// Steps over so many longs.
        public void skip(long count) {
            long rest = count;
            while (rest > 0) {
                int part = (int) Math.min(rest, ahead());
                position += part;
                left -= part;
                rest -= part;
            }
        }

        /// How many longs are at hand, at least one.
        private int ahead() {
            if (position == block.length) {
                turn();
            }
            return block.length - position;
        }

        private void turn() {
            if (slots.length == 0) {
                block = blocks.get(number++);
            } else {
                int count = (int) Math.min(BLOCK, left);
                if (block.length != count) {
                    block = new long[count];
                }
                budget.file().read(slots[number++], block, count);
            }
            position = 0;
        }
    }
}
