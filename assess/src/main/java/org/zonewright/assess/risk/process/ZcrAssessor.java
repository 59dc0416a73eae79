package org.zonewright.assess.risk.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.scenario.InitialOutcome;
import org.zonewright.assess.risk.target.SubjectTarget;
import org.zonewright.base.Reason;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.assurance.ProcessStep;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ZoneConduitId;
import org.zonewright.standard.catalogue.ZoneConduitCatalogue;
import org.zonewright.standard.catalogue.ZoneConduitRequirement;

/// Says of each step of IEC 62443-3-2 how far it is and what it lacks, from what the document holds and from what
/// people state of it.
///
/// A statement that a step does not apply counts with a reason. A statement that it is done counts with a reason or
/// an attachment, but never over a contradiction; a statement that it is not done always counts. Mutable; one thread;
/// assesses once.
public final class ZcrAssessor {
    private final ZcrInput in;
    private final Plant plant;
    private final Optional<SystemUnderConsideration> suc;
    private final Map<RequirementId, ProcessStep> stated = new HashMap<>();
    private final NavigableSet<Subject> subjects = new TreeSet<>();
    private final NavigableSet<Subject> needed = new TreeSet<>();

    public ZcrAssessor(ZcrInput in) {
        this.in = in;
        this.plant = in.plant();
        this.suc = plant.suc();
        plant.process().forEach(step -> RequirementId.parse(step.requirement().value())
                .ifPresent(id -> stated.putIfAbsent(id, step)));
        plant.zones().stream().filter(Zone::inSuc).forEach(zone -> subjects.add(Subject.of(zone.id())));
        plant.conduits().stream()
                .filter(conduit -> conduit.between().stream().anyMatch(this::inSuc))
                .forEach(conduit -> subjects.add(Subject.of(conduit.id())));
        subjects.stream().filter(subject -> !isTolerable(subject)).forEach(needed::add);
    }

    private boolean inSuc(ZoneId id) {
        return subjects.contains(Subject.of(id));
    }

    /// The zones and conduits that need the detailed assessment of ZCR 5.
    public NavigableSet<Subject> detailed() {
        return new TreeSet<>(needed);
    }

    /// True where the initial risk of a place is within the line: its own estimates decide; those of the whole system
    /// stand for places without one, and a conduit without one follows the zones it joins.
    private boolean isTolerable(Subject subject) {
        List<InitialOutcome> own = initial(Optional.of(subject));
        if (!own.isEmpty()) {
            return allTolerable(own);
        }
        List<InitialOutcome> site = initial(Optional.empty());
        if (!site.isEmpty()) {
            return allTolerable(site);
        }
        return plant.conduits().stream()
                .filter(conduit -> Subject.of(conduit.id()).equals(subject))
                .findFirst()
                .map(Conduit::between)
                .filter(zones -> zones.stream()
                        .filter(this::inSuc)
                        .allMatch(zone -> allTolerable(initial(Optional.of(Subject.of(zone))))))
                .isPresent();
    }

    private List<InitialOutcome> initial(Optional<Subject> subject) {
        return in.initial().stream()
                .filter(one -> one.subject().equals(subject))
                .toList();
    }

    private static boolean allTolerable(List<InitialOutcome> outcomes) {
        return !outcomes.isEmpty()
                && outcomes.stream().allMatch(one -> one.tolerable().orElse(false));
    }

    /// All steps of the catalogue in its order.
    public List<ZcrStep> assess(ZoneConduitCatalogue catalogue) {
        Map<ZoneConduitId, ZcrStep> steps = new HashMap<>();
        List<ZcrStep> ordered = new ArrayList<>();
        for (ZoneConduitRequirement requirement : catalogue.requirements()) {
            boolean specification = requirement.id().equals(new ZoneConduitId(6, 1));
            if (!specification) {
                steps.put(requirement.id(), step(requirement, checklist(requirement.id())));
            }
        }
        for (ZoneConduitRequirement requirement : catalogue.requirements()) {
            ZcrStep known = steps.get(requirement.id());
            ordered.add(known == null ? step(requirement, wholeSpecification(catalogue, steps)) : known);
        }
        return ordered;
    }

    /// ZCR 6.1 holds where 6.2 to 6.9 do.
    private static Checklist wholeSpecification(ZoneConduitCatalogue catalogue, Map<ZoneConduitId, ZcrStep> steps) {
        Checklist list = new Checklist();
        catalogue.requirements().stream()
                .filter(one -> one.id().group() == 6 && one.id().number() > 1)
                .forEach(one -> {
                    ZcrStep step = steps.get(one.id());
                    boolean done = step != null
                            && (step.state() == ProcessStep.State.DONE
                                    || step.state() == ProcessStep.State.NOT_APPLICABLE);
                    list.need(done, "risk.zcr.6-1", one.id(), one.title());
                });
        return list;
    }

