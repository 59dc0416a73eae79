package org.zonewright.traffic.capture;

import org.jspecify.annotations.Nullable;
import org.zonewright.traffic.capture.CaptureFormat.Compression;
import org.zonewright.traffic.capture.CaptureFormat.Container;

/// Tells captures from other files by their first bytes, before and after unpacking.
final class CaptureMagic {
    /// No magic here is longer, in bytes.
    static final int LENGTH = 4;

    private CaptureMagic() {}

    /// `magic` is the stored bytes' first four, the first on top.
    static Compression compressionOf(int magic) {
        if (magic >>> 8 == 0x1F8B08) {
            return Compression.GZIP;
        }
        return magic == 0x28B52FFD ? Compression.ZSTD : Compression.NONE;
    }

    /// The bytes without their compression. Closing it leaves `in` open.
    static ByteSource unpacked(ByteSource in, Compression compression) {
        return switch (compression) {
            case NONE -> in;
            case GZIP -> new GzipSource(in);
            case ZSTD -> new ZstdSource(in);
        };
    }

    /// `magic` is the unpacked bytes' first four, the first on top. Null if it is no capture's.
    static @Nullable Container containerOf(int magic) {
        if (magic == PcapngReader.SECTION_HEADER) {
            return Container.PCAPNG;
        }
        return isPcap(magic) || isPcap(Integer.reverseBytes(magic)) ? Container.PCAP : null;
    }

    private static boolean isPcap(int magic) {
        return magic == PcapReader.MICROSECONDS || magic == PcapReader.NANOSECONDS || magic == PcapReader.MODIFIED;
    }
}
