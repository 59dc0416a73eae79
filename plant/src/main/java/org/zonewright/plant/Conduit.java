package org.zonewright.plant;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.TargetLevel;

/// A conduit: the controlled way between zones, with assets, a target, an owner and findings of its own.
///
/// `between` names at least two different zones. `members` are the assets that belong to the conduit itself;
/// `enforcedBy` the assets that hold its rules, which may belong to a zone or another conduit. `monitoredBy` is who
/// watches it. `oneWayTo` is the only zone data can go to (a data diode).
public record Conduit(
        ConduitId id,
        Optional<String> name,
        List<ZoneId> between,
        ConduitKind kind,
        Traits traits,
        List<AssetId> members,
        List<AssetId> enforcedBy,
        Optional<String> owner,
        Optional<String> organisation,
        Optional<String> monitoredBy,
        Optional<TargetLevel> target,
        TargetDecision decision,
        List<Flow> flows,
        Optional<ZoneId> oneWayTo,
        Optional<Tunnel> tunnel,
        Enforcement enforcement,
        Specification specification,
        Optional<String> note) {

    public Conduit {
        between = List.copyOf(between);
        members = List.copyOf(members);
        enforcedBy = List.copyOf(enforcedBy);
        flows = List.copyOf(flows);
        if (between.size() < 2 || new HashSet<>(between).size() < between.size()) {
            throw new IllegalArgumentException("a conduit joins two or more different zones, each named once");
        }
        if (oneWayTo.isPresent() && !between.contains(oneWayTo.get())) {
            throw new IllegalArgumentException("'one-way-to' names a zone that the conduit does not join");
        }
    }

    /// A network conduit with nothing but an id and its zones.
    public static Conduit of(ConduitId id, List<ZoneId> between) {
        return new Conduit(
                id,
                Optional.empty(),
                between,
                ConduitKind.NETWORK,
                Traits.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TargetDecision.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Enforcement.UNDECIDED,
                Specification.EMPTY,
                Optional.empty());
    }

    /// The name people read: `name`, or the id.
    public String displayName() {
        return name.orElse(id.value());
    }

    public Conduit withName(String changed) {
        return new Conduit(
                id,
                Optional.of(changed),
                between,
                kind,
                traits,
                members,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withKind(ConduitKind changed) {
        return new Conduit(
                id,
                name,
                between,
                changed,
                traits,
                members,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withTraits(Traits changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                changed,
                members,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withMembers(List<AssetId> changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                changed,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withEnforcedBy(List<AssetId> changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                members,
                changed,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withOwner(String changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                members,
                enforcedBy,
                Optional.of(changed),
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withMonitoredBy(String changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                members,
                enforcedBy,
                owner,
                organisation,
                Optional.of(changed),
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withTarget(TargetLevel changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                members,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                Optional.of(changed),
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withFlows(List<Flow> changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                members,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                changed,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                note);
    }

    public Conduit withSpecification(Specification changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                members,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                changed,
                note);
    }

    public Conduit withNote(String changed) {
        return new Conduit(
                id,
                name,
                between,
                kind,
                traits,
                members,
                enforcedBy,
                owner,
                organisation,
                monitoredBy,
                target,
                decision,
                flows,
                oneWayTo,
                tunnel,
                enforcement,
                specification,
                Optional.of(changed));
    }
}
