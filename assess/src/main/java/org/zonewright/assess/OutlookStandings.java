package org.zonewright.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.levels.Verdict;
import org.zonewright.assess.programme.Grounds;
import org.zonewright.assess.programme.Standing;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.process.ZcrStep;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.Plant;

/// What the engines of risk and levels say of requirements, as laws are told it: the steps of IEC 62443-3-2, and how
/// system requirements stand at zones and conduits, which counts more than any single piece of evidence about them.
public final class OutlookStandings {
    private OutlookStandings() {}

    /// The standings, steps first; requirements without evidence are left out.
    public static List<Standing> of(Plant plant, RiskResult risk, Levels levels) {
        List<Standing> standings = new ArrayList<>();
        risk.steps().forEach(step -> standings.add(standing(step, plant)));
        levels.places().forEach(place -> levels.verdicts(place).stream()
                .filter(verdict -> verdict.achieved().state() != RequirementState.NO_EVIDENCE)
                .forEach(verdict -> standings.add(standing(verdict))));
        return standings;
    }

    /// A step of IEC 62443-3-2 as the risk assessment found it.
    private static Standing standing(ZcrStep step, Plant plant) {
        return new Standing(
                step.id(),
                Subject.of(plant.site().id()),
                switch (step.state()) {
                    case DONE -> RequirementState.MET;
                    case PARTIAL -> RequirementState.PARTIAL;
                    case MISSING -> RequirementState.NO_EVIDENCE;
                    case NOT_APPLICABLE -> RequirementState.NOT_APPLICABLE;
                },
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Step(step));
    }

    /// How a requirement stands at a zone or conduit, which counts more than any single piece of evidence about it.
    private static Standing standing(Verdict verdict) {
        return new Standing(
                verdict.requirement(),
                verdict.subject(),
                verdict.achieved().state(),
                Optional.empty(),
                Optional.empty(),
                Stream.concat(
                                verdict.evidence().stream().map(String::valueOf),
                                verdict.achieved().observation().stream())
                        .toList(),
                new Judged(verdict));
    }

    private record Step(ZcrStep step) implements Grounds {
        @Override
        public Reason reason() {
            return step.reason();
        }
    }

    private record Judged(Verdict verdict) implements Grounds {
        @Override
        public Reason reason() {
            return Reason.of(Text.of(
                    "outlook.verdict",
                    verdict.requirement(),
                    verdict.subject().id(),
                    verdict.achieved().state().id(),
                    verdict.covered(),
                    verdict.applicable()));
        }
    }
}
