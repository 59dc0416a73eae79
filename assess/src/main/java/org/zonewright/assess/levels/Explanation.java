package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;

/// Builds the tree of reasons behind a level or a verdict. Its leaves open a line of the document, a frame, or a
/// clause.
final class Explanation {
    /// How deep the reasons of what is inherited are followed, and how many assets are listed under a zone.
    private static final int MOST_DEPTH = 4;

    private static final int MOST_ASSETS = 10;

    private final Judged judged;
    private final SourceMap positions;

    Explanation(Judged judged, SourceMap positions) {
        this.judged = judged;
        this.positions = positions;
    }

    Reason ofLevel(PlaceLevels levels, FoundationalRequirement requirement) {
        Bound achieved = levels.achieved(requirement);
        Bound capability = levels.capability(requirement);
        List<Reason> because = new ArrayList<>();
        levels.target(requirement)
                .ifPresent(target -> because.add(Reason.of(Text.of("levels.target", target.number()))));
        because.add(Reason.of(
                Text.of("levels.stage", levels.stage().word(), judged.input().at())));
        same(achieved).ifPresent(because::add);
        because.add(bound("levels.achieved", achieved, levels.place()));
        because.add(bound("levels.capable", capability, levels.place()));
        return Reason.because(
                Text.of(
                        "levels.level",
                        levels.place().id(),
                        requirement.name(),
                        achieved.evidenced().number(),
                        achieved.atMost().number(),
                        capability.evidenced().number(),
                        capability.atMost().number()),
                because);
    }

    private static Optional<Reason> same(Bound bound) {
        return bound.lowestSame() == bound.evidenced()
                ? Optional.empty()
                : Optional.of(Reason.of(Text.of(
                        "levels.same",
                        bound.lowestSame().number(),
                        bound.evidenced().number())));
    }

    /// What keeps a level down: the items that failed, and those of the next level that nobody showed.
    private Reason bound(String key, Bound bound, Subject place) {
        List<Reason> limits = Stream.concat(bound.cappedBy().stream(), bound.missing().stream())
                .distinct()
                .flatMap(id -> Verdicts.of(judged, place, id).stream())
                .map(this::ofVerdict)
                .toList();
        return Reason.because(
                Text.of(
                        key,
                        bound.evidenced().number(),
                        bound.atMost().number(),
                        bound.cappedBy().size(),
                        bound.missing().size()),
                limits);
    }

    Reason ofVerdict(Verdict verdict) {
        return ofVerdict(verdict, 0);
    }

    private Reason ofVerdict(Verdict verdict, int depth) {
        List<Reason> because = new ArrayList<>();
        because.add(clause(verdict.requirement()));
        if (verdict.applicable() > 0) {
            because.add(Reason.of(Text.of(
                    "levels.covered",
                    verdict.coverage(),
                    verdict.sampled(),
                    verdict.applicable() - verdict.covered() - verdict.sampled())));
        }
        because.add(side(true, verdict, depth));
        because.add(side(false, verdict, depth));
        return Reason.because(
                Text.of(
                        "levels.state." + verdict.achieved().state().id(),
                        verdict.requirement(),
                        verdict.subject().id()),
                because);
    }

    private Reason clause(RequirementId id) {
        boolean component = id instanceof ComponentId;
        String catalogue = component ? "iec62443-4-2" : "iec62443-3-3";
        int number = judged.table().number(id).orElseThrow();
        var entry =
                component ? judged.table().component(number) : judged.table().system(number);
        return Reason.of(
                Text.of("levels.clause", id, entry.title(), entry.firstLevel().number()),
                new SourceRef.InStandard(catalogue, id.toString()));
    }

    private Reason side(boolean achieved, Verdict verdict, int depth) {
        Verdict.Side side = achieved ? verdict.achieved() : verdict.capable();
        List<Reason> because = new ArrayList<>();
        because.add(Reason.of(Text.of("levels.rule." + side.rule().id())));
        basis(verdict, achieved).forEach(one -> because.add(leaf(one)));
        if (depth < MOST_DEPTH) {
            provider(verdict, achieved, depth).ifPresent(because::add);
            assets(verdict, achieved, side.rule(), depth).forEach(because::add);
        }
        return Reason.because(
                Text.of(
                        "levels.side." + (achieved ? "achieved" : "capable"),
                        side.state().id()),
                because);
    }

    /// What decided, from the arrays.
    private Stream<Object> basis(Verdict verdict, boolean achieved) {
        @Nullable Object basis = null;
        int place = judged.site().placeNumber(verdict.subject());
        if (place >= 0) {
            int system = judged.table().number(verdict.requirement()).orElseThrow();
            PlaceCells cells = judged.cells(place);
            basis = achieved ? cells.basis()[system] : cells.capableBasis()[system];
        } else {
            AssetView view = judged.view(
                    judged.site().assetNumber(new AssetId(verdict.subject().id())));
            int slot = Verdicts.slot(judged.table(), view, verdict.requirement());
            basis = achieved ? view.achievedBasis(slot) : view.capableBasis(slot);
        }
        return Stream.ofNullable(basis);
    }

