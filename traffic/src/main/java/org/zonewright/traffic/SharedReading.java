package org.zonewright.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.ProblemLog;
import org.zonewright.facts.memory.BudgetSpent;
import org.zonewright.facts.memory.Pager;
import org.zonewright.traffic.capture.CaptureInput;
import org.zonewright.traffic.capture.CaptureReader;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.DissectorTable;
import org.zonewright.traffic.flow.FlowEngine;
import org.zonewright.traffic.flow.Harvest;
import org.zonewright.traffic.flow.Share;
import org.zonewright.traffic.flow.SharedSink;
import org.zonewright.traffic.flow.VantageBook;
import org.zonewright.traffic.frame.FrameDecoder;

/// Reads one capture on several threads, each of which goes through the whole file and keeps the flows of its [Share].
///
/// Headers that only a few frames have are taken apart by all threads, so that all know the same tunnels, fragments and
/// numbers of addresses; the flow of any other frame is seen in a few words, and a thread passes over those that are
/// not
/// its own. Nothing is handed from thread to thread before the end. To be used once, by one thread, and closed.
final class SharedReading implements AutoCloseable {
    /// What a thread takes beside its tables, bytes.
    static final long BYTES_A_THREAD = 4L << 20;

    private final List<Reader> readers = new ArrayList<>();

    /// One of the threads. It makes what it works with itself, so that no two threads write into one cache line.
    private static final class Reader implements Runnable {
        private final CaptureInput input;
        private final TrafficReader.Options options;
        private final CaptureReader.Options reading;
        private final Supplier<DissectorTable> dissectors;
        private final Share share;
        private @Nullable Part part;
        private @Nullable Throwable failure;

        Reader(
                CaptureInput input,
                TrafficReader.Options options,
                CaptureReader.Options reading,
                Supplier<DissectorTable> dissectors,
                Share share) {
            this.input = input;
            this.options = options;
            this.reading = reading;
            this.dissectors = dissectors;
            this.share = share;
        }

        /// Keeps whatever goes wrong, for the thread that asks for the result.
        @Override
        public void run() {
            try {
                Part made = new Part(input.name(), options, dissectors.get(), share);
                part = made;
                made.result = CaptureReader.read(input, made.decoder, made.problems, reading);
                made.decoder.finish();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }
    }

    /// What one thread sees of the capture.
    private static final class Part {
        private final ProblemLog problems = new ProblemLog();
        private final VantageBook vantages;
        private final FlowEngine engine;
        private final FrameDecoder decoder;
        private CaptureReader.@Nullable Result result;

        Part(String name, TrafficReader.Options options, DissectorTable dissectors, Share share) {
            Pager pager = options.memory().pager();
            vantages = new VantageBook(TrafficReader.sensorOf(name));
            AddressBook addresses = new AddressBook(options.seed(), pager);
            engine = new FlowEngine(name, vantages, addresses, dissectors, options.seed(), pager);
            decoder = new FrameDecoder(new SharedSink(engine, share), dissectors, addresses, vantages, share);
        }
    }

    /// A reading on `threads` threads, at least 2, of which at most [Share#SHARDS] are used; `dissectors` makes tables
    /// of
    /// the same dissectors, one for each. Only the first thread reads ahead and makes a digest, where the options
    /// say so.
    SharedReading(
            CaptureInput input,
            int threads,
            TrafficReader.Options options,
            CaptureReader.Options reading,
            Supplier<DissectorTable> dissectors) {
        int count = Math.min(threads, Share.SHARDS);
        CaptureReader.Options plain = new CaptureReader.Options(reading.maxBytes(), false, false);
        for (int i = 0; i < count; i++) {
            readers.add(new Reader(input, options, i == 0 ? reading : plain, dissectors, Share.of(i, count)));
        }
    }

    /// What all threads saw.
    record Read(
            CaptureReader.Result result,
            FrameDecoder decoder,
            Harvest harvest,
            VantageBook vantages,
            ProblemLog problems) {}

    /// Reads the capture; the calling thread is one of those that do. Empty if it came near a bound that several
    /// engines
    /// do not keep as one does, needs more memory than there is, or changed meanwhile: then one engine has to read
    /// it.
    Optional<Read> read() {
        List<Thread> helpers = new ArrayList<>();
        for (Reader reader : readers.subList(1, readers.size())) {
            helpers.add(
                    Thread.ofPlatform().daemon().name("share-" + helpers.size()).start(reader));
        }
        readers.getFirst().run();
        helpers.forEach(SharedReading::join);
        if (readers.stream().anyMatch(reader -> reader.failure instanceof BudgetSpent)) {
            return Optional.empty();
        }
        readers.forEach(SharedReading::rethrow);
        List<Part> parts = readers.stream()
                .map(reader -> reader.part)
                .filter(Objects::nonNull)
                .toList();
        return together(parts);
    }

    private static Optional<Read> together(List<Part> parts) {
        Part first = parts.getFirst();
        CaptureReader.Result result = first.result;
        if (result == null || !parts.stream().allMatch(part -> agree(result, part.result))) {
            return Optional.empty();
        }
        parts.stream().skip(1).forEach(part -> first.decoder.counts().takeIn(part.decoder.counts()));
        if (first.decoder.counts().leftOut() > 0) {
            return Optional.empty();
        }
        return Harvest.together(parts.stream().map(part -> part.engine).toList())
                .map(harvest -> new Read(result, first.decoder, harvest, first.vantages, first.problems));
    }

    /// True if both saw the same file.
    private static boolean agree(CaptureReader.Result one, CaptureReader.@Nullable Result other) {
        return other != null
                && one.frames() == other.frames()
                && one.whole() == other.whole()
                && one.format().equals(other.format());
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the readers end by themselves, and soon: their tables are needed
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Reader reader) {
        if (reader.failure instanceof RuntimeException failure) {
            throw failure;
        }
        if (reader.failure instanceof Error failure) {
            throw failure;
        }
    }

    /// Gives the tables' memory back: what was read can no longer be asked.
    @Override
    public void close() {
        for (Reader reader : readers) {
            if (reader.part != null) {
                reader.part.engine.close();
            }
        }
    }
}
