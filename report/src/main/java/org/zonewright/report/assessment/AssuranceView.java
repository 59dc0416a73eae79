package org.zonewright.report.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.Outlook;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.coverage.DutyCoverage;
import org.zonewright.assess.levels.Bound;
import org.zonewright.assess.levels.Gap;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.levels.PlaceLevels;
import org.zonewright.assess.levels.Verdict;
import org.zonewright.assess.observation.Observation;
import org.zonewright.assess.programme.Programme;
import org.zonewright.assess.risk.process.ZcrStep;
import org.zonewright.base.Text;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.ProcessStep;
import org.zonewright.plant.id.AssetId;
import org.zonewright.report.assurance.Assurance;
import org.zonewright.report.assurance.Contradiction;
import org.zonewright.report.assurance.CoverageRow;
import org.zonewright.report.assurance.GapRow;
import org.zonewright.report.assurance.LevelCell;
import org.zonewright.report.assurance.LevelRow;
import org.zonewright.report.assurance.StepRow;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.SecurityLevel;

/// What an outlook says of levels, gaps, contradictions, steps and coverage, as the page shows it.
final class AssuranceView {
    private static final int MOST_EVIDENCE = 8;
    private static final int MOST_REQUIREMENTS = 3;

    private final Plant plant;
    private final Outlook outlook;
    private final Levels levels;
    private final List<Observation> observations;
    private final PlaceNames names;
    private final Map<Subject, Set<FoundationalRequirement>> contradictedAt;

    private AssuranceView(Plant plant, Outlook outlook, List<Observation> observations) {
        this.plant = plant;
        this.outlook = outlook;
        this.levels = outlook.levels();
        this.observations = observations;
        this.names = new PlaceNames(plant);
        this.contradictedAt = contradictedAt(outlook.gaps());
    }

    /// What the page shows; empty where there is no document.
    static Optional<Assurance> of(Assessment assessment) {
        return assessment.plant().flatMap(plant -> assessment
                .outlook()
                .map(outlook -> new AssuranceView(plant, outlook, assessment.observations()).assurance()));
    }

    private Assurance assurance() {
        return new Assurance(
                levels.places().stream().map(this::row).toList(),
                outlook.gaps().stream()
                        .map(this::gap)
                        .sorted(Comparator.comparing(row -> !row.state().failed()))
                        .toList(),
                contradictions(),
                new RiskView(plant, outlook.risk(), names).grid(),
                outlook.risk().steps().stream().map(this::step).toList(),
                coverage());
    }

    private LevelRow row(Subject place) {
        PlaceLevels here = levels.of(place).orElseThrow();
        return new LevelRow(
                names.of(place),
                Arrays.stream(FoundationalRequirement.values())
                        .map(requirement -> cell(place, here, requirement))
                        .toList());
    }

    private LevelCell cell(Subject place, PlaceLevels here, FoundationalRequirement requirement) {
        Bound achieved = here.achieved(requirement);
        Bound capability = here.capability(requirement);
        Optional<SecurityLevel> target = here.target(requirement);
        String limiting = Stream.concat(achieved.cappedBy().stream(), achieved.missing().stream())
                .findFirst()
                .map(RequirementId::toString)
                .orElse("");
        boolean contradicted = contradictedAt.getOrDefault(place, Set.of()).contains(requirement);
        boolean known = capability.isExact() || capability.evidenced() != SecurityLevel.SL0;
        return new LevelCell(
                target,
                achieved.evidenced(),
                achieved.atMost(),
                achieved.lowestSame(),
                known ? Optional.of(capability.evidenced()) : Optional.empty(),
                limiting,
                contradicted);
    }

    /// By place, the FRs with a gap in which something contradicts.
    private static Map<Subject, Set<FoundationalRequirement>> contradictedAt(List<Gap> gaps) {
        Map<Subject, Set<FoundationalRequirement>> found = new HashMap<>();
        for (Gap gap : gaps) {
            if (gap.items().stream()
                    .anyMatch(item -> item.verdict().achieved().state() == RequirementState.CONTRADICTED)) {
                found.computeIfAbsent(gap.place(), _ -> EnumSet.noneOf(FoundationalRequirement.class))
                        .add(gap.requirement());
            }
        }
        return found;
    }

    /// The item of a gap that limits: of those that failed, or else of all, the first in the catalogue's order.
    private GapRow gap(Gap gap) {
        Gap.Item limiting = gap.items().stream()
                .filter(item -> !item.needsOnlyEvidence())
                .findFirst()
                .orElse(gap.items().getFirst());
        return new GapRow(
                names.of(gap.place()),
                gap.requirement(),
                gap.target(),
                gap.achieved().evidenced(),
                kind(limiting),
                limiting.requirement().toString(),
                limiting.verdict().achieved().state(),
                limiting.limiting().map(AssetId::value).orElse(""),
                step(gap));
    }

    /// What has to change where the gap is limited: the kind that is told beside the limiting asset.
    private static GapRow.Kind kind(Gap.Item limiting) {
        return switch (limiting.kind()) {
            case CAPABILITY -> GapRow.Kind.CAPABILITY;
            case CONFIGURATION -> limiting.needsOnlyEvidence() ? GapRow.Kind.EVIDENCE : GapRow.Kind.CONFIGURATION;
            case UNPROVEN -> limiting.needsOnlyEvidence() ? GapRow.Kind.EVIDENCE : GapRow.Kind.UNDECIDED;
        };
    }