    private Checklist checklist(ZoneConduitId id) {
        Checklist list = new Checklist();
        switch (id.group()) {
            case 1 -> system(list);
            case 2 -> initialRisk(list);
            case 3 -> partition(id.number(), list);
            case 4 -> comparison(list);
            case 5 -> new DetailSteps(in, needed).check(id.number(), list);
            case 6 -> specification(id.number(), list);
            default -> approval(list);
        }
        contradictions(id, list);
        return list;
    }

    /// Findings that name the step as a clause, and that nobody answers for.
    private void contradictions(ZoneConduitId id, Checklist list) {
        for (Finding finding : in.findings().orElse(List.of())) {
            if (finding.counts()
                    && finding.severity() != Severity.INFO
                    && finding.clauses().contains(id)) {
                list.violation(
                        new Gap(finding.title(), finding.subjects().stream().findFirst(), finding.evidence()));
            }
        }
    }

    private void system(Checklist list) {
        list.need(suc.isPresent(), "risk.zcr.1-1.suc");
        list.need(suc.flatMap(SystemUnderConsideration::perimeter).isPresent(), "risk.zcr.1-1.perimeter");
        list.need(has(SystemUnderConsideration::accessPoints), "risk.zcr.1-1.access-points");
        list.need(has(SystemUnderConsideration::essentialFunctions), "risk.zcr.1-1.essential-functions");
        list.need(has(SystemUnderConsideration::drawings), "risk.zcr.1-1.drawings");
        list.need(!plant.assets().isEmpty(), "risk.zcr.1-1.assets");
    }

    private interface Part {
        List<?> of(SystemUnderConsideration system);
    }

    private boolean has(Part part) {
        return suc.filter(system -> !part.of(system).isEmpty()).isPresent();
    }

    private void initialRisk(Checklist list) {
        boolean site = !initial(Optional.empty()).isEmpty();
        list.need(!in.initial().isEmpty(), "risk.zcr.2-1.none");
        in.initial()
                .forEach(one -> list.need(
                        one.position().isPresent(),
                        one.subject(),
                        one.reason().sources(),
                        "risk.zcr.2-1.estimate",
                        one.subject().map(Subject::id).orElse("–")));
        if (!site && !in.initial().isEmpty()) {
            subjects.stream()
                    .filter(subject -> subject.kind() == Subject.Kind.ZONE)
                    .forEach(subject -> list.need(
                            !initial(Optional.of(subject)).isEmpty(),
                            Optional.of(subject),
                            List.of(),
                            "risk.zcr.2-1.zone",
                            subject.id()));
        }
    }

    private void partition(int number, Checklist list) {
        boolean zones = subjects.stream().anyMatch(subject -> subject.kind() == Subject.Kind.ZONE);
        list.need(zones, "risk.zcr.3-1.zones");
        if (!zones) {
            return;
        }
        list.need(in.findings().isPresent(), "risk.zcr.3.checks");
        switch (number) {
            case 1 -> list.need(plant.zones().size() < 2 || !plant.conduits().isEmpty(), "risk.zcr.3-1.conduits");
            case 2 ->
                list.need(
                        plant.zones().stream()
                                .noneMatch(zone -> zone.inSuc() && zone.function() == ZoneFunction.ENTERPRISE),
                        "risk.zcr.3-2");
            case 3 -> list.need(marked(Traits::safetyRelated) || safetyFunction(), "risk.zcr.3-3");
            case 4 -> list.need(marked(Traits::temporary), "risk.zcr.3-4");
            case 5 -> list.need(marked(Traits::wireless), "risk.zcr.3-5");
            default -> list.need(marked(Traits::externalAccess), "risk.zcr.3-6");
        }
    }

    private interface Trait {
        boolean of(Traits traits);
    }

    private boolean marked(Trait trait) {
        return plant.zones().stream().anyMatch(zone -> trait.of(zone.traits()))
                || plant.conduits().stream().anyMatch(conduit -> trait.of(conduit.traits()))
                || plant.assets().stream().anyMatch(asset -> trait.of(asset.traits()));
    }

    private boolean safetyFunction() {
        return suc.stream()
                .flatMap(system -> system.essentialFunctions().stream())
                .anyMatch(function -> function.kind() == EssentialFunction.Kind.SAFETY);
    }

    private void comparison(Checklist list) {
        list.need(in.matrix().tolerable().isPresent(), "risk.zcr.6-8");
        list.need(!in.initial().isEmpty(), "risk.zcr.2-1.none");
        in.initial()
                .forEach(one -> list.need(
                        one.tolerable().isPresent(),
                        one.subject(),
                        one.reason().sources(),
                        "risk.zcr.4-1",
                        one.subject().map(Subject::id).orElse("–")));
    }

