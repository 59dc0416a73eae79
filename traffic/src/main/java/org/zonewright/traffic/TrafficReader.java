package org.zonewright.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Source;
import org.zonewright.facts.memory.BudgetSpent;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.facts.memory.Pager;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.CaptureFormat;
import org.zonewright.traffic.capture.CaptureInput;
import org.zonewright.traffic.capture.CaptureInputs;
import org.zonewright.traffic.capture.CaptureReader;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.DissectorTable;
import org.zonewright.traffic.flow.FlowEngine;
import org.zonewright.traffic.flow.Harvest;
import org.zonewright.traffic.flow.VantageBook;
import org.zonewright.traffic.frame.DecoderCounts;
import org.zonewright.traffic.frame.FrameDecoder;

/// Reads captures and says what they show, one [Contribution] a capture.
///
/// Reading never throws on input: what is wrong is in the contribution's problems. Memory grows with flows and facts,
/// not with packets, up to the budget; tables spill what is beyond. A reader may be used again; one thread.
public final class TrafficReader {
    /// Compressed captures hold about this many times their size.
    private static final int PACKED = 8;

    private final List<Dissector> all = Dissectors.all();
    private final DissectorTable dissectors = new DissectorTable(all);
    private final Options options;

    /// How captures are read.
    ///
    /// - `seed` mixes the hash tables: a number that the maker of a capture cannot know. No result depends on it.
    /// - `digest`: make the SHA-256 of every file, which costs about as much as decoding it. Without it a source is
    ///   told from others by its numbers of frames and bytes and its times.
    /// - `threads`: how many may read one file. Results do not depend on it.
    /// - `worthSharing`: files with fewer bytes are decoded by one thread.
    /// - `memory`: what the tables may take, and where they spill the rest. Results do not depend on it.
    public record Options(long seed, boolean digest, int threads, long worthSharing, MemoryBudget memory) {
        /// Bytes from which several engines share a file: below it they cost more than they give (decision 0009).
        public static final long WORTH_SHARING = 2_048_000_000L;

        /// Bytes from which a thread of its own for unpacking or for the digest pays.
        private static final long WORTH_AHEAD = 64L << 20;

        /// One thread, and as much memory as it takes.
        public Options(long seed, boolean digest) {
            this(seed, digest, MemoryBudget.unbounded());
        }

        /// One thread.
        public Options(long seed, boolean digest, MemoryBudget memory) {
            this(seed, digest, 1, WORTH_SHARING, memory);
        }

        /// The same with another number of threads; fewer where their buffers would take more than an eighth of the
        /// memory.
        public Options withThreads(int number) {
            int most = Math.clamp(memory.bytes() / 8 / SharedReading.BYTES_A_THREAD, 1, Math.max(1, number));
            return new Options(seed, digest, most, worthSharing, memory);
        }
    }

    public TrafficReader(Options options) {
        this.options = options;
    }

    /// Reads an input to its end, on several threads where that is allowed and pays: a compressed file is unpacked by
    /// one of them, and of a plain one each keeps a part of the flows.
    ///
    /// @throws IOException if it cannot be opened
    public Contribution read(CaptureInput input) throws IOException {
        int threads = options.threads();
        if (threads > 1 && input instanceof CaptureInput.InFile file) {
            boolean compressed = CaptureInputs.isCompressed(file.path());
            long size = Files.size(file.path()) * (compressed ? PACKED : 1);
            boolean ahead =
                    (compressed || options.digest()) && size >= Math.min(options.worthSharing(), Options.WORTH_AHEAD);
            boolean shared = !compressed && size >= options.worthSharing();
            return read(input, shared ? Math.max(1, ahead ? threads - 1 : threads) : 1, ahead);
        }
        return read(input, 1, false);
    }

    private Contribution read(CaptureInput input, int threads, boolean ahead) throws IOException {
        if (threads > 1) {
            Optional<Contribution> shared = shared(input, threads, ahead);
            if (shared.isPresent()) {
                return shared.get();
            }
        }
        try (ByteSource bytes = input.open()) {
            return alone(input.name(), bytes, ahead);
        }
    }

    /// Reads a capture to its end, on the calling thread. `file` is what problems and facts call it; its name is also
    /// the sensor until a plant document says otherwise. `bytes` is left open.
    ///
    /// @throws org.zonewright.facts.memory.SpillFailure if tables had to be spilled and could not
    /// @throws org.zonewright.facts.memory.BudgetSpent if there is not even memory to conclude
    public Contribution read(String file, ByteSource bytes) {
        return alone(file, bytes, false);
    }

    private Contribution alone(String file, ByteSource bytes, boolean ahead) {
        try (Pager pager = options.memory().pager()) {
            return alone(file, bytes, ahead, pager);
        }
    }

    private Contribution alone(String file, ByteSource bytes, boolean ahead, Pager pager) {
        ProblemLog problems = new ProblemLog();
        VantageBook vantages = new VantageBook(sensorOf(file));
        long seed = options.seed();
        AddressBook addresses = new AddressBook(seed, pager);
        FlowEngine engine = new FlowEngine(file, vantages, addresses, dissectors, seed, pager);
        FrameDecoder decoder = new FrameDecoder(engine, dissectors, addresses, vantages);
        CaptureReader.Result result = CaptureReader.read(file, bytes, decoder, problems, options(ahead));
        decoder.finish();
        return contribution(file, result, decoder, engine.harvest(), vantages, problems);
    }

