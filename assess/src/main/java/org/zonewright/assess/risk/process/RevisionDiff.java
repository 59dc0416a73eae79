package org.zonewright.assess.risk.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.zonewright.assess.risk.process.Change.Kind;
import org.zonewright.assess.risk.process.Change.What;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Policy;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.TargetDecision;
import org.zonewright.plant.Zone;
import org.zonewright.plant.assurance.Approval;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.risk.Hazard;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.plant.yaml.PlantYaml;

/// What changed between an approved document and the one of now, and whether an approval still holds.
///
/// An approval freezes the system, its realms and translations, assets, zones, conduits with flows, targets, risk and
/// measures. Evidence, claims, acceptances, statements about steps, windows and approvals themselves may grow without
/// opening a new revision.
public final class RevisionDiff {
    private RevisionDiff() {}

    /// The digest of what an approval freezes: SHA-256 of the document in its canonical form with the rest left out,
    /// 64 lower-case hexadecimal digits. It costs as much as writing the document.
    public static String content(Plant plant) {
        try {
            byte[] text = PlantYaml.write(frozen(plant)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Plant frozen(Plant plant) {
        return new Plant(
                plant.site(),
                Map.of(),
                plant.suc(),
                Policy.NONE,
                List.of(),
                plant.realms(),
                plant.nat(),
                List.of(),
                plant.assets(),
                plant.zones(),
                plant.conduits(),
                List.of(),
                List.of(),
                plant.risk(),
                List.of(),
                List.of(),
                plant.measures(),
                List.of(),
                List.of(),
                List.of());
    }

    /// The last approval by its date (the later line of two on one day), held against the document. `file` is the
    /// digest of the document's file, `approved` the document that was approved, where either is known.
    public static ApprovalOutcome hold(
            Plant plant, SourceMap positions, Optional<String> file, Optional<Plant> approved) {
        Optional<Approval> last =
                plant.approvals().stream().reduce((one, two) -> two.on().isBefore(one.on()) ? one : two);
        if (last.isEmpty()) {
            return outcome(Optional.empty(), ApprovalOutcome.State.NONE, Optional.empty(), List.of(), positions);
        }
        String content = content(plant);
        List<Change> changes = approved.map(before -> changes(before, plant)).orElse(List.of());
        Optional<String> digest = last.get().sha256();
        boolean same = digest.equals(Optional.of(content)) || (digest.isPresent() && digest.equals(file));
        ApprovalOutcome.State state;
        if (approved.isPresent()) {
            state = changes.isEmpty() ? ApprovalOutcome.State.HOLDS : ApprovalOutcome.State.CHANGED;
        } else if (digest.isEmpty()) {
            state = ApprovalOutcome.State.NOT_KNOWN;
        } else {
            state = same ? ApprovalOutcome.State.HOLDS : ApprovalOutcome.State.CHANGED;
        }
        return outcome(last, state, Optional.of(content), changes, positions);
    }

    private static ApprovalOutcome outcome(
            Optional<Approval> approval,
            ApprovalOutcome.State state,
            Optional<String> content,
            List<Change> changes,
            SourceMap positions) {
        List<SourceRef> where =
                approval.flatMap(one -> positions.of(one.id())).stream().toList();
        Text text = Text.of(
                "risk.approval." + state.id(),
                approval.map(Approval::revision).orElse("–"),
                approval.map(Approval::by).orElse("–"),
                approval.map(one -> one.on().toString()).orElse("–"),
                changes.size());
        return new ApprovalOutcome(
                approval.map(Approval::id), state, content, changes, new Reason(text, where, List.of()));
    }

    /// The changes in the order of [What], then by id.
    public static List<Change> changes(Plant before, Plant now) {
        List<Change> changes = new ArrayList<>();
        once(What.SUC, before.suc().map(RevisionDiff::core), now.suc().map(RevisionDiff::core), changes);
        once(
                What.SURROUNDINGS,
                before.suc().map(RevisionDiff::surroundings),
                now.suc().map(RevisionDiff::surroundings),
                changes);
        once(
                What.SUC,
                Optional.of(List.of(before.realms(), before.nat())),
                Optional.of(List.of(now.realms(), now.nat())),
                changes);
        once(What.MATRIX, before.risk().map(RevisionDiff::matrix), now.risk().map(RevisionDiff::matrix), changes);
        once(What.INITIAL_RISK, before.risk().map(Risk::initial), now.risk().map(Risk::initial), changes);
        once(
                What.RISK_RECORD,
                before.risk().map(RevisionDiff::record),
                now.risk().map(RevisionDiff::record),
                changes);
        each(What.ASSET, before.assets(), now.assets(), PlantAsset::id, asset -> asset, changes);
        each(What.ZONE, before.zones(), now.zones(), Zone::id, RevisionDiff::withoutTarget, changes);
        each(What.CONDUIT, before.conduits(), now.conduits(), Conduit::id, RevisionDiff::bare, changes);
        each(What.FLOW, before.flows().toList(), now.flows().toList(), Flow::id, flow -> flow, changes);
        targets(before, now, changes);
        each(What.SCENARIO, scenarios(before), scenarios(now), Scenario::id, one -> one, changes);
        each(What.HAZARD, hazards(before), hazards(now), Hazard::id, one -> one, changes);
        each(What.MEASURE, before.measures(), now.measures(), Measure::id, one -> one, changes);
        return changes.stream()
                .distinct()
                .sorted(Comparator.comparing(Change::what).thenComparing(Change::id))
                .toList();
    }

    private static List<Scenario> scenarios(Plant plant) {
        return plant.risk().map(Risk::scenarios).orElse(List.of());
    }

    private static List<Hazard> hazards(Plant plant) {
        return plant.risk().map(Risk::hazards).orElse(List.of());
    }

    private static Object core(SystemUnderConsideration suc) {
        return List.of(
                suc.name(),
                suc.description(),
                suc.perimeter(),
                suc.essentialFunctions(),
                suc.accessPoints(),
                suc.drawings());
    }

    private static Object surroundings(SystemUnderConsideration suc) {
        return List.of(suc.operatingEnvironment(), suc.threatEnvironment(), suc.policies(), suc.regulations());
    }

    private static Object matrix(Risk risk) {
        return List.of(risk.matrix(), risk.tolerable(), risk.matrices());
    }

    private static Object record(Risk risk) {
        return List.of(
                risk.method(),
                risk.rules(),
                risk.baseline(),
                risk.team(),
                risk.assessedOn(),
                risk.sources(),
                risk.phaReference());
    }

    private static Zone withoutTarget(Zone zone) {
        return new Zone(
                zone.id(),
                zone.name(),
                zone.inSuc(),
                zone.function(),
                zone.traits(),
                zone.parent(),
                zone.purdue(),
                zone.owner(),
                zone.organisation(),
                zone.members(),
                Optional.empty(),
                TargetDecision.NONE,
                zone.specification(),
                Optional.empty());
    }

    /// A conduit without its target and flows, which are changes of their own.
    private static Conduit bare(Conduit conduit) {
        return new Conduit(
                conduit.id(),
                conduit.name(),
                conduit.between(),
                conduit.kind(),
                conduit.traits(),
                conduit.members(),
                conduit.enforcedBy(),
                conduit.owner(),
                conduit.organisation(),
                conduit.monitoredBy(),
                Optional.empty(),
                TargetDecision.NONE,
                List.of(),
                conduit.oneWayTo(),
                conduit.tunnel(),
                conduit.enforcement(),
                conduit.specification(),
                Optional.empty());
    }

    /// Targets of zones and conduits that are in both documents; a new or lost one is a change of its own.
    private static void targets(Plant before, Plant now, List<Change> changes) {
        Map<String, Object> old = targets(before);
        targets(now).forEach((id, target) -> {
            Object was = old.get(id);
            if (was != null && !was.equals(target)) {
                changes.add(Change.of(Kind.CHANGED, What.TARGET, id));
            }
        });
    }

    private static Map<String, Object> targets(Plant plant) {
        Map<String, Object> targets = new LinkedHashMap<>();
        plant.zones().forEach(zone -> targets.put(zone.id().value(), List.of(zone.target(), zone.decision())));
        plant.conduits()
                .forEach(conduit -> targets.put(conduit.id().value(), List.of(conduit.target(), conduit.decision())));
        return targets;
    }

    private static void once(
            What what, Optional<? extends Object> before, Optional<? extends Object> now, List<Change> changes) {
        if (!before.equals(now)) {
            Kind kind = before.isEmpty() ? Kind.ADDED : now.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
            changes.add(Change.of(kind, what, ""));
        }
    }

    private static <T> void each(
            What what,
            List<T> before,
            List<T> now,
            Function<T, ? extends Object> id,
            Function<T, ? extends Object> compared,
            List<Change> changes) {
        Map<String, T> old = byId(before, id);
        Map<String, T> current = byId(now, id);
        TreeSet<String> all = new TreeSet<>(old.keySet());
        all.addAll(current.keySet());
        for (String name : all) {
            Optional<T> was = Optional.ofNullable(old.get(name));
            Optional<T> is = Optional.ofNullable(current.get(name));
            if (was.isEmpty() || is.isEmpty()) {
                changes.add(Change.of(was.isEmpty() ? Kind.ADDED : Kind.REMOVED, what, name));
            } else if (!compared.apply(was.get()).equals(compared.apply(is.get()))) {
                changes.add(Change.of(Kind.CHANGED, what, name));
            }
        }
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, ? extends Object> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        items.forEach(item -> byId.putIfAbsent(id.apply(item).toString(), item));
        return byId;
    }
}
