package org.zonewright.plant.assurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.Word;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.SensorId;
import org.zonewright.standard.SecurityLevel;

/// What was found about requirements at one place on one day.
///
/// `level` is the level at which the requirement was found where the finding is graded; `maturity` 1 to 4 for the
/// programme and service requirements (2-1, 2-4). `covers` says which assets were looked at. A state that lets a
/// requirement hold without being met needs its own proof: `compensatedBy` or `inheritedFrom`, `because` and
/// `approvedBy`. It holds from `date` to `validUntil`, or as long as its method's validity says. `clears` names
/// evidence or findings that it answers; `sensor` the vantage point of an observation.
public record Evidence(
        EvidenceId id,
        List<RequirementRef> requirements,
        Subject at,
        State state,
        Optional<SecurityLevel> level,
        Optional<Integer> maturity,
        Method method,
        Optional<Stage> stage,
        Optional<Coverage> covers,
        LocalDate date,
        Optional<LocalDate> validUntil,
        Optional<Attachment> attachment,
        Optional<String> assessor,
        List<MeasureId> compensatedBy,
        Optional<Provider> inheritedFrom,
        Optional<String> because,
        Optional<String> approvedBy,
        List<String> clears,
        Optional<SensorId> sensor,
        Optional<String> note) {

    public Evidence {
        requirements = List.copyOf(requirements);
        compensatedBy = List.copyOf(compensatedBy);
        clears = List.copyOf(clears);
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException("evidence is about at least one requirement");
        }
        if (maturity.filter(value -> value < 1 || value > 4).isPresent()) {
            throw new IllegalArgumentException("a maturity level is 1 to 4");
        }
        if (validUntil.filter(end -> end.isBefore(date)).isPresent()) {
            throw new IllegalArgumentException("evidence cannot end before its date");
        }
    }

    /// What was found.
    public enum State implements Word {
        MET,
        PARTIAL,
        NOT_MET,
        NOT_APPLICABLE,
        COMPENSATED,
        INHERITED
    }

    /// When in the life of the plant it was found.
    public enum Stage implements Word {
        DESIGN,
        FAT,
        SAT,
        OPERATION
    }

    /// The assets that were looked at, and the plan that lets them stand for the rest.
    public record Coverage(List<AssetId> assets, Optional<String> samplingPlan, Optional<String> approvedBy) {
        public Coverage {
            assets = List.copyOf(assets);
        }
    }

    /// Who holds the requirement for this subject: an item of the document (`by`) or somebody outside the SUC
    /// (`outside`), which becomes an assumption of ZCR 6.4 n. `provenBy` is the provider's own evidence,
    /// `islandMode`
    /// the evidence that the essential functions survive its loss.
    public record Provider(
            Optional<Subject> by,
            Optional<String> outside,
            List<EvidenceId> provenBy,
            Optional<EvidenceId> islandMode) {
        public Provider {
            provenBy = List.copyOf(provenBy);
            if (by.isPresent() == outside.isPresent()) {
                throw new IllegalArgumentException("inherited from one provider: an item of the document or 'outside'");
            }
        }
    }
}
