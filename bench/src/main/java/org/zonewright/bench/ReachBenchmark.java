package org.zonewright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zonewright.assess.reach.Broken;
import org.zonewright.assess.reach.Containment;
import org.zonewright.assess.reach.Foothold;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.reach.ReachInput;
import org.zonewright.assess.reach.ReachedAsset;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.id.ZoneId;

/// Reach over 100,000 assets, 5,000 zones and a million observed flows: everything from the facts, the closure of all
/// zones, one foothold, and a what-if of each kind with the closure after it. One thread, 2 GB.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ReachBenchmark {
    static final int ZONES = 5_000;
    static final int ASSETS = 100_000;
    static final int FLOWS = 1_000_000;

    private ReachInput input;
    private Reach reach;
    private Plant withoutFlow;
    private Plant withMovedAsset;

    @Setup
    public void build() {
        input = LargeReach.input(ZONES, ASSETS, FLOWS);
        reach = Reach.of(input);
        List<Conduit> conduits = new ArrayList<>(input.plant().conduits());
        conduits.set(4711, conduits.get(4711).withFlows(List.of()));
        withoutFlow = input.plant().withConduits(conduits);
        List<PlantAsset> assets = new ArrayList<>(input.plant().assets());
        assets.set(4711, assets.get(4711).withZone(new ZoneId("z42")));
        withMovedAsset = input.plant().withAssets(assets);
    }

    /// From the document, the inventory and its placement to the closure of all zones.
    @Benchmark
    public List<Containment> allZonesFromTheFacts() {
        return Reach.of(input).containment();
    }

    /// What one foothold reaches, asset by asset.
    @Benchmark
    public List<ReachedAsset> oneFoothold() {
        return reach.from(new Foothold.OfZone(new ZoneId("z7")), true)
                .orElseThrow()
                .assets();
    }

    /// A flow less: what it breaks, and the closure of all zones after it.
    @Benchmark
    public int whatIfAFlowIsWithdrawn() {
        return whatIf(withoutFlow);
    }

    /// An asset in another zone: what it breaks, and the closure of all zones after it.
    @Benchmark
    public int whatIfAnAssetMoves() {
        return whatIf(withMovedAsset);
    }

    private int whatIf(Plant changed) {
        Reach after = reach.with(changed);
        List<Broken> broken = after.broken(reach);
        return broken.size() + after.containment().size();
    }
}
