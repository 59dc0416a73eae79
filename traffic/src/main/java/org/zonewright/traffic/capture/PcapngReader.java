package org.zonewright.traffic.capture;

import java.util.Arrays;

/// Walks the blocks of a pcapng file (`draft-ietf-opsawg-pcapng`).
///
/// ```
/// block    type u32 · length u32 · body, padded to 4 bytes · the same length u32
/// ```
/// A Section Header Block sets the byte order and makes the file forget its interfaces; a file may have several.
/// Simple Packet Blocks carry no time: their frames get that of the frame before (0 if there is none). Blocks of
/// unknown types are passed over. After a block that cannot be right, the next good one is looked for within
/// [#RESYNC_LIMIT] bytes.
final class PcapngReader implements RecordReader {
    static final int SECTION_HEADER = 0x0A0D0D0A;
    static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    /// How far a good block is looked for behind a bad one, in bytes.
    static final int RESYNC_LIMIT = 4 << 20;
    /// Interfaces accepted in a file; keeps a file of nothing but interfaces from filling the memory.
    static final int MAX_INTERFACES = 65_536;

    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int NAME_RESOLUTION = 4;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int BLOCK_HEADER = 8;
    private static final int BLOCK_TRAILER = 4;
    private static final int MIN_BLOCK = BLOCK_HEADER + BLOCK_TRAILER;
    private static final int MIN_SECTION = 28;
    /// Longer blocks are taken for damage; the bound is Wireshark's.
    private static final int MAX_BLOCK = 16 << 20;
    /// A block that is looked for is shorter, so that looking does not move the window all the time.
    private static final int MAX_SOUGHT_BLOCK = Window.CAPACITY / 4;

    private final Window window;
    private final FrameSink sink;
    private final Report report;
    private final PcapngOptions options = new PcapngOptions();
    private PcapngInterface[] interfaces = new PcapngInterface[4];
    private int interfaceCount;
    private int interfacesOfFile;
    private boolean bigEndian;
    private boolean everything = true;
    private long frames;
    private long lastNanos;

    PcapngReader(Window window, FrameSink sink, Report report) {
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
        while (window.require(BLOCK_HEADER)) {
            int type = Words.i32(window.bytes(), window.position(), bigEndian);
            if (!(type == SECTION_HEADER ? section() : block(type))) {
                return false;
            }
        }
        if (window.available() > 0) {
            return truncated(BLOCK_HEADER);
        }
        return everything && window.failure() == null;
    }

    /// Handles the block at the window's position and goes behind it. False if nothing more can be read.
    private boolean block(int type) {
        long announced = Words.u32(window.bytes(), window.position() + 4, bigEndian);
        long length = (announced + 3) & ~3L;
        if (announced < MIN_BLOCK || announced > MAX_BLOCK) {
            report.record(CaptureProblem.BAD_BLOCK, frames + 1, window.offset(), announced, MAX_BLOCK);
            return resynchronise();
        }
        if (length > Window.CAPACITY) {
            return passOver(type, length);
        }
        if (!window.require((int) length)) {
            return truncated(length);
        }
        int at = window.position();
        int end = at + (int) length - BLOCK_TRAILER;
        long trailer = Words.u32(window.bytes(), end, bigEndian);
        if (trailer != announced) {
            report.record(CaptureProblem.BAD_BLOCK, frames + 1, window.offset(), announced, trailer);
            return resynchronise();
        }
        if (announced != length) {
            report.record(CaptureProblem.UNALIGNED_BLOCK, 0, window.offset(), announced);
        }
        switch (type) {
            case ENHANCED_PACKET -> enhancedPacket(at + BLOCK_HEADER, end);
            case PACKET -> packet(at + BLOCK_HEADER, end);
            case SIMPLE_PACKET -> simplePacket(at + BLOCK_HEADER, end);
            case INTERFACE_DESCRIPTION -> interfaceDescription(at + BLOCK_HEADER, end);
            case INTERFACE_STATISTICS -> interfaceStatistics(at + BLOCK_HEADER, end);
            default -> {}
        }
        window.position(at + (int) length);
        return true;
    }

