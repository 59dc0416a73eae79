package org.zonewright.traffic.capture;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.ProblemLog;
import org.zonewright.traffic.capture.CaptureFormat.Compression;
import org.zonewright.traffic.capture.CaptureFormat.Container;

/// Reads one capture, in one pass from its first byte to its last, and gives its frames to a sink.
///
/// What the input is, is seen in its first bytes. Memory is constant (about 1 MiB, and what a decompressor needs).
/// Nothing in the input makes it throw: what is wrong becomes a problem, and what can be read is read. Bytes are
/// handled as they come, so a pipe that is being written can be followed. Threads: none of its own.
public final class CaptureReader {
    private static final int LONGEST_MAGIC = 4;

    private CaptureReader() {}

    /// What was read. `format` is empty where the input is no capture that can be read; `sha256` is `sha256:…` of the
    /// stored (compressed) bytes, of as many as could be had; `frames` is how many the sink was given; `whole` says
    /// that nothing of the capture was left out.
    public record Result(Optional<CaptureFormat> format, String sha256, long frames, boolean whole) {}

    /// Reads a capture of any size. `name` is what problems call it; `in` is read to its end and left open.
    public static Result read(String name, ByteSource in, FrameSink sink, ProblemLog problems) {
        return read(name, in, sink, problems, Long.MAX_VALUE);
    }

    /// Reads at most `maxBytes` of a capture, counted uncompressed: a guard against small files that unpack without
    /// end.
    public static Result read(String name, ByteSource in, FrameSink sink, ProblemLog problems, long maxBytes) {
        DigestingSource stored = new DigestingSource(in);
        Report report = new Report(name, problems);
        try {
            PeekedSource peeked = new PeekedSource(stored, LONGEST_MAGIC);
            Compression compression = compressionOf(peeked);
            try (ByteSource plain = decompressed(peeked, compression, report)) {
                return read(compression, new Window(plain, maxBytes), stored, sink, report);
            }
        } catch (IOException e) {
            report.file(CaptureProblem.READ_FAILED, reason(e));
            return new Result(Optional.empty(), stored.sha256(), 0, false);
        }
    }

    private static Result read(
            Compression compression, Window window, DigestingSource stored, FrameSink sink, Report report) {
        Container container = containerOf(window);
        if (container == null) {
            if (window.failure() == null) {
                Lookalike.report(window, report);
            }
            sayFailure(window, 0, report);
            return new Result(Optional.empty(), stored.sha256(), 0, false);
        }
        RecordReader reader =
                switch (container) {
                    case PCAP -> new PcapReader(window, sink, report);
                    case PCAPNG -> new PcapngReader(window, sink, report);
                };
        boolean whole = reader.read();
        sayFailure(window, reader.frames(), report);
        if (!whole && window.failure() == null) {
            drain(stored, window, report);
        }
        CaptureFormat format = new CaptureFormat(container, compression);
        return new Result(Optional.of(format), stored.sha256(), reader.frames(), whole);
    }

    /// After damage the rest is read for the digest alone.
    private static void drain(DigestingSource stored, Window window, Report report) {
        try {
            stored.drain(window.bytes());
        } catch (IOException e) {
            report.file(CaptureProblem.READ_FAILED, reason(e));
        }
    }

    private static Compression compressionOf(PeekedSource in) {
        if (in.startsWith(0x1F, 0x8B, 0x08)) {
            return Compression.GZIP;
        }
        return in.startsWith(0x28, 0xB5, 0x2F, 0xFD) ? Compression.ZSTD : Compression.NONE;
    }

    private static ByteSource decompressed(PeekedSource in, Compression compression, Report report) {
        return switch (compression) {
            case NONE -> in;
            case GZIP -> new GzipSource(in, report);
            case ZSTD -> new ZstdSource(in);
        };
    }

    private static @Nullable Container containerOf(Window window) {
        if (!window.require(LONGEST_MAGIC)) {
            return null;
        }
        int magic = Words.i32(window.bytes(), window.position(), true);
        if (magic == PcapngReader.SECTION_HEADER) {
            return Container.PCAPNG;
        }
        return isPcap(magic) || isPcap(Integer.reverseBytes(magic)) ? Container.PCAP : null;
    }

    private static boolean isPcap(int magic) {
        return magic == PcapReader.MICROSECONDS || magic == PcapReader.NANOSECONDS || magic == PcapReader.MODIFIED;
    }

    private static void sayFailure(Window window, long frames, Report report) {
        IOException failure = window.failure();
        if (failure instanceof SourceFailure known) {
            report.record(known.problem(), frames, window.base() + window.limit(), known.arguments());
        } else if (failure != null) {
            report.record(CaptureProblem.READ_FAILED, frames, window.base() + window.limit(), reason(failure));
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
