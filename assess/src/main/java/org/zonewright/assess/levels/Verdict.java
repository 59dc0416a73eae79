package org.zonewright.assess.levels;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.RequirementId;

/// How one requirement stands at one subject: what is achieved and what could be.
///
/// Of a zone or conduit, `applicable` assets carry the requirement, evidence covers `covered` of them by name and an
/// approved sampling plan `sampled` more; all three are 0 for an asset.
public record Verdict(
        Subject subject,
        RequirementId requirement,
        Side achieved,
        Side capable,
        int applicable,
        int covered,
        int sampled) {

    /// The state of one side with the rule that decided and what it decided by: evidence, an observation's rule, a
    /// claim, a measure, or the asset that limits. At most one of each.
    public record Side(
            RequirementState state,
            Rule rule,
            Optional<EvidenceId> evidence,
            Optional<String> observation,
            Optional<ClaimId> claim,
            Optional<MeasureId> measure,
            Optional<AssetId> asset) {}

    /// The ids of the evidence that decided, achieved before capable, each once.
    public List<EvidenceId> evidence() {
        return Stream.of(achieved, capable)
                .flatMap(side -> side.evidence().stream())
                .distinct()
                .toList();
    }

    /// `5 of 40`.
    public String coverage() {
        return covered + " of " + applicable;
    }
}
