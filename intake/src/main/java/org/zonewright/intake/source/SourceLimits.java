package org.zonewright.intake.source;

/// How much of a file is read. Honest files are far from every bound but the first two, which are said when met.
public final class SourceLimits {
    /// Different facts kept of one file.
    static final int MAX_FACTS = 1_000_000;
    /// Different conversations kept of one file.
    static final int MAX_CONVERSATIONS = 2_000_000;
    /// Characters of one line of a log.
    static final int MAX_LINE = 1 << 20;
    /// Characters kept of one value.
    static final int MAX_VALUE = 512;
    /// Fields of one record.
    static final int MAX_FIELDS = 4096;
    /// Objects and lists within each other.
    static final int MAX_DEPTH = 24;
    /// Files that are read as a whole: scans, exports, device descriptions.
    public static final int MAX_WHOLE_BYTES = 256 << 20;
    /// What one byte of a packed log may unpack to, beyond the first 64 MiB.
    static final int MAX_UNPACK_RATIO = 400;

    static final long ALWAYS_UNPACKED_BYTES = 64L << 20;

    private SourceLimits() {}
}
