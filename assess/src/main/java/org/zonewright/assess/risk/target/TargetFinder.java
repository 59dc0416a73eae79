package org.zonewright.assess.risk.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.risk.matrix.MatrixReading;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.assess.risk.scenario.ScenarioRater;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.plant.risk.SectorProfile;
import org.zonewright.plant.risk.TargetMethod;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;

/// Finds SL-T of every zone of the SUC and of every conduit that joins one.
///
/// Entry by entry the highest of: what scenarios ask for, the baseline, the floor, a sector profile, for conduits the
/// zones they join, and what an entry lowered elsewhere hands over. A target that the document states stands; where
/// it is below what is asked for, that is told. Mutable; one thread; finds once.
public final class TargetFinder {
    /// The method where neither scenario, zone, conduit nor risk assessment names one.
    public static final TargetMethod DEFAULT_METHOD = TargetMethod.MATRIX;
    /// What every zone and conduit gets at least where the document says nothing: our default.
    public static final LevelVector DEFAULT_BASELINE = LevelVector.same(SecurityLevel.SL1);

    private final Plant plant;
    private final Risk risk;
    private final SourceMap positions;
    private final List<SectorProfile> profiles;
    private final Demander demander;
    private final Lowering lowering;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Subject, Asked> asked = new TreeMap<>();
    private final Map<Subject, Item> items = new HashMap<>();
    private final SortedMap<Subject, List<LoweredEntry>> lowered = new TreeMap<>();

    public TargetFinder(
            Plant plant,
            Risk risk,
            SourceMap positions,
            MatrixReading matrix,
            ScenarioRater rater,
            List<ScenarioRisk> scenarios,
            List<SectorProfile> profiles,
            LevelEffects effects,
            Catalogues catalogues) {
        this.plant = plant;
        this.risk = risk;
        this.positions = positions;
        this.profiles = List.copyOf(profiles);
        this.demander = new Demander(plant, risk, positions, matrix, rater, effects, catalogues);
        Map<ScenarioId, ScenarioRisk> rated = new HashMap<>();
        scenarios.forEach(one -> rated.putIfAbsent(one.scenario(), one));
        this.lowering = new Lowering(plant, positions, rated);
        plant.zones().stream().filter(Zone::inSuc).map(Item::of).forEach(item -> items.put(item.subject(), item));
        plant.conduits().stream().filter(this::joinsSuc).map(Item::of).forEach(item -> items.put(item.subject(), item));
        List<Scenario> written = risk.scenarios();
        for (int i = 0; i < written.size(); i++) {
            demand(written.get(i), scenarios.get(i)).ifPresent(demander::keep);
        }
    }

    private boolean joinsSuc(Conduit conduit) {
        return conduit.between().stream()
                .anyMatch(id -> plant.zone(id).filter(Zone::inSuc).isPresent());
    }

    private LevelVector baseline() {
        return risk.baseline().orElse(DEFAULT_BASELINE);
    }

    private Optional<ScenarioDemand> demand(Scenario scenario, ScenarioRisk rated) {
        Optional<Item> item = rated.subject().flatMap(subject -> Optional.ofNullable(items.get(subject)));
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Optional<TargetMethod> ofItem = item.get().decision().method();
        TargetMethod method =
                scenario.method().or(() -> ofItem).or(risk::method).orElse(DEFAULT_METHOD);
        LevelVector least = item.get().decision().floor().map(baseline()::max).orElse(baseline());
        return demander.ask(scenario, rated, method, least);
    }

