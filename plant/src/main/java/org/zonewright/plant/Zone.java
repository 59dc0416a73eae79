package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.TargetLevel;

/// A zone: assets with the same security requirements (ZCR 3.1).
///
/// Only a zone of the SUC (`inSuc`) gets a target. `parent` is the zone that contains this one; it says nothing about
/// Purdue order. `organisation` is who answers for the zone where that is not the site's own organisation. `target`
/// where it is empty is derived from the risk scenarios.
public record Zone(
        ZoneId id,
        Optional<String> name,
        boolean inSuc,
        ZoneFunction function,
        Traits traits,
        Optional<ZoneId> parent,
        Optional<PurdueLevel> purdue,
        Optional<String> owner,
        Optional<String> organisation,
        List<Member> members,
        Optional<TargetLevel> target,
        TargetDecision decision,
        Specification specification,
        Optional<String> note) {

    public Zone {
        members = List.copyOf(members);
        if (parent.equals(Optional.of(id))) {
            throw new IllegalArgumentException("a zone cannot contain itself");
        }
    }

    /// A zone of the SUC with nothing but an id and a function; a zone outside the SUC for `ENTERPRISE` and
    /// `EXTERNAL`.
    public static Zone of(ZoneId id, ZoneFunction function) {
        return new Zone(
                id,
                Optional.empty(),
                function != ZoneFunction.ENTERPRISE && function != ZoneFunction.EXTERNAL,
                function,
                Traits.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                TargetDecision.NONE,
                Specification.EMPTY,
                Optional.empty());
    }

    /// The name people read: `name`, or the id.
    public String displayName() {
        return name.orElse(id.value());
    }

    public Zone withName(String changed) {
        return new Zone(
                id,
                Optional.of(changed),
                inSuc,
                function,
                traits,
                parent,
                purdue,
                owner,
                organisation,
                members,
                target,
                decision,
                specification,
                note);
    }

    public Zone withInSuc(boolean changed) {
        return new Zone(
                id,
                name,
                changed,
                function,
                traits,
                parent,
                purdue,
                owner,
                organisation,
                members,
                target,
                decision,
                specification,
                note);
    }

    public Zone withTraits(Traits changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                changed,
                parent,
                purdue,
                owner,
                organisation,
                members,
                target,
                decision,
                specification,
                note);
    }

    public Zone withParent(ZoneId changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                traits,
                Optional.of(changed),
                purdue,
                owner,
                organisation,
                members,
                target,
                decision,
                specification,
                note);
    }

    public Zone withPurdue(PurdueLevel changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                traits,
                parent,
                Optional.of(changed),
                owner,
                organisation,
                members,
                target,
                decision,
                specification,
                note);
    }

    public Zone withOwner(String changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                traits,
                parent,
                purdue,
                Optional.of(changed),
                organisation,
                members,
                target,
                decision,
                specification,
                note);
    }

    public Zone withMembers(List<Member> changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                traits,
                parent,
                purdue,
                owner,
                organisation,
                changed,
                target,
                decision,
                specification,
                note);
    }

    public Zone withTarget(TargetLevel changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                traits,
                parent,
                purdue,
                owner,
                organisation,
                members,
                Optional.of(changed),
                decision,
                specification,
                note);
    }

    public Zone withSpecification(Specification changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                traits,
                parent,
                purdue,
                owner,
                organisation,
                members,
                target,
                decision,
                changed,
                note);
    }

    public Zone withNote(String changed) {
        return new Zone(
                id,
                name,
                inSuc,
                function,
                traits,
                parent,
                purdue,
                owner,
                organisation,
                members,
                target,
                decision,
                specification,
                Optional.of(changed));
    }
}