    /// Goes behind a block that does not fit the window: names, keys, custom data, or a packet that cannot be one.
    private boolean passOver(int type, long length) {
        if (type == ENHANCED_PACKET || type == PACKET || type == SIMPLE_PACKET) {
            bad(length, MAX_CAPTURED);
        }
        return window.skip(length) || truncated(length);
    }

    /// Starts a section: the block's magic says the byte order of everything up to the next one. False if nothing
    /// more can be read.
    private boolean section() {
        if (!window.require(MIN_SECTION)) {
            return truncated(MIN_SECTION);
        }
        byte[] bytes = window.bytes();
        int at = window.position();
        bigEndian = Words.i32(bytes, at + 8, true) == BYTE_ORDER_MAGIC;
        if (Words.i32(bytes, at + 8, bigEndian) != BYTE_ORDER_MAGIC) {
            report.record(CaptureProblem.BAD_BLOCK, frames + 1, window.offset(), SECTION_HEADER, BYTE_ORDER_MAGIC);
            return resynchronise();
        }
        int major = Words.u16(bytes, at + 12, bigEndian);
        if (major != 1) {
            int minor = Words.u16(bytes, at + 14, bigEndian);
            report.file(CaptureProblem.UNSUPPORTED_VERSION, "pcapng", major + "." + minor);
            return false;
        }
        interfaceCount = 0;
        return block(SECTION_HEADER);
    }

    private void interfaceDescription(int body, int end) {
        if (end - body < PcapngInterface.BODY) {
            everything = false;
            report.record(CaptureProblem.BAD_RECORD, 0, window.offset(), end - body, PcapngInterface.BODY);
            return;
        }
        if (interfacesOfFile == MAX_INTERFACES) {
            everything = false;
            report.record(CaptureProblem.TOO_MANY_INTERFACES, 0, window.offset(), MAX_INTERFACES);
            return;
        }
        if (interfaceCount == interfaces.length) {
            interfaces = Arrays.copyOf(interfaces, 2 * interfaceCount);
        }
        PcapngInterface next = PcapngInterface.read(
                interfacesOfFile, window.bytes(), body, end, bigEndian, options, report, window.offset());
        interfaces[interfaceCount] = next;
        interfaceCount++;
        interfacesOfFile++;
        sink.networkInterface(next.id, next.linkType, next.name, next.snapLength);
    }

    /// `interface u32 · time high u32 · time low u32 · captured u32 · on the wire u32 · frame · options`
    private void enhancedPacket(int body, int end) {
        if (end - body < 20) {
            bad(end - body, 20);
            return;
        }
        byte[] bytes = window.bytes();
        timedFrame(Words.u32(bytes, body, bigEndian), body + 4, body + 20, end);
    }

    /// `interface u16 · drops u16 · time high u32 · time low u32 · captured u32 · on the wire u32 · frame · options`,
    /// the obsolete form.
    private void packet(int body, int end) {
        if (end - body < 20) {
            bad(end - body, 20);
            return;
        }
        timedFrame(Words.u16(window.bytes(), body, bigEndian), body + 4, body + 20, end);
    }

    private void timedFrame(long interfaceId, int time, int data, int end) {
        byte[] bytes = window.bytes();
        if (interfaceId >= interfaceCount) {
            unknownInterface(interfaceId);
            return;
        }
        PcapngInterface from = interfaces[(int) interfaceId];
        long ticks = (Words.u32(bytes, time, bigEndian) << 32) | Words.u32(bytes, time + 4, bigEndian);
        lastNanos = from.clock.nanos(ticks);
        long captured = Words.u32(bytes, time + 8, bigEndian);
        frame(from.id, data, end, captured, Words.u32(bytes, time + 12, bigEndian));
    }

