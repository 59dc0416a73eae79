package org.zonewright.facts.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A growing table of rows of `width` longs in pages. Rows are numbered from 0, start as zeros and never move.
///
/// A row is read and written through the array of its page: `long[] page = rows.page(row)`, then
/// `page[rows.offset(row) + column]`. The array is the row's page until [#page] or [#add] is called again on any
/// table of the same pager; a table's last page asked for stays valid, also for writing, as long as only other tables
/// are asked. Mutable; one thread.
public final class PagedRows {
    private static final byte USED = 1;
    private static final byte CLEAN = 2; // as it is in the file

    private Pager pager;
    private final int width;
    private final int shift;
    private final int mask;
    private long[] @Nullable [] pages = new long[4][];
    private long[] slots = new long[4]; // of the file, + 1; 0 = not written yet
    private byte[] marks = new byte[4];
    private int pageCount;
    private int size;
    private boolean sealed;
    private int current = -1; // the page asked for last, and its array
    private long[] here = {};
    private int hand;

    PagedRows(Pager pager, int width) {
        if (width < 1 || width > 64) {
            throw new IllegalArgumentException("a row of " + width + " longs");
        }
        this.pager = pager;
        this.width = width;
        shift = 31 - Integer.numberOfLeadingZeros(SpillFile.SLOT_LONGS / width);
        mask = (1 << shift) - 1;
    }

    /// The pages are another pager's from now on.
    void belongTo(Pager other) {
        pager = other;
    }

    /// The number of rows.
    public int size() {
        return size;
    }

    /// The longs of a row.
    public int width() {
        return width;
    }

    /// Where a row starts in the array of its page.
    public int offset(int row) {
        return (row & mask) * width;
    }

    /// Says that rows are only read from now on: a page that comes back from the file need not be written again.
    public void seal() {
        sealed = true;
    }

    /// The array of a row's page.
    public long[] page(int row) {
        int number = row >>> shift;
        return number == current ? here : turnTo(number);
    }

    private long[] turnTo(int number) {
        current = number;
        marks[number] |= USED;
        long[] page = pages[number];
        here = page != null ? page : load(number);
        return here;
    }

    /// Adds a row of zeros and gives its number.
    public int add() {
        int row = size++;
        if (row >>> shift == pageCount) {
            addPage();
        }
        return row;
    }

    private int pageLongs() {
        return width << shift;
    }

    private void addPage() {
        if (pageCount == pages.length) {
            int grown = pageCount + Math.max(4, pageCount / 2);
            pages = Arrays.copyOf(pages, grown);
            slots = Arrays.copyOf(slots, grown);
            marks = Arrays.copyOf(marks, grown);
        }
        int number = pageCount++;
        current = -1; // nothing of the last page is held on to when a row is added
        long[] page = pager.room(pageLongs());
        Arrays.fill(page, 0);
        pages[number] = page;
        marks[number] = USED;
        current = number;
        here = page;
    }

    private long[] load(int number) {
        long[] page = pager.room(pageLongs());
        pager.file().read(slots[number] - 1, page, pageLongs());
        pages[number] = page;
        if (sealed) {
            marks[number] |= CLEAN;
        }
        return page;
    }

    /// Writes a page that was not used since the clock's hand came by last, and gives its array; null once the hand
    /// has passed the end.
    long @Nullable [] spillOne() {
        while (hand < pageCount) {
            int number = hand++;
            long[] page = pages[number];
            if (page != null && number != current) {
                if ((marks[number] & USED) == 0) {
                    if (marks[number] != CLEAN) {
                        slots[number] = pager.file().write(page, page.length, slots[number] - 1) + 1;
                    }
                    marks[number] = 0;
                    pages[number] = null;
                    return page;
                }
                marks[number] &= ~USED;
            }
        }
        hand = 0;
        return null;
    }

    /// Forgets all rows.
    public void clear() {
        for (int number = 0; number < pageCount; number++) {
            if (pages[number] != null) {
                pages[number] = null;
                pager.released(pageLongs());
            }
            if (slots[number] != 0) {
                pager.file().free(slots[number] - 1);
                slots[number] = 0;
            }
        }
        sealed = false;
        pageCount = 0;
        size = 0;
        current = -1;
        hand = 0;
    }
}
