package org.zonewright.traffic.capture;

import java.io.IOException;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.traffic.capture.CaptureFormat.Compression;
import org.zonewright.traffic.capture.CaptureFormat.Container;

/// Reads one capture, in one pass from its first byte to its last, and gives its frames to a sink.
///
/// What the input is, is seen in its first bytes. Memory is constant (about 1 MiB, and what a decompressor needs).
/// Nothing in the input makes it throw: what is wrong becomes a problem, and what can be read is read. Bytes are
/// handled as they come, so a pipe that is being written can be followed. The sink is called by the calling thread.
public final class CaptureReader {
    /// Of what is no capture.
    static final Result NOTHING = new Result(Optional.empty(), Optional.empty(), 0, false);

    private final StoredBytes stored;
    private final FrameSink sink;
    private final Report report;
    private final Options options;

    private CaptureReader(StoredBytes stored, FrameSink sink, Report report, Options options) {
        this.stored = stored;
        this.sink = sink;
        this.report = report;
        this.options = options;
    }

    /// How to read.
    ///
    /// - `maxBytes`: read at most this much, counted uncompressed: a guard against small files that unpack without
    ///   end.
    /// - `digest`: make the SHA-256, which costs as much as decoding (some 0.6 s a GB, ten times that where the JVM
    ///   compiles with C1 alone).
    /// - `ahead`: read, digest and unpack on a second thread, with 2 MiB more memory. A pipe that falls silent
    ///   keeps that thread until it says something.
    public record Options(long maxBytes, boolean digest, boolean ahead) {
        public static final Options DEFAULT = new Options(Long.MAX_VALUE, true, false);
    }

    /// What was read.
    ///
    /// `format` is empty where the input is no capture that can be read. `sha256` is `sha256:…` of all stored
    /// (compressed) bytes; empty where not asked for, where the input is no capture, and where reading ended early
    /// by the limit or by a failure of the device. `frames` is how many the sink was given; `whole` says that
    /// nothing of the capture was left out.
    public record Result(Optional<CaptureFormat> format, Optional<String> sha256, long frames, boolean whole) {}

    /// Reads a capture of any size, with its digest, on the calling thread. `name` is what problems call it; `in` is
    /// read to its end and left open.
    public static Result read(String name, ByteSource in, FrameSink sink, ProblemLog problems) {
        return read(name, in, sink, problems, Options.DEFAULT);
    }

    /// Opens and reads an input. One that cannot be opened is a problem.
    public static Result read(CaptureInput input, FrameSink sink, ProblemLog problems, Options options) {
        try (ByteSource in = input.open()) {
            return read(input.name(), in, sink, problems, options);
        } catch (IOException e) {
            new Report(input.name(), problems).file(CaptureProblem.READ_FAILED, reason(e));
            return NOTHING;
        }
    }

    /// Reads a capture as the options say.
    public static Result read(String name, ByteSource in, FrameSink sink, ProblemLog problems, Options options) {
        Report report = new Report(name, problems);
        StoredBytes stored = new StoredBytes(in, options.digest());
        return new CaptureReader(stored, sink, report, options).read();
    }

    private Result read() {
        PeekedSource peeked;
        try {
            peeked = new PeekedSource(stored, CaptureMagic.LENGTH);
        } catch (IOException e) {
            report.file(CaptureProblem.READ_FAILED, reason(e));
            return NOTHING;
        }
        Compression compression = CaptureMagic.compressionOf(peeked.magic());
        ByteSource unpacked = CaptureMagic.unpacked(peeked, compression);
        ByteSource plain = options.ahead() ? new AheadSource(unpacked) : unpacked;
        Window window = new Window(plain, options.maxBytes());
        Result result;
        try {
            result = records(window, compression);
        } finally {
            // The thread that reads ahead first: it must have let go of the others.
            close(plain);
            close(unpacked);
        }
        return result.format().isPresent() && mayReadOn(window) ? digested(result, window) : result;
    }

    private Result records(Window window, Compression compression) {
        boolean anything = window.require(CaptureMagic.LENGTH);
        int magic = anything ? Words.i32(window.bytes(), window.position(), true) : 0;
        Container container = CaptureMagic.containerOf(magic);
        if (container == null) {
            if (window.failure() == null) {
                Lookalike.report(window, report);
            }
            sayFailure(window, 0);
            return NOTHING;
        }
        CaptureFormat format = new CaptureFormat(container, compression);
        sink.format(format);
        RecordReader reader =
                switch (container) {
                    case PCAP -> new PcapReader(window, sink, report);
                    case PCAPNG -> new PcapngReader(window, sink, report);
                };
        boolean whole = reader.read();
        sayFailure(window, reader.frames());
        return new Result(Optional.of(format), Optional.empty(), reader.frames(), whole);
    }

    /// Adds the digest, for which the rest is read where records could not be read to the end.
    private Result digested(Result result, Window window) {
        try {
            Optional<String> sha256 = stored.sha256(window.bytes());
            return new Result(result.format(), sha256, result.frames(), result.whole());
        } catch (IOException e) {
            report.file(CaptureProblem.READ_FAILED, reason(e));
            return result;
        }
    }

    /// Not behind the caller's limit, nor on a failing device; behind damage.
    private static boolean mayReadOn(Window window) {
        IOException failure = window.failure();
        return failure == null
                || (failure instanceof SourceFailure known && known.problem() != CaptureProblem.SIZE_LIMIT);
    }

    private void sayFailure(Window window, long frames) {
        IOException failure = window.failure();
        long end = window.base() + window.limit();
        if (failure instanceof SourceFailure known) {
            report.record(known.problem(), frames, end, known.arguments());
        } else if (failure != null) {
            report.record(CaptureProblem.READ_FAILED, frames, end, reason(failure));
        }
    }

    private void close(ByteSource source) {
        try {
            source.close();
        } catch (IOException e) {
            report.file(CaptureProblem.READ_FAILED, reason(e));
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
