package org.zonewright.bench;

import java.util.List;
import java.util.Optional;
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
import org.zonewright.assess.Assessment;
import org.zonewright.assess.Assessor;
import org.zonewright.assess.levels.Change;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.levels.LevelsInput;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Subject;
import org.zonewright.plant.id.AssetId;

/// Levels of 2,000 zones, 100,000 assets and a million items of evidence: all of them, after one change, and with
/// everything else that is concluded of a document. One thread, 2 GB.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 12)
@Measurement(iterations = 5)
public class LevelsBenchmark {
    private static final int ZONES = 2_000;
    private static final int ASSETS = 100_000;
    private static final int EVIDENCE = 1_000_000;

    private final Inventory inventory = InventoryResolver.resolve(Facts.none(), IdentityRules.NONE);
    private LevelsInput input;
    private Levels levels;
    private Change change;
    private Change claim;

    @Setup
    public void build() {
        input = LargeSite.input(LargeSite.plant(ZONES, ASSETS, EVIDENCE));
        levels = Levels.of(input);
        change = Change.added(
                LargeSite.item(EVIDENCE, "CR 1.1", new Subject.OfAsset(new AssetId("a4711")), Evidence.State.NOT_MET));
        claim = new Change.OfClaim(Optional.of(LargeSite.claim(7, 4)), Optional.of(LargeSite.claim(7, 2)));
    }

    @Benchmark
    public Levels allOfASite() {
        return Levels.of(input);
    }

    /// Drawing, placement, risk, levels, gaps, and what laws and programmes are told; nothing was observed.
    @Benchmark
    public Assessment allConclusionsOfASite() {
        return Assessor.assess(
                input.plant(), SourceMap.nowhere(), inventory, List.of(), List.of(), RiskInputs.none(), input.at());
    }

    @Benchmark
    public Levels oneChangedItemOfEvidence() {
        return levels.with(change);
    }

    /// The claim for a model of which 500 assets stand in as many zones: a quarter of all zones is composed anew.
    @Benchmark
    public Levels oneChangedClaim() {
        return levels.with(claim);
    }
}
