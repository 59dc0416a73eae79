package org.zonewright.assess.levels;

import java.util.Optional;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;

/// One changed item: what was there before, and what is there now. One of both is missing where the item was added or
/// taken away; `before` is the item as it stands in the document that was assessed.
public sealed interface Change {
    record OfEvidence(Optional<Evidence> before, Optional<Evidence> after) implements Change {}

    record OfClaim(Optional<Claim> before, Optional<Claim> after) implements Change {}

    record OfObservation(Optional<Observation> before, Optional<Observation> after) implements Change {}

    static Change added(Evidence evidence) {
        return new OfEvidence(Optional.empty(), Optional.of(evidence));
    }

    static Change replaced(Evidence before, Evidence after) {
        return new OfEvidence(Optional.of(before), Optional.of(after));
    }

    static Change removed(Evidence evidence) {
        return new OfEvidence(Optional.of(evidence), Optional.empty());
    }

    static Change added(Observation observation) {
        return new OfObservation(Optional.empty(), Optional.of(observation));
    }

    static Change removed(Observation observation) {
        return new OfObservation(Optional.of(observation), Optional.empty());
    }

    static Change added(Claim claim) {
        return new OfClaim(Optional.empty(), Optional.of(claim));
    }

    static Change removed(Claim claim) {
        return new OfClaim(Optional.of(claim), Optional.empty());
    }
}