    /// The targets. Zones come first; conduits are asked what their zones ended up with.
    public TargetResult find() {
        List<Item> zones = items.values().stream()
                .filter(item -> item.subject().kind() == Subject.Kind.ZONE)
                .sorted((one, two) -> one.subject().compareTo(two.subject()))
                .toList();
        zones.forEach(this::ask);
        zones.forEach(this::lower);
        zones.forEach(this::keepHeirs);
        zones.forEach(item -> handOver(item, Subject.Kind.ZONE));
        SortedMap<Subject, LevelVector> reached = new TreeMap<>();
        zones.forEach(item -> reached.put(item.subject(), vector(item)));
        ConduitProposal proposal = new ConduitProposal(new ZoneLookup(plant), reached);
        List<Conduit> conduits = plant.conduits().stream()
                .filter(conduit -> items.containsKey(Subject.of(conduit.id())))
                .toList();
        for (Conduit conduit : conduits) {
            Item item = items.get(Subject.of(conduit.id()));
            if (item != null) {
                proposal.apply(conduit, ask(item));
            }
        }
        zones.forEach(item -> handOver(item, Subject.Kind.CONDUIT));
        List<Item> joined = conduits.stream().map(Item::of).toList();
        joined.forEach(this::lower);
        joined.forEach(this::keepHeirs);
        joined.forEach(item -> {
            handOver(item, Subject.Kind.ZONE);
            handOver(item, Subject.Kind.CONDUIT);
        });
        return result();
    }

    private Asked ask(Item item) {
        Asked all = asked.computeIfAbsent(item.subject(), _ -> new Asked());
        all.raise(baseline(), new Driver(Driver.Kind.BASELINE, ""), List.of());
        item.decision().floor().ifPresent(floor -> all.raise(floor, new Driver(Driver.Kind.FLOOR, ""), where(item)));
        Optional<TargetMethod> method = item.decision().method().or(risk::method);
        if (method.equals(Optional.of(TargetMethod.PROFILE)) && item.stated().isEmpty()) {
            profile(item, all);
        }
        demander.at(item.subject()).forEach(demand -> demand.levels()
                .forEach((requirement, level) -> all.raise(
                        requirement,
                        level,
                        new Driver(Driver.Kind.SCENARIO, demand.scenario().value()),
                        demand.reason())));
        return all;
    }

