package org.zonewright.assess.levels;

import java.util.List;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.SecurityLevel;

/// A level of one FR with how sure it is.
///
/// `evidenced` is the highest level up to which every item holds. `atMost` is the highest level up to which no item
/// failed: what is between the two is not known. `lowestSame` is the lowest level that asks for exactly the same
/// items as `evidenced`, which it is where the level adds something. `cappedBy` are the failed items that keep
/// `atMost` down, `missing` the items of the next level above `evidenced` that nobody showed.
public record Bound(
        FoundationalRequirement requirement,
        SecurityLevel evidenced,
        SecurityLevel lowestSame,
        SecurityLevel atMost,
        List<RequirementId> cappedBy,
        List<RequirementId> missing) {
    public Bound {
        cappedBy = List.copyOf(cappedBy);
        missing = List.copyOf(missing);
        if (!atMost.isAtLeast(evidenced) || !evidenced.isAtLeast(lowestSame)) {
            throw new IllegalArgumentException("what is evidenced is at most the upper bound");
        }
    }

    /// True if nothing is unknown: the level is what it is.
    public boolean isExact() {
        return evidenced == atMost;
    }
}
