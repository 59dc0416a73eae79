package org.zonewright.assess.levels;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.CapabilityLevel;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;

/// SL-C of one component: what its makers' claims, and evidence where it shows more, say that it can do.
///
/// `type` is missing where neither the document nor a claim says it. `claims` are those that count for its firmware
/// today, whose conditions and footnotes bind every level that rests on them. `notCounted` are claims about the model
/// that do not: for another version, or ended.
public record ComponentLevels(
        AssetId asset,
        Optional<ComponentType> type,
        Optional<String> firmware,
        List<Bound> capability,
        List<Claim> claims,
        List<Claim> notCounted) {
    public ComponentLevels {
        capability = List.copyOf(capability);
        claims = List.copyOf(claims);
        notCounted = List.copyOf(notCounted);
    }

    public Bound capability(FoundationalRequirement requirement) {
        return capability.get(requirement.number() - 1);
    }

    public CapabilityLevel capabilityLevel() {
        return new CapabilityLevel(
                new LevelVector(capability.stream().map(Bound::evidenced).toList()));
    }

    /// The footnotes of one FR's entry, in the order of the claims: the star of `{2 2 1* 1 1 1 3}`.
    public List<String> footnotes(FoundationalRequirement requirement) {
        return claims.stream()
                .flatMap(claim -> Optional.ofNullable(claim.footnotes().get(requirement)).stream())
                .toList();
    }

    /// The conditions on the claims as a whole.
    public List<String> conditions() {
        return claims.stream().flatMap(claim -> claim.conditions().stream()).toList();
    }

    /// `{2 2 1* 1 1 1 3}`: of levels that ask for the same the lowest, with a star where a footnote binds the entry.
    public String notation() {
        StringBuilder out = new StringBuilder("{");
        for (Bound bound : capability) {
            out.append(out.length() > 1 ? " " : "").append(bound.lowestSame().number());
            if (!footnotes(bound.requirement()).isEmpty()) {
                out.append('*');
            }
        }
        return out.append('}').toString();
    }
}
