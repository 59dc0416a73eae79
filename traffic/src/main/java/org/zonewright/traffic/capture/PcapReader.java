package org.zonewright.traffic.capture;

/// Walks the records of a pcap file (`draft-ietf-opsawg-pcap`).
///
/// ```
/// file     magic u32 · major u16 · minor u16 · - · - · snap length u32 · link type u32 (upper half: FCS)
/// record   seconds u32 · fraction u32 · captured u32 · on the wire u32 · [8 bytes, "modified" only] · frame
/// ```
/// The magic's byte order is everybody's; its value says whether fractions are µs or ns, and whether record headers
/// are eight bytes longer (Kuznetzov's "modified" format). Files of versions before 2.3 hold the two lengths the
/// other way round. A record has no mark to find it by, so nothing can be read after a bad one.
final class PcapReader implements RecordReader {
    static final int MICROSECONDS = 0xA1B2C3D4;
    static final int NANOSECONDS = 0xA1B23C4D;
    static final int MODIFIED = 0xA1B2CD34;

    private static final int FILE_HEADER = 24;
    private static final int MAJOR = 4;
    private static final int MINOR = 6;
    private static final int SNAP_LENGTH = 16;
    private static final int LINK_TYPE = 20;

    private static final int RECORD_HEADER = 16;
    private static final int MODIFIED_RECORD_HEADER = 24;
    private static final int SECONDS = 0;
    private static final int FRACTION = 4;
    private static final int CAPTURED = 8;
    private static final int WIRE_LENGTH = 12;

    private final Window window;
    private final FrameSink sink;
    private final Report report;
    private boolean bigEndian;
    private long nanosPerFraction;
    private int recordHeader;
    private int capturedAt;
    private int wireLengthAt;
    private long frames;

    PcapReader(Window window, FrameSink sink, Report report) {
        this.window = window;
        this.sink = sink;
        this.report = report;
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public boolean read() {
        if (!readFileHeader()) {
            return false;
        }
        while (true) {
            walk();
            if (window.require(recordHeader)) {
                long captured = Words.u32(window.bytes(), window.position() + capturedAt, bigEndian);
                if (captured > MAX_CAPTURED) {
                    report.record(CaptureProblem.BAD_RECORD, frames + 1, window.offset(), captured, MAX_CAPTURED);
                    return false;
                }
                if (!window.require(recordHeader + (int) captured)) {
                    truncated(captured, window.available() - recordHeader);
                    return false;
                }
            } else if (window.available() > 0) {
                truncated(recordHeader, window.available());
                return false;
            } else {
                return window.failure() == null;
            }
        }
    }

    /// Gives the sink every record that is whole in the window and possible.
    private void walk() {
        byte[] bytes = window.bytes();
        long base = window.base();
        int end = window.limit();
        int at = window.position();
        int header = recordHeader;
        boolean big = bigEndian;
        int capturedOffset = capturedAt;
        int wireLengthOffset = wireLengthAt;
        long scale = nanosPerFraction;
        long number = frames;
        while (end - at >= header) {
            long captured = Words.u32(bytes, at + capturedOffset, big);
            if (captured > end - at - header || captured > MAX_CAPTURED) {
                break;
            }
            long wireLength = Words.u32(bytes, at + wireLengthOffset, big);
            number++;
            if (captured > wireLength) {
                report.record(CaptureProblem.LENGTH_CONFLICT, number, base + at, captured, wireLength);
            }
            long nanos =
                    Words.u32(bytes, at + SECONDS, big) * 1_000_000_000L + Words.u32(bytes, at + FRACTION, big) * scale;
            sink.frame(bytes, at + header, (int) captured, wireLength, nanos, 0, number, base + at);
            at += header + (int) captured;
        }
        frames = number;
        window.position(at);
    }

    private boolean readFileHeader() {
        if (!window.require(FILE_HEADER)) {
            truncated(FILE_HEADER, window.available());
            return false;
        }
        byte[] bytes = window.bytes();
        int at = window.position();
        bigEndian = bytes[at] == (byte) 0xA1;
        int magic = Words.i32(bytes, at, bigEndian);
        int major = Words.u16(bytes, at + MAJOR, bigEndian);
        int minor = Words.u16(bytes, at + MINOR, bigEndian);
        if (major != 2) {
            report.file(CaptureProblem.UNSUPPORTED_VERSION, "pcap", major + "." + minor);
            return false;
        }
        nanosPerFraction = magic == NANOSECONDS ? 1 : 1000;
        recordHeader = magic == MODIFIED ? MODIFIED_RECORD_HEADER : RECORD_HEADER;
        capturedAt = minor < 3 ? WIRE_LENGTH : CAPTURED;
        wireLengthAt = minor < 3 ? CAPTURED : WIRE_LENGTH;
        long snapLength = Words.u32(bytes, at + SNAP_LENGTH, bigEndian);
        int linkType = Words.i32(bytes, at + LINK_TYPE, bigEndian) & 0xFFFF;
        window.position(at + FILE_HEADER);
        sink.networkInterface(0, linkType, "", (int) Math.min(snapLength, Integer.MAX_VALUE));
        return true;
    }

    /// Not said where the bytes ended for a reason that is said anyway.
    private void truncated(long announced, long left) {
        if (window.failure() == null) {
            report.record(CaptureProblem.TRUNCATED_RECORD, frames + 1, window.offset(), announced, left);
        }
    }
}
