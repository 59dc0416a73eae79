package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.AttackCatalogue;
import org.zonewright.standard.catalogue.SystemRequirement;

/// Finds what keeps zones and conduits below their targets.
///
/// A measure closes a requirement of a place where one of its closures names it for the place, or for every asset of
/// the place that keeps it from holding. Proposed and approved measures may be chosen; those in place have their say
/// through evidence.
public final class Gaps {
    private final Levels levels;
    private final AttackCatalogue attack;
    private final List<Measure> open;
    /// For each open measure the (place or asset, system number) pairs it closes.
    private final Map<MeasureId, Set<Closed>> closed = new HashMap<>();

    private record Closed(Subject at, int system) {}

    private Gaps(Levels levels, AttackCatalogue attack) {
        this.levels = levels;
        this.attack = attack;
        Judged judged = levels.judged();
        open = judged.input().plant().measures().stream()
                .filter(measure ->
                        measure.state() == Measure.State.PROPOSED || measure.state() == Measure.State.APPROVED)
                .toList();
        for (Measure measure : open) {
            Set<Closed> pairs = new HashSet<>();
            measure.closes().forEach(closure -> judged.subjectOf(closure.at())
                    .ifPresent(subject -> closure.requirements().forEach(ref -> {
                        RequirementTable.Meaning meaning = judged.table().meaning(ref, Optional.empty());
                        Arrays.stream(meaning.systems()).forEach(system -> pairs.add(new Closed(subject, system)));
                        Arrays.stream(meaning.components())
                                .map(judged.table()::systemOf)
                                .filter(system -> system >= 0)
                                .forEach(system -> pairs.add(new Closed(subject, system)));
                    })));
            closed.put(measure.id(), pairs);
        }
    }

    /// Every FR below its target, place by place in the document's order.
    public static List<Gap> of(Levels levels, AttackCatalogue attack) {
        Gaps gaps = new Gaps(levels, attack);
        List<Gap> found = new ArrayList<>();
        for (Subject place : levels.places()) {
            PlaceLevels here = levels.of(place).orElseThrow();
            for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
                here.target(requirement)
                        .filter(target ->
                                !here.achieved(requirement).evidenced().isAtLeast(target))
                        .ifPresent(target -> found.add(gaps.gap(here, requirement, target)));
            }
        }
        return found;
    }

    private Gap gap(PlaceLevels here, FoundationalRequirement requirement, SecurityLevel target) {
        Judged judged = levels.judged();
        List<Gap.Item> items = judged.input().systems().selectedAt(requirement, target).stream()
                .map(SystemRequirement::id)
                .flatMap(id -> levels.verdict(here.place(), id).stream())
                .filter(verdict -> !verdict.achieved().state().holds())
                .map(Gaps::item)
                .toList();
        Bound capability = here.capability(requirement);
        return new Gap(
                here.place(),
                requirement,
                target,
                capability,
                here.achieved(requirement),
                kind(capability, target),
                items,
                cheapest(here.place(), items),
                OpenTechniques.of(
                        attack, items.stream().map(Gap.Item::requirement).toList()));
    }

    private static Gap.Kind kind(Bound capability, SecurityLevel target) {
        if (capability.evidenced().isAtLeast(target)) {
            return Gap.Kind.CONFIGURATION;
        }
        return capability.atMost().isAtLeast(target) ? Gap.Kind.UNPROVEN : Gap.Kind.CAPABILITY;
    }

    private static Gap.Item item(Verdict verdict) {
        Gap.Kind kind = verdict.capable().state().holds()
                ? Gap.Kind.CONFIGURATION
                : verdict.capable().state().failed() ? Gap.Kind.CAPABILITY : Gap.Kind.UNPROVEN;
        Optional<AssetId> limiting = kind == Gap.Kind.CAPABILITY
                ? verdict.capable().asset()
                : verdict.achieved().asset();
        return new Gap.Item(
                (SystemId) verdict.requirement(),
                kind,
                verdict,
                limiting,
                !verdict.achieved().state().failed());
    }

    private Optional<CheapestCover.Choice> cheapest(Subject place, List<Gap.Item> items) {
        Map<MeasureId, List<Integer>> covers = new HashMap<>();
        for (Measure measure : open) {
            List<Integer> covered = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (closes(measure, place, items.get(i).requirement())) {
                    covered.add(i);
                }
            }
            covers.put(measure.id(), covered);
        }
        return CheapestCover.find(items.size(), open, measure -> covers.getOrDefault(measure.id(), List.of()));
    }

    private boolean closes(Measure measure, Subject place, SystemId requirement) {
        Judged judged = levels.judged();
        Set<Closed> pairs = closed.getOrDefault(measure.id(), Set.of());
        int system = judged.table().number(requirement).orElse(-1);
        if (pairs.isEmpty() || pairs.contains(new Closed(place, system))) {
            return !pairs.isEmpty();
        }
        List<Subject> lacking = judged.views(judged.site().placeNumber(place)).stream()
                .filter(view -> judged.achieved(view, system)
                        .filter(state -> !state.holds())
                        .isPresent())
                .map(view -> Subject.of(view.asset().id()))
                .toList();
        return !lacking.isEmpty() && lacking.stream().allMatch(asset -> pairs.contains(new Closed(asset, system)));
    }
}
