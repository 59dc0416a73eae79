package org.zonewright.bench;

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
import org.zonewright.plant.PlantReading;

/// Reading a document of 2,000 zones with 100,000 assets and a million items of evidence in side files, from bytes in
/// memory: digest, rows, ids and references. One thread, 2 GB; the files of the workload are in that too.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class LoadingBenchmark {
    private static final int ZONES = 2_000;
    private static final int ASSETS = 100_000;
    private static final int EVIDENCE = 1_000_000;

    /// The format of the side files.
    @Param({"csv", "jsonl"})
    private String format = "csv";

    private LargeSiteFiles files;

    /// Writes the site.
    @Setup
    public void write() {
        files = LargeSiteFiles.of(LargeSite.plant(ZONES, ASSETS, EVIDENCE), format);
    }

    /// Everything from bytes to a plant without problems.
    @Benchmark
    public PlantReading document() {
        return files.read();
    }
}
