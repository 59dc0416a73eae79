package org.zonewright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
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
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.Chain;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Stage;

/// 10,000 rules of one firewall and 10,000 flows: the rules made ready, and every flow judged. One thread, 2 GB.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class PolicyBenchmark {
    private static final int RULES = 10_000;
    private static final int FLOWS = 10_000;
    private static final SourceRef AT = new SourceRef.InFile("made in memory");

    /// How rules look: `stations` name single ends, as change requests do; `networks` name prefixes of every length
    /// that overlap.
    @Param({"stations", "networks"})
    private String kind = "stations";

    private Ruleset rules;
    private List<Question> flows;

    @Setup
    public void make() {
        Random random = new Random(1);
        List<Rule> all = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            int last = 1 + random.nextInt(40_000);
            Match match = Match.any()
                    .from(end(random))
                    .to(end(random))
                    .with(List.of(Service.to(
                            random.nextInt(5) == 0 ? Service.UDP : Service.TCP,
                            random.nextInt(10) == 0 ? PortSet.range(last, last + 100) : PortSet.of(last))));
            all.add(Rule.of(
                    Integer.toString(i),
                    match,
                    random.nextInt(8) == 0 ? new Action.Drop(false) : new Action.Accept(),
                    AT));
        }
        TreeMap<String, Chain> chains = new TreeMap<>();
        chains.put("forward", new Chain("forward", all));
        rules = new Ruleset(
                "fw",
                "made",
                true,
                List.of(),
                List.of(Stage.of("forward", Path.THROUGH, "forward", false, AT)),
                chains,
                List.of(),
                List.of(),
                AT);
        flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            Match like = all.get(random.nextInt(RULES)).match();
            boolean hit = random.nextBoolean();
            flows.add(Question.of(
                    hit ? like.source() : station(random),
                    hit ? like.destination() : station(random),
                    like.services().getFirst()));
        }
    }

    private AddressSet end(Random random) {
        if (kind.equals("stations")) {
            return random.nextInt(10) == 0 ? AddressSet.prefix(address(random), 24) : station(random);
        }
        return AddressSet.prefix(address(random), 12 + random.nextInt(21));
    }

    private static AddressSet station(Random random) {
        return AddressSet.of(address(random));
    }

    private static Ipv4Address address(Random random) {
        return new Ipv4Address(10 << 24 | random.nextInt(64) << 16 | random.nextInt(256) << 8 | random.nextInt(256));
    }

    /// Everything, from rules to verdicts.
    @Benchmark
    public int rulesAndFlows() throws PolicyTooComplex {
        PolicyAlgebra algebra = PolicyAlgebra.of(rules);
        int allowed = 0;
        for (Question flow : flows) {
            allowed += algebra.judge(flow) == Answer.Verdict.ALLOWED ? 1 : 0;
        }
        return allowed;
    }
}
