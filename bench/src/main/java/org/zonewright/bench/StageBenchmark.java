package org.zonewright.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.Texts;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.report.discovery.Discovery;
import org.zonewright.report.discovery.DiscoveryJson;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.CaptureReader;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.DissectorTable;
import org.zonewright.traffic.flow.FlowEngine;
import org.zonewright.traffic.flow.Harvest;
import org.zonewright.traffic.flow.VantageBook;
import org.zonewright.traffic.frame.FrameDecoder;

/// What each stage costs on top of the one before: milliseconds for a whole workload.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class StageBenchmark {
    private static final long SEED = 0x5eed;
    private static final CaptureReader.Options PLAIN = new CaptureReader.Options(Long.MAX_VALUE, false, false);
    private static final String FILE = "bench.pcap";

    /// `plant`, `sweep` or a file.
    @Param({"plant", "sweep"})
    private String workload = "plant";

    private Workload capture;
    private Workload oneConversation;
    private Contribution contribution;
    private TrafficReader reader;

    /// Makes or loads the workload.
    @Setup
    public void load() throws IOException {
        capture = Workload.of(workload);
        oneConversation = Workload.of("one");
        reader = new TrafficReader(new TrafficReader.Options(SEED, false));
        contribution = facts();
    }

    /// The records of the file, given to nobody.
    @Benchmark
    public long walkRecords() {
        RecordCounter counter = new RecordCounter();
        CaptureReader.read(FILE, capture.open(), counter, new ProblemLog(), PLAIN);
        return counter.bytes();
    }

    /// Headers down to TCP, all packets in one conversation, so that its table costs a comparison.
    @Benchmark
    public Harvest frames() {
        return decode(oneConversation);
    }

    /// Headers and conversations, without dissectors.
    @Benchmark
    public Harvest flows() {
        return decode(capture);
    }

    private static Harvest decode(Workload workload) {
        VantageBook vantages = new VantageBook(FILE);
        AddressBook addresses = new AddressBook(SEED);
        DissectorTable none = new DissectorTable(List.of());
        FlowEngine engine = new FlowEngine(FILE, vantages, addresses, none, SEED);
        FrameDecoder decoder = new FrameDecoder(engine, none, addresses, vantages);
        CaptureReader.read(FILE, workload.open(), decoder, new ProblemLog(), PLAIN);
        decoder.finish();
        return engine.harvest();
    }

    /// Everything a capture says: streams in order, functions, identities, as facts.
    @Benchmark
    public Contribution facts() {
        return reader.read(FILE, capture.open());
    }

    /// From facts to inventory to JSON.
    @Benchmark
    public long result() throws IOException {
        Facts facts = Facts.of(List.of(contribution));
        Discovery discovery = Discovery.of(facts, InventoryResolver.resolve(facts, IdentityRules.NONE), List.of());
        ByteCounter out = new ByteCounter();
        DiscoveryJson.write(discovery, Texts.english(), out);
        return out.bytes;
    }

    /// A stream that only counts.
    private static final class ByteCounter extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes += length;
        }
    }
}