    private void specification(int number, Checklist list) {
        switch (number) {
            case 2 -> {
                list.need(suc.isPresent(), "risk.zcr.1-1.suc");
                list.need(suc.flatMap(SystemUnderConsideration::description).isPresent(), "risk.zcr.6-2");
            }
            case 3 -> {
                list.need(has(SystemUnderConsideration::drawings), "risk.zcr.1-1.drawings");
                list.need(!plant.assets().isEmpty(), "risk.zcr.1-1.assets");
                if (!plant.assets().isEmpty()) {
                    list.need(in.findings().isPresent(), "risk.zcr.3.checks");
                }
            }
            case 4 -> new SpecificationItems(plant, in.positions(), withTarget()).check(list);
            case 5 ->
                list.need(
                        suc.flatMap(SystemUnderConsideration::operatingEnvironment)
                                .isPresent(),
                        "risk.zcr.6-5");
            case 6 ->
                list.need(
                        suc.flatMap(SystemUnderConsideration::threatEnvironment).isPresent(), "risk.zcr.6-6");
            case 7 -> list.need(has(SystemUnderConsideration::policies), "risk.zcr.6-7");
            case 8 -> list.need(in.matrix().tolerable().isPresent(), "risk.zcr.6-8");
            default -> list.need(has(SystemUnderConsideration::regulations), "risk.zcr.6-9");
        }
    }

    /// Where SL-T is stated or a scenario drives it; a baseline alone is nobody's decision.
    private NavigableSet<Subject> withTarget() {
        NavigableSet<Subject> with = new TreeSet<>();
        in.targets().targets().values().stream()
                .filter(SubjectTarget::stated)
                .map(SubjectTarget::subject)
                .forEach(with::add);
        in.targets().demands().stream()
                .filter(demand -> !demand.levels().isEmpty())
                .forEach(demand -> with.add(demand.subject()));
        subjects.stream().filter(subject -> !needed.contains(subject)).forEach(with::add);
        return with;
    }

    private void approval(Checklist list) {
        ApprovalOutcome.State state = in.approval().state();
        list.need(state != ApprovalOutcome.State.NONE, "risk.zcr.7-1.none");
        if (state == ApprovalOutcome.State.CHANGED || state == ApprovalOutcome.State.NOT_KNOWN) {
            list.violation(new Gap(
                    in.approval().reason().text(),
                    Optional.empty(),
                    in.approval().reason().sources()));
        }
    }

    private ZcrStep step(ZoneConduitRequirement requirement, Checklist list) {
        ZoneConduitId id = requirement.id();
        Optional<ProcessStep> statement = Optional.ofNullable(stated.get(id));
        List<SourceRef> where = in.positions().at("process").stream().toList();
        Optional<String> because = statement.flatMap(ProcessStep::because);
        boolean skipped = id.group() == 5 && !subjects.isEmpty() && needed.isEmpty();
        if (statement
                        .filter(one -> one.state() == ProcessStep.State.NOT_APPLICABLE)
                        .isPresent()
                && because.isPresent()
                && !list.isViolated()) {
            Text text = Text.of("risk.zcr.state.not-applicable", because.get());
            return result(
                    requirement, ProcessStep.State.NOT_APPLICABLE, list, List.of(), new Reason(text, where, List.of()));
        }
        if (skipped) {
            Reason reason = Reason.of(Text.of("risk.zcr.state.skipped"));
            return result(requirement, ProcessStep.State.NOT_APPLICABLE, list, List.of(), reason);
        }
        ProcessStep.State found = list.state();
        ProcessStep.State state = statement.map(one -> weigh(one, found, list)).orElse(found);
        String key = state == found ? "risk.zcr.state." : "risk.zcr.state.stated.";
        Text text = Text.of(
                key + state.word(),
                list.needed() - list.gaps().size(),
                list.needed(),
                because.orElse("–"),
                statement.flatMap(ProcessStep::by).orElse("–"));
        Reason reason = new Reason(text, state == found ? List.of() : where, List.of());
        return result(requirement, state, list, list.gaps(), reason);
    }

    /// What people say: less than was found always counts, more only with a reason or a file, and at most in part
    /// where something contradicts it.
    private static ProcessStep.State weigh(ProcessStep says, ProcessStep.State found, Checklist list) {
        ProcessStep.State state = says.state();
        if (state == ProcessStep.State.NOT_APPLICABLE) {
            return found;
        }
        boolean more = state.compareTo(found) > 0;
        if (!more) {
            return state;
        }
        if (says.because().isEmpty() && says.attachment().isEmpty()) {
            return found;
        }
        return list.isViolated() ? ProcessStep.State.PARTIAL : state;
    }

    private static ZcrStep result(
            ZoneConduitRequirement requirement,
            ProcessStep.State state,
            Checklist list,
            List<Gap> gaps,
            Reason reason) {
        return new ZcrStep(
                requirement.id(), requirement.title(), requirement.obligation(), state, list.needed(), gaps, reason);
    }
}