    /// `on the wire u32 · frame`, always of the section's first interface; its snap length says what was captured.
    private void simplePacket(int body, int end) {
        if (end - body < 4) {
            bad(end - body, 4);
            return;
        }
        if (interfaceCount == 0) {
            unknownInterface(0);
            return;
        }
        long wireLength = Words.u32(window.bytes(), body, bigEndian);
        int snapLength = interfaces[0].snapLength;
        long captured = snapLength == 0 ? wireLength : Math.min(wireLength, snapLength);
        frame(interfaces[0].id, body + 4, end, Math.min(captured, end - body - 4), wireLength);
    }

    private void frame(int interfaceId, int data, int end, long captured, long wireLength) {
        if (captured > end - data || captured > MAX_CAPTURED) {
            bad(captured, Math.min(end - data, MAX_CAPTURED));
            return;
        }
        frames++;
        if (captured > wireLength) {
            report.record(CaptureProblem.LENGTH_CONFLICT, frames, window.offset(), captured, wireLength);
        }
        sink.frame(window.bytes(), data, (int) captured, wireLength, lastNanos, interfaceId, frames, window.offset());
    }

    /// `interface u32 · time u64 · options`; option 5 isb_ifdrop u64 counts from the recorder's start, so only what
    /// is new is passed on.
    private void interfaceStatistics(int body, int end) {
        byte[] bytes = window.bytes();
        if (end - body < 12 || Words.u32(bytes, body, bigEndian) >= interfaceCount) {
            return;
        }
        PcapngInterface of = interfaces[Words.i32(bytes, body, bigEndian)];
        options.wrap(bytes, body + 12, end, bigEndian);
        while (options.next()) {
            if (options.code() == 5 && options.length() == 8) {
                long more = of.newlyLost(Words.i64(bytes, options.value(), bigEndian));
                if (more > 0) {
                    sink.lost(more);
                }
            }
        }
    }

    /// Looks for the next block that can be right, 4 bytes by 4 bytes. False if there is none near enough.
    private boolean resynchronise() {
        everything = false;
        long from = window.offset();
        while (window.offset() - from < RESYNC_LIMIT && window.skip(4) && window.require(MIN_BLOCK)) {
            if (plausible()) {
                report.record(CaptureProblem.RESYNCHRONISED, frames + 1, window.offset(), window.offset() - from);
                return true;
            }
        }
        return false;
    }

    /// True if a block of a known type is at the window's position, whole, with two equal lengths.
    private boolean plausible() {
        int at = window.position();
        int type = Words.i32(window.bytes(), at, bigEndian);
        if (type == SECTION_HEADER) {
            int magic = Words.i32(window.bytes(), at + 8, true);
            return magic == BYTE_ORDER_MAGIC || magic == Integer.reverseBytes(BYTE_ORDER_MAGIC);
        }
        boolean known = type >= INTERFACE_DESCRIPTION && type <= ENHANCED_PACKET && type != NAME_RESOLUTION;
        long length = Words.u32(window.bytes(), at + 4, bigEndian);
        return known
                && length >= MIN_BLOCK
                && length <= MAX_SOUGHT_BLOCK
                && (length & 3) == 0
                && window.require((int) length)
                && Words.u32(window.bytes(), window.position() + (int) length - BLOCK_TRAILER, bigEndian) == length;
    }

    private void bad(long found, long possible) {
        everything = false;
        report.record(CaptureProblem.BAD_RECORD, frames + 1, window.offset(), found, possible);
    }

    private void unknownInterface(long interfaceId) {
        everything = false;
        report.record(CaptureProblem.UNKNOWN_INTERFACE, frames + 1, window.offset(), interfaceId, interfaceCount);
    }

    /// Always false. Nothing is said where the bytes ended for a reason that is said anyway.
    private boolean truncated(long announced) {
        if (window.failure() == null) {
            report.record(CaptureProblem.TRUNCATED_RECORD, frames + 1, window.offset(), announced, window.available());
        }
        return false;
    }
}
