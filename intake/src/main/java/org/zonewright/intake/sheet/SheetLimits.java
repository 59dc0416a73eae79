package org.zonewright.intake.sheet;

/// How much of a file is read. A list of a large plant has some ten thousand rows of twenty columns, so an honest
/// file is far from every bound.
public final class SheetLimits {
    private static final int MEGABYTE = 1 << 20;

    public static final int MAX_FILE_BYTES = 64 * MEGABYTE;
    /// Rows with text that are read from a sheet.
    public static final int MAX_ROWS = 100_000;

    public static final int MAX_COLUMNS = 256;
    /// Characters of a cell, Excel's own bound.
    public static final int MAX_CELL_LENGTH = 32_767;

    static final int MAX_SHEETS = 256;
    static final int MAX_SHARED_TEXTS = 1_000_000;
    static final int MAX_PARTS = 4096;
    /// XML nests a dozen deep in a workbook.
    static final int MAX_DEPTH = 64;
    /// What the XLSX format allows, ECMA-376 part 1, 18.3.1.35.
    static final int FORMAT_ROWS = 1_048_576;

    static final int FORMAT_COLUMNS = 16_384;

    private static final int MAX_UNPACKED_BYTES = 128 * MEGABYTE;
    /// Sheets of numbers shrink tenfold, of repeated text some fiftyfold.
    private static final int MAX_UNPACK_RATIO = 100;

    private static final int ALWAYS_UNPACKED_BYTES = 8 * MEGABYTE;

    private SheetLimits() {}

    /// The bytes that an archive of this length may unpack to.
    static int unpackedBytes(int fileBytes) {
        long byRatio = (long) fileBytes * MAX_UNPACK_RATIO;
        return Math.clamp(byRatio, ALWAYS_UNPACKED_BYTES, MAX_UNPACKED_BYTES);
    }

    static int megabytes(int bytes) {
        return bytes / MEGABYTE;
    }
}