    private Text step(Gap gap) {
        if (gap.cheapest().isPresent()) {
            String measures = String.join(
                    ", ",
                    gap.cheapest().get().measures().stream()
                            .map(String::valueOf)
                            .toList());
            return gap.cheapest().get().isPriced()
                    ? Text.of(
                            "outlook.step.measures",
                            measures,
                            gap.cheapest().get().cost().toPlainString(),
                            plant.policy().currency().orElse(""))
                    : Text.of("outlook.step.unpriced", measures);
        }
        List<String> evidence =
                gap.needsOnlyEvidence().stream().map(RequirementId::toString).toList();
        if (evidence.size() == gap.items().size()) {
            return evidence.size() > MOST_REQUIREMENTS
                    ? Text.of(
                            "outlook.step.evidence.many",
                            String.join(", ", evidence.subList(0, MOST_REQUIREMENTS)),
                            evidence.size() - MOST_REQUIREMENTS)
                    : Text.of("outlook.step.evidence", String.join(", ", evidence));
        }
        List<String> failing = gap.items().stream()
                .filter(item -> !item.needsOnlyEvidence())
                .map(item -> item.requirement().toString())
                .toList();
        return Text.of("outlook.step.none", String.join(", ", failing));
    }

    /// What was seen against an asset's state, one row a rule and asset.
    private List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (Observation observation : observations) {
            if (observation.force() != Observation.Force.CONTRADICTS
                    || observation.zone().isEmpty()) {
                continue;
            }
            Set<String> touched = new LinkedHashSet<>();
            Set<String> voids = new LinkedHashSet<>();
            for (RequirementId.SystemId requirement : observation.requirements()) {
                levels.verdict(observation.at(), requirement)
                        .filter(verdict -> verdict.achieved().state() == RequirementState.CONTRADICTED)
                        .ifPresent(verdict -> {
                            touched.add(requirement.toString());
                            voided(verdict).forEach(voids::add);
                        });
            }
            if (!touched.isEmpty()) {
                found.add(new Contradiction(
                        observation.rule(),
                        names.of(observation.zone().get()),
                        observation.at().id(),
                        List.copyOf(touched),
                        List.copyOf(voids),
                        observation.reason()));
            }
        }
        return found;
    }

    private static Stream<String> voided(Verdict verdict) {
        return Stream.concat(
                verdict.evidence().stream().map(String::valueOf),
                verdict.achieved().claim().stream().map(String::valueOf));
    }

    private StepRow step(ZcrStep step) {
        String by = plant.process().stream()
                .filter(said -> said.requirement().value().equals(step.id().toString()))
                .flatMap(said -> said.by().stream())
                .findFirst()
                .orElse("");
        return new StepRow(
                step.id().toString(),
                step.title(),
                state(step.state()),
                step.missing().stream().map(gap -> gap.text()).toList(),
                by);
    }

    private static StepRow.State state(ProcessStep.State state) {
        return switch (state) {
            case MISSING -> StepRow.State.MISSING;
            case PARTIAL -> StepRow.State.PARTIAL;
            case DONE -> StepRow.State.DONE;
            case NOT_APPLICABLE -> StepRow.State.NOT_APPLICABLE;
        };
    }

    private List<CoverageRow> coverage() {
        List<CoverageRow> rows = new ArrayList<>();
        outlook.coverage()
                .nis2()
                .duties()
                .forEach(duty -> rows.add(duty(outlook.coverage().nis2().act(), duty)));
        for (Programme programme : outlook.coverage().programmes().programmes()) {
            programme.parts().stream()
                    .filter(part -> !part.standings().isEmpty())
                    .forEach(part -> rows.add(part(programme, part)));
        }
        return rows;
    }

    private static CoverageRow duty(String act, DutyCoverage duty) {
        List<String> evidence = Stream.concat(duty.helps().stream(), Stream.of(duty.own()))
                .flatMap(help -> help.held().stream())
                .flatMap(standing -> standing.evidence().stream())
                .distinct()
                .toList();
        return new CoverageRow(
                act,
                duty.duty().id().toString(),
                duty.duty().title(),
                switch (duty.verdict()) {
                    case SUPPORTS -> CoverageRow.Verdict.SUPPORTS;
                    case NO_EVIDENCE -> CoverageRow.Verdict.NO_EVIDENCE;
                    case OUTSIDE -> CoverageRow.Verdict.OUTSIDE;
                },
                evidence.stream().limit(MOST_EVIDENCE).toList(),
                duty.notCovered()
                        .map(open -> Text.of(
                                "outlook.duty.open", duty.held(), duty.helps().size(), duty.failed(), open))
                        .orElse(Text.of(
                                "outlook.duty", duty.held(), duty.helps().size(), duty.failed())));
    }

    private static CoverageRow part(Programme programme, Programme.Part part) {
        List<String> evidence = part.standings().stream()
                .flatMap(standing -> standing.evidence().stream())
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
        String level = part.maturity().level().map(String::valueOf).orElse("–");
        return new CoverageRow(
                programme.catalogue().id() + " · " + programme.name(),
                part.group().id(),
                part.group().title(),
                part.maturity().evidenced() > part.maturity().failed()
                        ? CoverageRow.Verdict.SUPPORTS
                        : CoverageRow.Verdict.NO_EVIDENCE,
                evidence,
                Text.of(
                        "outlook.part",
                        part.maturity().evidenced(),
                        part.maturity().all(),
                        part.maturity().failed(),
                        level));
    }
}