    private Optional<Contribution> shared(CaptureInput input, int threads, boolean ahead) {
        Supplier<DissectorTable> own = () -> dissectors.with(Dissectors.all());
        try (SharedReading reading = new SharedReading(input, threads, options, options(ahead), own)) {
            return reading.read()
                    .map(read -> contribution(
                            input.name(),
                            read.result(),
                            read.decoder(),
                            read.harvest(),
                            read.vantages(),
                            read.problems()));
        } catch (BudgetSpent e) {
            return Optional.empty();
        }
    }

    private CaptureReader.Options options(boolean ahead) {
        return new CaptureReader.Options(Long.MAX_VALUE, options.digest(), ahead);
    }

    private Contribution contribution(
            String file,
            CaptureReader.Result result,
            FrameDecoder decoder,
            Harvest harvest,
            VantageBook vantages,
            ProblemLog problems) {
        return contribution(
                file, sensorOf(file), result.format(), result.sha256(), decoder, harvest, vantages, problems);
    }

    /// What was seen of a capture; `problems` takes those that the tables tell.
    Contribution contribution(
            String file,
            String sensor,
            Optional<CaptureFormat> captureFormat,
            Optional<String> sha256,
            FrameDecoder decoder,
            Harvest harvest,
            VantageBook vantages,
            ProblemLog problems) {
        ConversationTable conversations = harvest.conversations();
        report(file, decoder, harvest, vantages, problems);
        String digest = sha256.orElseGet(() -> fingerprint(decoder.counts()));
        return new Contribution(
                new Source(
                        sensor,
                        file,
                        digest,
                        Basis.OBSERVED,
                        decoder.firstFrame().orElse(digest)),
                captureFormat.map(format -> summary(file, format.id(), decoder, harvest, conversations)),
                conversations,
                harvest.identities(),
                harvest.children(),
                harvest.links(),
                problems.problems(),
                problems.counts());
    }

    /// What a capture's sensor is called before a plant document says otherwise: the name of the file.
    static String sensorOf(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private CaptureSummary summary(
            String file, String format, FrameDecoder decoder, Harvest harvest, ConversationTable conversations) {
        DecoderCounts counts = decoder.counts();
        CaptureShares shares = new CaptureShares(conversations, harvest.weird());
        boolean any = counts.frames() > 0;
        return new CaptureSummary(
                file,
                format,
                decoder.linkTypes(),
                counts.frames(),
                counts.bytes(),
                any ? Optional.of(instant(counts.firstNanos())) : Optional.empty(),
                any ? Optional.of(instant(counts.lastNanos())) : Optional.empty(),
                new CaptureSummary.Quality(
                        counts.truncated(),
                        counts.malformed() + harvest.malformed(),
                        counts.undecoded(),
                        counts.fragments(),
                        harvest.retransmissions(),
                        harvest.missingSegments(),
                        harvest.outOfOrder(),
                        harvest.oneWayConversations(),
                        counts.tagged(),
                        counts.lost(),
                        counts.snapLength(),
                        harvest.tcpConversations(),
                        counts.twins(shares.splitConversations()),
                        counts.clock()),
                shares.protocols(),
                shares.families(Dissectors.coverage(all)));
    }

    private static String fingerprint(DecoderCounts counts) {
        return "frames:" + counts.frames() + " bytes:" + counts.bytes() + " from:" + counts.firstNanos() + " to:"
                + counts.lastNanos();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static void report(
            String file, FrameDecoder decoder, Harvest harvest, VantageBook vantages, ProblemLog problems) {
        SourceRef where = new SourceRef.InFile(file);
        for (Map.Entry<Integer, Long> type : new TreeMap<>(decoder.unsupported()).entrySet()) {
            problems.report(TrafficProblem.UNSUPPORTED_LINK_TYPE, where, type.getKey(), type.getValue());
        }
        harvest.weird().forEach((what, count) -> problems.report(TrafficProblem.MALFORMED_MESSAGE, where, what, count));
        if (vantages.overflowed()) {
            problems.report(TrafficProblem.BOUND_REACHED, where, "VLAN paths", VantageBook.LIMIT);
        }
        if (vantages.tunnelsOverflowed()) {
            problems.report(TrafficProblem.BOUND_REACHED, where, "tunnels", VantageBook.MAX_TUNNELS);
        }
        long leftOut = decoder.counts().leftOut() + (harvest.isWhole() ? 0 : 1);
        if (leftOut > 0) {
            problems.report(TrafficProblem.MEMORY_FULL, where, leftOut);
        }
        if (harvest.droppedIdentities() > 0) {
            problems.report(TrafficProblem.BOUND_REACHED, where, "identity facts", harvest.droppedIdentities());
        }
    }

    /// The protocols that are decoded or recognised by content, by name; each once.
    public static List<String> protocols() {
        return Dissectors.all().stream()
                .map(dissector -> dissector.protocol().name())
                .distinct()
                .sorted()
                .toList();
    }
}
