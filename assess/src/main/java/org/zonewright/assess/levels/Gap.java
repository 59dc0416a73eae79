package org.zonewright.assess.levels;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;

/// One FR of a zone or conduit whose SL-A does not reach its SL-T, and what would lift it.
///
/// `items` are all requirements up to the target that do not hold; closing all but one moves nothing. `cheapest` are
/// the measures that close all of them at the least cost, empty where the measures of the document do not.
public record Gap(
        Subject place,
        FoundationalRequirement requirement,
        SecurityLevel target,
        Bound capability,
        Bound achieved,
        Kind kind,
        List<Item> items,
        Optional<CheapestCover.Choice> cheapest,
        OpenTechniques techniques) {
    public Gap {
        items = List.copyOf(items);
    }

    /// What kind of change a gap asks for.
    public enum Kind {
        /// SL-C is known to be below SL-T: buy, replace, compensate, or move to another zone.
        CAPABILITY,
        /// SL-C is not shown to reach SL-T, and nothing is known to lack: ask the makers, or show it.
        UNPROVEN,
        /// SL-C suffices and SL-A does not: change a setting or a way of working, or show that it is done.
        CONFIGURATION;

        /// The word in JSON and reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One requirement that does not hold. `limiting` is the component that keeps it from holding, where assets carry
    /// it; `needsOnlyEvidence` if nothing is known against it, so that evidence alone would do.
    public record Item(
            SystemId requirement, Kind kind, Verdict verdict, Optional<AssetId> limiting, boolean needsOnlyEvidence) {}

    /// The requirements that evidence alone would let hold.
    public List<SystemId> needsOnlyEvidence() {
        return items.stream()
                .filter(Item::needsOnlyEvidence)
                .map(Item::requirement)
                .toList();
    }
}