    private void profile(Item item, Asked all) {
        String wanted = item.decision()
                .profile()
                .orElse(profiles.size() == 1 ? profiles.getFirst().id() : "–");
        Optional<SectorProfile> profile =
                profiles.stream().filter(one -> one.id().equals(wanted)).findFirst();
        if (profile.isEmpty()) {
            report(RiskProblem.PROFILE_MISSING, item, wanted);
            return;
        }
        List<SectorProfile.Rule> rules = profile.get().rules();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).fits(item.function(), item.traits())) {
                apply(profile.get(), i, item, all);
                return;
            }
        }
        report(RiskProblem.PROFILE_SILENT, item, wanted);
    }

    private void apply(SectorProfile profile, int rule, Item item, Asked all) {
        LevelVector target = profile.rules().get(rule).target();
        Text inputs = Text.of(
                "risk.method.profile.inputs",
                profile.id(),
                profile.version().orElse("–"),
                profile.source(),
                rule + 1,
                target);
        List<Reason> because = List.of(Reason.of(Text.of("risk.method.profile.formula")), Reason.of(inputs));
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            SecurityLevel level = target.at(requirement);
            Text text = Text.of("risk.target.profile", requirement.name(), level.number(), profile.id());
            all.raise(
                    requirement,
                    level,
                    new Driver(Driver.Kind.PROFILE, profile.id()),
                    new Reason(text, where(item), because));
        }
    }

    private void lower(Item item) {
        Asked all = asked.get(item.subject());
        if (all != null) {
            lowered.put(item.subject(), lowering.lowered(item, all));
        }
    }

    /// Who takes over an entry may not lower it itself below what it takes over: two that make up for each other would
    /// leave nobody who holds it.
    private void keepHeirs(Item item) {
        for (LoweredEntry entry : lowered.getOrDefault(item.subject(), List.of())) {
            for (Subject heir : entry.inheritedBy()) {
                Item at = items.get(heir);
                List<LoweredEntry> own = lowered.getOrDefault(heir, List.of());
                List<LoweredEntry> kept = own.stream()
                        .filter(one -> one.requirement() != entry.requirement()
                                || one.to().isAtLeast(entry.asked()))
                        .toList();
                if (at != null && kept.size() < own.size()) {
                    lowered.put(heir, kept);
                    report(
                            RiskProblem.LOWERED_HEIR,
                            at,
                            entry.requirement().name(),
                            entry.asked().number(),
                            item.name());
                }
            }
        }
    }

    /// What an entry was lowered by, the places of its compensation are asked for.
    private void handOver(Item item, Subject.Kind to) {
        for (LoweredEntry entry : lowered.getOrDefault(item.subject(), List.of())) {
            for (Subject heir : entry.inheritedBy()) {
                Asked target = asked.get(heir);
                if (heir.kind() == to && target != null) {
                    Text text = Text.of(
                            "risk.target.inherited",
                            entry.requirement().name(),
                            entry.asked().number(),
                            item.name());
                    target.raise(
                            entry.requirement(),
                            entry.asked(),
                            new Driver(Driver.Kind.INHERITED, item.subject().id()),
                            Reason.because(text, List.of(entry.reason())));
                }
            }
        }
    }

    /// The target of an item as it stands: stated, or what is asked for with the lowered entries.
    private LevelVector vector(Item item) {
        Asked all = asked.getOrDefault(item.subject(), new Asked());
        LevelVector derived = all.vector();
        for (LoweredEntry entry : lowered.getOrDefault(item.subject(), List.of())) {
            derived = derived.with(entry.requirement(), entry.to());
        }
        return item.stated().orElse(derived);
    }

    private List<SourceRef> where(Item item) {
        return positions.of(item.id()).stream().toList();
    }

    private void report(RiskProblem kind, Item item, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = item.name();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        SourceRef where = positions
                .of(item.id())
                .orElseGet(() -> new SourceRef.InDocument("", 0, 0, item.id().value()));
        problems.add(Problem.of(kind, where, all));
    }

    private TargetResult result() {
        SortedMap<Subject, SubjectTarget> targets = new TreeMap<>();
        asked.forEach((subject, all) -> {
            Item item = items.get(subject);
            if (item != null) {
                targets.put(subject, target(item, all));
            }
        });
        List<ScenarioDemand> demands = targets.keySet().stream()
                .flatMap(subject -> demander.at(subject).stream())
                .toList();
        List<Problem> all = new ArrayList<>(demander.problems());
        all.addAll(lowering.problems());
        all.addAll(problems);
        return new TargetResult(targets, demands, all);
    }

    private SubjectTarget target(Item item, Asked all) {
        List<LoweredEntry> below = lowered.getOrDefault(item.subject(), List.of());
        LevelVector vector = vector(item);
        List<TargetEntry> entries = new ArrayList<>();
        for (TargetEntry entry : all.entries()) {
            Optional<LoweredEntry> low = below.stream()
                    .filter(one -> one.requirement() == entry.requirement())
                    .findFirst();
            entries.add(entry(item, entry, low, vector.at(entry.requirement())));
        }
        if (item.stated().isPresent() && item.decision().because().isEmpty() && !vector.equals(all.vector())) {
            report(RiskProblem.REASON_MISSING, item);
        }
        String key = item.stated().isPresent() ? "risk.target.whole.stated" : "risk.target.whole.derived";
        Text text = Text.of(
                key,
                item.name(),
                vector,
                item.decision().because().orElse("–"),
                item.decision().approvedBy().orElse("–"));
        return new SubjectTarget(
                item.subject(),
                item.name(),
                item.stated().isPresent(),
                vector,
                all.vector(),
                entries,
                below,
                new Reason(
                        text,
                        where(item),
                        entries.stream().map(TargetEntry::reason).toList()));
    }

    private TargetEntry entry(Item item, TargetEntry entry, Optional<LoweredEntry> low, SecurityLevel level) {
        SecurityLevel allowed = low.map(LoweredEntry::to).orElse(entry.level());
        if (level.compareTo(allowed) < 0) {
            report(
                    RiskProblem.TARGET_BELOW_RISK,
                    item,
                    entry.requirement().name(),
                    level.number(),
                    entry.level().number());
        }
        if (low.isPresent() && level.compareTo(entry.level()) < 0) {
            Driver driver = new Driver(Driver.Kind.LOWERED, entry.driver().id());
            return new TargetEntry(entry.requirement(), level, driver, low.get().reason());
        }
        if (level == entry.level()) {
            return entry;
        }
        Text text = Text.of(
                "risk.target.stated",
                entry.requirement().name(),
                level.number(),
                entry.level().number());
        return new TargetEntry(
                entry.requirement(),
                level,
                new Driver(Driver.Kind.STATED, ""),
                new Reason(text, where(item), List.of(entry.reason())));
    }
}
