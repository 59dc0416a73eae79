package org.zonewright.plant;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.plant.risk.TargetMethod;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// How the SL-T of a zone or conduit came about, or is to be derived where the document gives none.
///
/// `floor` is a baseline or a policy's demand that a derived target never goes below; `profile` names a sector
/// profile; `lowered` are entries that stay below what the risk asks for. `requirements` are levels asked of single
/// requirements, where an assessment grades them one by one; they stand beside the target and do not change it.
public record TargetDecision(
        Optional<TargetMethod> method,
        Optional<String> profile,
        Optional<LevelVector> floor,
        List<Lowered> lowered,
        Map<RequirementRef, SecurityLevel> requirements,
        Optional<String> because,
        Optional<String> approvedBy) {

    /// Nothing is said.
    public static final TargetDecision NONE = new TargetDecision(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    public TargetDecision {
        lowered = List.copyOf(lowered);
        requirements = Collections.unmodifiableMap(new TreeMap<>(requirements));
    }

    /// One entry below what its scenarios ask for; it holds only with the assessment and the compensation it names.
    public record Lowered(
            FoundationalRequirement requirement,
            SecurityLevel to,
            List<ScenarioId> assessedIn,
            List<MeasureId> compensatedBy,
            String because,
            Optional<String> approvedBy) {
        public Lowered {
            assessedIn = List.copyOf(assessedIn);
            compensatedBy = List.copyOf(compensatedBy);
        }
    }
}