    private Reason leaf(Object basis) {
        return switch (basis) {
            case Evidence evidence -> evidence(evidence);
            case Observation observation -> observation.reason();
            case Claim claim ->
                new Reason(
                        Text.of(
                                "levels.claim",
                                claim.id(),
                                claim.fromVersion().orElse("…"),
                                claim.toVersion().orElse("…")),
                        positions.of(claim.id()).stream().toList(),
                        conditions(claim));
            case Measure measure ->
                new Reason(
                        Text.of("levels.measure", measure.id(), measure.state().word()),
                        positions.of(measure.id()).stream().toList(),
                        List.of());
            case PlantAsset asset ->
                new Reason(
                        Text.of("levels.asset", asset.displayName(), asset.id()),
                        positions.of(asset.id()).stream().toList(),
                        List.of());
            default -> throw new IllegalStateException("nothing decides by " + basis.getClass());
        };
    }

    private static List<Reason> conditions(Claim claim) {
        List<Reason> conditions = new ArrayList<>();
        claim.conditions().forEach(one -> conditions.add(Reason.of(Text.of("levels.condition", one))));
        claim.footnotes()
                .forEach((requirement, note) ->
                        conditions.add(Reason.of(Text.of("levels.footnote", requirement.name(), note))));
        return conditions;
    }

    private Reason evidence(Evidence evidence) {
        List<Reason> because = new ArrayList<>();
        evidence.because().ifPresent(why -> because.add(Reason.of(Text.of("levels.because", why))));
        evidence.approvedBy().ifPresent(who -> because.add(Reason.of(Text.of("levels.approved", who))));
        evidence.attachment()
                .ifPresent(file -> because.add(
                        Reason.of(Text.of("levels.attachment", file.file()), new SourceRef.InFile(file.file()))));
        evidence.compensatedBy()
                .forEach(id -> because.add(new Reason(
                        Text.of("levels.compensated-by", id),
                        positions.of(id).stream().toList(),
                        List.of())));
        return new Reason(
                Text.of(
                        "levels.evidence",
                        evidence.id(),
                        evidence.state().word(),
                        evidence.method().word(),
                        evidence.date()),
                positions.of(evidence.id()).stream().toList(),
                because);
    }

    /// The provider's own verdict and what its row names as proof.
    private Optional<Reason> provider(Verdict verdict, boolean achieved, int depth) {
        return basis(verdict, achieved)
                .filter(Evidence.class::isInstance)
                .map(Evidence.class::cast)
                .flatMap(evidence -> evidence.inheritedFrom().stream())
                .map(provider -> {
                    List<Reason> because = new ArrayList<>();
                    Rows rows = judged.rows();
                    Stream.concat(provider.provenBy().stream(), provider.islandMode().stream())
                            .map(id -> Optional.ofNullable(rows.proof(id))
                                    .map(row -> evidence(row.evidence()))
                                    .orElseGet(() -> Reason.of(Text.of("levels.no-such-evidence", id))))
                            .forEach(because::add);
                    provider.by()
                            .flatMap(by -> judged.subjectOf(by))
                            .flatMap(subject -> Verdicts.of(judged, subject, verdict.requirement()))
                            .map(own -> ofVerdict(own, depth + 1))
                            .ifPresent(because::add);
                    String name = provider.by()
                            .flatMap(by -> judged.subjectOf(by).map(Subject::id))
                            .or(provider::outside)
                            .orElse("");
                    return Reason.because(Text.of("levels.provider", name), because);
                })
                .findFirst();
    }

    /// The assets that limit a zone's verdict, each with its own reasons.
    private List<Reason> assets(Verdict verdict, boolean achieved, Rule rule, int depth) {
        int place = judged.site().placeNumber(verdict.subject());
        boolean byAssets = rule == Rule.ASSET_FAILS || rule == Rule.SOME_ASSETS;
        if (place < 0 || !byAssets || !(verdict.requirement() instanceof SystemId)) {
            return List.of();
        }
        List<Verdict> limiting = judged.views(place).stream()
                .flatMap(view -> Verdicts.of(judged, Subject.of(view.asset().id()), verdict.requirement()).stream())
                .filter(one -> limits(achieved ? one.achieved() : one.capable(), rule))
                .toList();
        List<Reason> reasons = new ArrayList<>();
        limiting.stream().limit(MOST_ASSETS).forEach(one -> reasons.add(ofVerdict(one, depth + 1)));
        if (limiting.size() > MOST_ASSETS) {
            reasons.add(Reason.of(Text.of("levels.more-assets", limiting.size() - MOST_ASSETS)));
        }
        return reasons;
    }

    private static boolean limits(Verdict.Side side, Rule rule) {
        return rule == Rule.ASSET_FAILS ? side.state().failed() : side.state() == RequirementState.NO_EVIDENCE;
    }
}
