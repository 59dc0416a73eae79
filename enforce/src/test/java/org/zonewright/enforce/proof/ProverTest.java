package org.zonewright.enforce.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Documents;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.target.RuleFile;
import org.zonewright.enforce.target.RuleWriter;
import org.zonewright.enforce.target.Target;
import org.zonewright.facts.Address;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.intake.config.ConfigFile;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.id.FlowId;

/// Protects the proof from proving anything: a text that says more, less or something else than was approved must not
/// hold, and neither must traffic that goes the wrong way.
class ProverTest {
    private static final ConduitPolicy POLICY = Documents.policy(Documents.plant("""
            assets:
              - { id: scada, match: { ip: 10.1.0.10 }, zone: operations }
              - { id: plc, match: { ip: 10.2.0.10 }, zone: cell }
            zones:
              - { id: operations, function: operations, members: [ { cidr: 10.1.0.0/24 } ] }
              - { id: cell, function: control, members: [ { cidr: 10.2.0.0/24 } ] }
            conduits:
              - id: way
                between: [ operations, cell ]
                flows:
                  - { id: f-m, from: { asset: scada }, to: { asset: plc }, port: tcp/502, approved-by: head }
                  - { id: f-w, from: { asset: scada }, to: { asset: plc }, port: tcp/80, approved-by: head }
            """), "way");

    private static final Prover.Window WINDOW = new Prover.Window(Optional.empty(), Optional.empty());

    private static List<ReadBack> read(Mode mode, UnaryOperator<String> change) throws IOException {
        RuleFile file =
                RuleWriter.write(Target.NFTABLES, POLICY, mode, Texts.english()).getFirst();
        Path path = Files.createTempFile("zonewright-", file.name());
        String changed = change.apply(file.text());
        Files.writeString(path, changed);
        ConfigFile.Reading reading = ConfigFile.read(path);
        Files.delete(path);
        return List.of(
                new ReadBack(file.name(), file.family(), false, reading.rules().orElseThrow()));
    }

    private static Observed seen(String client, int port, List<String> beyond, String... flows) {
        return new Observed(
                "operations",
                "cell",
                Address.parse(client).orElseThrow(),
                Address.parse("10.2.0.10").orElseThrow(),
                6,
                OptionalInt.of(port),
                "modbus",
                List.of(flows).stream().map(FlowId::new).toList(),
                beyond,
                true,
                new SourceRef.InCapture("a.pcap", 7, -1));
    }

    private static Proof prove(UnaryOperator<String> drop, UnaryOperator<String> observe, Observed... observed)
            throws IOException, PolicyTooComplex {
        return Prover.prove(
                POLICY,
                read(Mode.DROP, drop),
                read(Mode.OBSERVE, observe),
                List.of(observed),
                WINDOW,
                List.of(Phase.FAILOVER));
    }

    @Test
    void whatWasWrittenHoldsAndEveryExchangeIsSortedOnce() throws IOException, PolicyTooComplex {
        Proof proof = prove(
                text -> text,
                text -> text,
                seen("10.1.0.10", 502, List.of(), "f-m"),
                seen("10.1.0.10", 502, List.of("modbus 6"), "f-m"),
                seen("10.1.0.11", 502, List.of()),
                seen("10.1.0.10", 503, List.of()));
        assertThat(proof.holds()).isTrue();
        assertThat(proof.judged()).isEqualTo(4);
        assertThat(proof.passed()).isEqualTo(1);
        assertThat(proof.beyondPrecision()).hasSize(1);
        assertThat(proof.blocked()).isEqualTo(2);
        assertThat(proof.unseenFlows()).containsExactly(new FlowId("f-w"));
        assertThat(proof.unseenPhases()).containsExactly(Phase.FAILOVER);
    }

    @Test
    void aTextThatLetsMoreThroughDoesNotHold() throws IOException, PolicyTooComplex {
        Proof proof = prove(
                text -> text.replace("tcp dport 502", "tcp dport 502-503"),
                text -> text,
                seen("10.1.0.10", 503, List.of()));
        assertThat(proof.gained()).isNotEmpty();
        assertThat(proof.lost()).isEmpty();
        assertThat(proof.allowedUnapproved()).hasSize(1);
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void aTextThatLetsLessThroughDoesNotHold() throws IOException, PolicyTooComplex {
        Proof proof = prove(
                text -> text.replace("10.1.0.10", "10.1.0.12"), text -> text, seen("10.1.0.10", 502, List.of(), "f-m"));
        assertThat(proof.lost()).isNotEmpty();
        assertThat(proof.approvedBlocked()).hasSize(1);
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void aLineThatWasNotUnderstoodIsNoProof() throws IOException, PolicyTooComplex {
        Proof proof = prove(text -> text.replace("policy drop;", "policy drop;\n\t\tabracadabra queue"), text -> text);
        assertThat(proof.isExact()).isFalse();
    }

    @Test
    void aTextThatObservesAndDropsDoesNotHold() throws IOException, PolicyTooComplex {
        Proof proof = prove(text -> text, text -> text.replace("counter comment", "counter drop comment"));
        assertThat(proof.observeDrops()).isNotEmpty();
        assertThat(proof.holds()).isFalse();
    }

    /// The text may be as compiled and the compiler wrong: approvals come from elsewhere.
    @Test
    void trafficThatSomebodyElseCallsApprovedAndTheTextBlocksIsListed() throws IOException, PolicyTooComplex {
        Proof proof = prove(text -> text, text -> text, seen("10.1.0.99", 502, List.of(), "f-m"));
        assertThat(proof.isExact()).isTrue();
        assertThat(proof.approvedBlocked()).hasSize(1);
        assertThat(proof.holds()).isFalse();
    }
}
