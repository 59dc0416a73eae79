package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.TargetLevel;
import org.zonewright.standard.catalogue.ComponentRequirement;

/// The security levels of a site: how every requirement stands at every asset, zone and conduit of the SUC, and which
/// level follows for each FR.
///
/// Immutable and safe for any thread. The verdicts are kept in arrays of bytes; what is asked for is made when it is
/// asked. The same input gives the same result, in whatever order the document lists claims and evidence.
///
/// Cost: one pass over the evidence and one over assets × requirements; about two seconds for 2,000 zones, 100,000
/// assets and a million items of evidence. [#with(Change)] looks only at what the change reaches.
public final class Levels {
    private final Judged judged;

    private Levels(Judged judged) {
        this.judged = judged;
    }

    public static Levels of(LevelsInput input) {
        return new Levels(new Judged(input));
    }

    /// The levels after one change, equal to those of the changed input, byte for byte.
    public Levels with(Change change) {
        return new Levels(judged.with(change));
    }

    /// The zones and conduits of the SUC in the document's order, zones first.
    public List<Subject> places() {
        return List.copyOf(judged.site().places());
    }

    /// The levels of a zone or conduit; empty for what is none of the SUC.
    public Optional<PlaceLevels> of(Subject place) {
        int number = judged.site().placeNumber(place);
        if (number < 0) {
            return Optional.empty();
        }
        PlaceCells cells = judged.cells(number);
        return Optional.of(new PlaceLevels(
                place,
                Optional.ofNullable(judged.input().targets().get(place)).map(TargetLevel::new),
                bounds(cells::capable),
                bounds(cells::state),
                judged.input().stage()));
    }

    private List<Bound> bounds(IntFunction<RequirementState> state) {
        RequirementTable table = judged.table();
        return Arrays.stream(FoundationalRequirement.values())
                .map(requirement -> BoundFinder.find(requirement, table.systemsOf(requirement), table::system, state))
                .toList();
    }

    /// SL-C of an asset that is there, wherever it stands; empty for any other.
    public Optional<ComponentLevels> component(AssetId asset) {
        return view(asset).map(view -> {
            RequirementTable table = judged.table();
            int type = view.capability().type();
            int number = judged.site().assetNumber(asset);
            List<Bound> bounds = Arrays.stream(FoundationalRequirement.values())
                    .map(requirement -> BoundFinder.find(
                            requirement,
                            table.slotsOf(type, requirement),
                            slot -> table.component(table.componentsOf(type)[slot]),
                            view::capable))
                    .toList();
            List<Claim> all = judged.claims().of(view.asset());
            Optional<String> firmware = judged.site().firmware(number);
            List<Claim> counted = all.stream()
                    .filter(claim -> judged.claims().counts(claim, firmware))
                    .toList();
            return new ComponentLevels(
                    asset,
                    type(type),
                    firmware,
                    bounds,
                    counted,
                    all.stream().filter(claim -> !counted.contains(claim)).toList());
        });
    }

    private static Optional<ComponentType> type(int number) {
        return switch (number) {
            case 1 -> Optional.of(ComponentType.EMBEDDED_DEVICE);
            case 2 -> Optional.of(ComponentType.HOST_DEVICE);
            case 3 -> Optional.of(ComponentType.NETWORK_DEVICE);
            case 4 -> Optional.of(ComponentType.SOFTWARE_APPLICATION);
            default -> Optional.empty();
        };
    }

    private Optional<AssetView> view(AssetId asset) {
        int number = judged.site().assetNumber(asset);
        return number < 0 ? Optional.empty() : Optional.of(judged.view(number));
    }

    /// How a requirement stands at a zone or conduit (an SR or RE), or at an asset (a component's requirement or an
    /// SR or RE that it carries; of several that carry it, the one that limits). Empty where it does not apply.
    public Optional<Verdict> verdict(Subject subject, RequirementId requirement) {
        return Verdicts.of(judged, subject, requirement);
    }

    /// All verdicts of a zone or conduit, or of an asset by its component requirements, in the catalogue's order.
    public List<Verdict> verdicts(Subject subject) {
        List<Verdict> all = new ArrayList<>();
        if (judged.site().placeNumber(subject) >= 0) {
            IntStream.range(0, judged.table().systemCount())
                    .mapToObj(number -> judged.table().system(number).id())
                    .forEach(id -> verdict(subject, id).ifPresent(all::add));
        } else if (subject.kind() == Subject.Kind.ASSET) {
            for (ComponentRequirement requirement : judged.input().components().requirements()) {
                verdict(subject, requirement.id()).ifPresent(all::add);
            }
        }
        return all;
    }

    /// The assets of a zone or conduit that carry an SR or RE, in the document's order.
    public List<AssetId> carriers(Subject place, SystemId requirement) {
        int number = judged.site().placeNumber(place);
        int system = judged.table().number(requirement).orElse(-1);
        if (number < 0 || system < 0) {
            return List.of();
        }
        return judged.views(number).stream()
                .filter(view -> judged.table().carriers(view.capability().type(), system).length > 0)
                .map(view -> view.asset().id())
                .toList();
    }

    /// What the SUC leans on outside itself.
    public List<Assumption> assumptions() {
        List<Assumption> found = new ArrayList<>();
        for (Row row : judged.rows().inheriting()) {
            Optional<String> outside = Verdicts.outside(judged, row);
            int place = judged.placeOf(row.evidence().at());
            List<RequirementId> held = Arrays.stream(judged.providers().systemsOf(row))
                    .filter(system -> system >= 0 && judged.providers().holds(row, system))
                    .<RequirementId>mapToObj(
                            system -> judged.table().system(system).id())
                    .sorted()
                    .toList();
            if (outside.isPresent() && place >= 0 && !held.isEmpty()) {
                found.add(new Assumption(
                        judged.subject(place), outside.get(), row.evidence().id(), held));
            }
        }
        found.sort(Comparator.comparing(Assumption::place).thenComparing(Assumption::evidence));
        return found;
    }

    /// Why the level of an FR at a zone or conduit is what it is; empty for what is none of the SUC.
    public Optional<Reason> explain(Subject place, FoundationalRequirement requirement, SourceMap positions) {
        return of(place).map(levels -> new Explanation(judged, positions).ofLevel(levels, requirement));
    }

    /// Why a requirement stands at a subject as it does; empty where it does not apply.
    public Optional<Reason> explain(Subject subject, RequirementId requirement, SourceMap positions) {
        return verdict(subject, requirement).map(verdict -> new Explanation(judged, positions).ofVerdict(verdict));
    }

    /// The earliest stage whose evidence counts for SL-A.
    public Evidence.Stage stage() {
        return judged.input().stage();
    }

    /// Every verdict in a form that is equal for equal results: one byte a state and a rule, and the ids of what
    /// decided, in the order of the document's places and assets.
    public byte[] toBytes() {
        return Verdicts.bytes(judged);
    }

    Judged judged() {
        return judged;
    }
}
