package org.zonewright.facts.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects exactness beyond memory: what is written to a table is what is read from it, however little of it is in
/// memory, and nothing is left on the disk.
class SpilledRowsTest {
    private static final int PAGE = 24 << 10;

    @TempDir
    private Path folder = Path.of("");

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void rowsOfTablesThatShareFewPagesKeepTheirValues() {
        try (MemoryBudget budget = MemoryBudget.of(10 * PAGE, folder);
                Pager pager = budget.pager()) {
            List<PagedRows> tables = List.of(pager.rows(19), pager.rows(6), pager.rows(1));
            List<List<long[]>> expected = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Random random = new Random(62443);
            for (int step = 0; step < 100_000; step++) {
                int which = random.nextInt(tables.size());
                PagedRows table = tables.get(which);
                List<long[]> rows = expected.get(which);
                int row = rows.isEmpty() || random.nextInt(3) == 0 ? table.add() : random.nextInt(rows.size());
                if (row == rows.size()) {
                    rows.add(new long[table.width()]);
                }
                int column = random.nextInt(table.width());
                long value = random.nextLong();
                table.page(row)[table.offset(row) + column] = value;
                rows.get(row)[column] = value;
            }
            assertThat(budget.hasSpilled()).isTrue();
            tables.get(0).seal();
            for (int round = 0; round < 2; round++) {
                for (int which = 0; which < tables.size(); which++) {
                    equal(tables.get(which), expected.get(which));
                }
            }
        }
    }

    private static void equal(PagedRows table, List<long[]> expected) {
        assertThat(table.size()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            long[] page = table.page(row);
            for (int column = 0; column < table.width(); column++) {
                if (page[table.offset(row) + column] != expected.get(row)[column]) {
                    assertThat(page[table.offset(row) + column])
                            .as("row " + row + " column " + column)
                            .isEqualTo(expected.get(row)[column]);
                }
            }
        }
    }

    @Test
    void anIndexFindsEveryRowInMemoryAndInItsFile() throws IOException {
        for (long bytes : new long[] {1 << 30, 40_000}) {
            try (MemoryBudget budget = MemoryBudget.of(bytes, folder);
                    Pager pager = budget.pager()) {
                RowIndex index = pager.index();
                PagedRows keys = pager.rows(1);
                Map<Long, Integer> expected = new HashMap<>();
                Random random = new Random(62443);
                for (int step = 0; step < 30_000; step++) {
                    long key = random.nextInt(20_000);
                    int row = find(index, keys, key);
                    assertThat(row).isEqualTo(expected.getOrDefault(key, keys.size() - 1));
                    expected.put(key, row);
                }
                assertThat(keys.size()).isEqualTo(expected.size());
                index.clear();
                assertThat(index.entry(index.home(tag(1)))).isZero();
            }
        }
        assertThat(filesLeft()).isZero();
    }

    /// Few tags, so that different keys often have the same.
    private static int tag(long key) {
        return RowIndex.tagOf((key / 3) * 0x9E3779B97F4A7C15L);
    }

    private static int find(RowIndex index, PagedRows keys, long key) {
        int slot = index.home(tag(key));
        while (index.entry(slot) != 0) {
            int row = RowIndex.row(index.entry(slot));
            if (RowIndex.tag(index.entry(slot)) == tag(key) && keys.page(row)[keys.offset(row)] == key) {
                return row;
            }
            slot = index.next(slot);
        }
        int to = index.room(slot, tag(key));
        int row = keys.add();
        index.put(to, tag(key), row);
        keys.page(row)[keys.offset(row)] = key;
        return row;
    }

    @Test
    void aLogGivesBackWhatWasAppendedFromMemoryAndFromTheFile() {
        for (long bytes : new long[] {1 << 30, 20 * PAGE, 1}) {
            for (int length : new int[] {0, 1, 3071, 3072, 3073, 50_000}) {
                try (MemoryBudget budget = MemoryBudget.of(bytes, folder);
                        Pager pager = budget.pager()) {
                    RowLog.Writer writer = pager.log();
                    for (long value = 0; value < length; value++) {
                        writer.add(value * value);
                    }
                    writer.add(new long[] {7, 8, 9}, 1, 2);
                    RowLog log = writer.finish();
                    for (int reader = 0; reader < 2; reader++) {
                        RowLog.Reader read = log.reader();
                        for (long value = 0; value < length; value++) {
                            assertThat(read.next()).isEqualTo(value * value);
                        }
                        long[] rest = new long[2];
                        read.next(rest);
                        assertThat(rest).containsExactly(8, 9);
                    }
                }
            }
        }
    }

    @Test
    void theTemporaryFileHasNoNameWhileItIsInUse() throws IOException {
        try (MemoryBudget budget = MemoryBudget.of(1, folder);
                Pager pager = budget.pager()) {
            PagedRows rows = pager.rows(32);
            for (int row = 0; row < 10_000; row++) {
                rows.page(rows.add())[0] = row;
            }
            assertThat(budget.spilledBytes()).isGreaterThan(1_000_000);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(filesLeft()).isZero(); // so a process that is killed leaves nothing behind
            }
        }
        assertThat(filesLeft()).isZero();
    }

    @Test
    void placesInTheFileAreUsedAgain() {
        try (MemoryBudget budget = MemoryBudget.of(1, folder)) {
            long after = 0;
            for (int round = 0; round < 5; round++) {
                try (Pager pager = budget.pager()) {
                    PagedRows rows = pager.rows(32);
                    for (int row = 0; row < 10_000; row++) {
                        rows.add();
                    }
                }
                after = round == 0 ? budget.spilledBytes() : after;
            }
            assertThat(budget.spilledBytes()).isEqualTo(after);
        }
    }

    @Test
    void aFolderThatCannotTakeTheFileIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        try (MemoryBudget budget = MemoryBudget.of(1, nowhere);
                Pager pager = budget.pager()) {
            PagedRows rows = pager.rows(32);
            assertThatThrownBy(() -> {
                        for (int row = 0; row < 10_000; row++) {
                            rows.add();
                        }
                    })
                    .isInstanceOfSatisfying(SpillFailure.class, failure -> assertThat(failure.folder())
                            .isEqualTo(nowhere.toString()));
        }
    }

    @Test
    void whatCannotBeSpilledIsRefusedBeyondItsShare() {
        try (MemoryBudget budget = MemoryBudget.of(1 << 20, folder);
                Pager pager = budget.pager()) {
            pager.fix(700 << 10);
            assertThat(pager.tryFix(100 << 10)).isFalse();
            assertThatThrownBy(() -> pager.fix(100 << 10)).isInstanceOf(BudgetSpent.class);
            pager.unfix(700 << 10);
            assertThat(pager.tryFix(100 << 10)).isTrue();
        }
    }
}
