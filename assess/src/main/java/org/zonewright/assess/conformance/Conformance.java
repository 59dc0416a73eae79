package org.zonewright.assess.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;

/// What the comparison of the document with the traffic gave.
///
/// `findings` are in their own order, accepted ones included; `conduits` in the document's order; `truth` is empty
/// where there is no configuration at all; `pairs` say what crossed between any two places, sorted by both. `first`
/// and `last` bound what was seen. `groupTraffic` and `networkChatter` count the conversations that were not judged:
/// to groups, and what the network says to keep itself going ([org.zonewright.assess.NetworkChatter]).
public record Conformance(
        List<Finding> findings,
        List<ConduitCheck> conduits,
        Optional<TruthTable> truth,
        List<PairTraffic> pairs,
        Optional<Instant> first,
        Optional<Instant> last,
        long groupTraffic,
        long networkChatter) {

    public Conformance {
        findings = findings.stream().sorted(Finding.ORDER).toList();
        conduits = List.copyOf(conduits);
        pairs = List.copyOf(pairs);
    }

    /// True if a finding is new or its acceptance expired.
    public boolean hasOpenFindings() {
        return findings.stream().anyMatch(Finding::counts);
    }
}
