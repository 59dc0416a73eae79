package org.zonewright.assess.levels;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.standard.AchievedLevel;
import org.zonewright.standard.CapabilityLevel;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.TargetLevel;

/// SL-T, SL-C and SL-A of one zone or conduit. The bounds are in the order of the FRs.
///
/// `stage` is the earliest stage whose evidence counted for SL-A.
public record PlaceLevels(
        Subject place,
        Optional<TargetLevel> target,
        List<Bound> capability,
        List<Bound> achieved,
        Evidence.Stage stage) {
    public PlaceLevels {
        capability = List.copyOf(capability);
        achieved = List.copyOf(achieved);
    }

    public Bound capability(FoundationalRequirement requirement) {
        return capability.get(requirement.number() - 1);
    }

    public Bound achieved(FoundationalRequirement requirement) {
        return achieved.get(requirement.number() - 1);
    }

    /// SL-T of one FR; empty where there is none.
    public Optional<SecurityLevel> target(FoundationalRequirement requirement) {
        return target.map(level -> level.vector().at(requirement));
    }

    /// What is evidenced.
    public CapabilityLevel capabilityLevel() {
        return new CapabilityLevel(evidenced(capability));
    }

    /// What is evidenced.
    public AchievedLevel achievedLevel() {
        return new AchievedLevel(evidenced(achieved));
    }

    private static LevelVector evidenced(List<Bound> bounds) {
        return new LevelVector(bounds.stream().map(Bound::evidenced).toList());
    }
}
