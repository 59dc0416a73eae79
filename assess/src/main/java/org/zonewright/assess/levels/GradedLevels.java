package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Zone;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;

/// An assessment that grades single requirements: for each component and requirement the level asked for, the level
/// claimed and the level found, as some methods and supplier lists have it.
///
/// The levels asked for are the place's `decision.requirements`; claims and evidence count where they give a `level`,
/// under the same rules of version, validity and date as elsewhere. It stands beside [Levels] and never feeds a
/// reported SL-A: the standard's items are met or not. Nothing is averaged; the lowest grade of an FR is its minimum.
public final class GradedLevels {
    /// What the three levels of a cell say.
    public enum Kind {
        /// The component cannot do what is asked: SL-C < SL-T.
        CAPABILITY_GAP,
        /// It could, and is not configured or run so: SL-C >= SL-T > SL-A.
        CONFIGURATION_GAP,
        /// What is asked is there, and the component could do more: SL-C > SL-A >= SL-T.
        RESERVE,
        IN_ORDER,
        /// Claimed or found is not known.
        UNKNOWN
    }

    /// One component and one requirement.
    public record Grade(
            AssetId asset,
            Subject place,
            RequirementRef requirement,
            SecurityLevel target,
            Optional<SecurityLevel> claimed,
            Optional<SecurityLevel> found) {
        /// Follows from the three levels.
        public Kind kind() {
            if (claimed.isEmpty()) {
                return Kind.UNKNOWN;
            }
            if (!claimed.get().isAtLeast(target)) {
                return Kind.CAPABILITY_GAP;
            }
            if (found.isEmpty()) {
                return Kind.UNKNOWN;
            }
            if (!found.get().isAtLeast(target)) {
                return Kind.CONFIGURATION_GAP;
            }
            return found.get().isAtLeast(claimed.get()) ? Kind.IN_ORDER : Kind.RESERVE;
        }
    }

    private final List<Grade> grades;

    private GradedLevels(List<Grade> grades) {
        this.grades = List.copyOf(grades);
    }

    /// Grades every asset of a place that asks levels of single requirements, in the document's order.
    public static GradedLevels of(LevelsInput input) {
        int today = CellJudge.day(input.at());
        RequirementTable table = new RequirementTable(input.systems(), input.components());
        SiteIndex site = new SiteIndex(input.plant(), input.installed());
        ClaimIndex claims = new ClaimIndex(table, today, input.plant().claims());
        Map<Subject, Map<RequirementRef, SecurityLevel>> targets = new HashMap<>();
        for (Zone zone : input.plant().zones()) {
            targets.putIfAbsent(Subject.of(zone.id()), zone.decision().requirements());
        }
        for (Conduit conduit : input.plant().conduits()) {
            targets.putIfAbsent(Subject.of(conduit.id()), conduit.decision().requirements());
        }
        Map<AssetId, Map<RequirementRef, Row>> found = found(input, table, site, today);
        List<Grade> grades = new ArrayList<>();
        for (int place = 0; place < site.placeCount(); place++) {
            Subject subject = site.place(place);
            for (int asset : site.assetsOf(place)) {
                Map<RequirementRef, SecurityLevel> claimed = claimed(claims, site, asset);
                AssetId id = site.asset(asset).id();
                targets.getOrDefault(subject, Map.of())
                        .forEach((requirement, target) -> grades.add(new Grade(
                                id,
                                subject,
                                requirement,
                                target,
                                Optional.ofNullable(claimed.get(requirement)),
                                level(found.getOrDefault(id, Map.of()).get(requirement)))));
            }
        }
        return new GradedLevels(grades);
    }

    private static Optional<SecurityLevel> level(@Nullable Row row) {
        return Optional.ofNullable(row).flatMap(one -> one.evidence().level());
    }

    /// The claimed level of each requirement; of several claims the lowest.
    private static Map<RequirementRef, SecurityLevel> claimed(ClaimIndex claims, SiteIndex site, int asset) {
        Map<RequirementRef, SecurityLevel> levels = new HashMap<>();
        for (Claim claim : claims.of(site.asset(asset))) {
            if (claims.counts(claim, site.firmware(asset))) {
                for (Claim.Item item : claim.requirements()) {
                    item.level().ifPresent(level -> levels.merge(item.requirement(), level, SecurityLevel::min));
                }
            }
        }
        return levels;
    }

    /// The latest graded evidence of each asset and requirement that is valid today.
    private static Map<AssetId, Map<RequirementRef, Row>> found(
            LevelsInput input, RequirementTable table, SiteIndex site, int today) {
        Rows.RowReader reader = new Rows.RowReader(table, input.plant(), input.stage(), today);
        Map<AssetId, Map<RequirementRef, Row>> found = new HashMap<>();
        for (Evidence evidence : input.plant().evidence()) {
            int asset = site.assetNumber(evidence.at());
            if (asset >= 0 && evidence.level().isPresent()) {
                Row row = reader.read(evidence);
                boolean counts = row.isInTime()
                        && row.stageCounts()
                        && row.isValidOn(today)
                        && row.day() >= site.changedOn(asset);
                for (RequirementRef requirement : counts ? evidence.requirements() : List.<RequirementRef>of()) {
                    found.computeIfAbsent(site.asset(asset).id(), _ -> new HashMap<>())
                            .merge(requirement, row, Row::prefer);
                }
            }
        }
        return found;
    }

    /// Every cell, place by place and asset by asset.
    public List<Grade> grades() {
        return grades;
    }

    /// How many cells are of each kind; a kind without any is left out.
    public Map<Kind, Integer> counts() {
        EnumMap<Kind, Integer> counts = new EnumMap<>(Kind.class);
        grades.forEach(grade -> counts.merge(grade.kind(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /// The lowest claimed level of each FR at an asset or over a place; an FR of which one cell is unknown is left
    /// out.
    public SortedMap<FoundationalRequirement, SecurityLevel> lowestClaimed(Subject subject) {
        return lowest(subject, true);
    }

    /// The lowest found level of each FR at an asset or over a place; an FR of which one cell is unknown is left out.
    public SortedMap<FoundationalRequirement, SecurityLevel> lowestFound(Subject subject) {
        return lowest(subject, false);
    }

    private NavigableMap<FoundationalRequirement, SecurityLevel> lowest(Subject subject, boolean claimed) {
        NavigableMap<FoundationalRequirement, SecurityLevel> lowest = new TreeMap<>();
        List<FoundationalRequirement> unknown = new ArrayList<>();
        for (Grade grade : grades) {
            Optional<FoundationalRequirement> requirement = requirementOf(grade.requirement());
            if (requirement.isPresent()
                    && (grade.place().equals(subject)
                            || Subject.of(grade.asset()).equals(subject))) {
                (claimed ? grade.claimed() : grade.found())
                        .ifPresentOrElse(
                                level -> lowest.merge(requirement.get(), level, SecurityLevel::min),
                                () -> unknown.add(requirement.get()));
            }
        }
        unknown.forEach(lowest::remove);
        return lowest;
    }

    private static Optional<FoundationalRequirement> requirementOf(RequirementRef ref) {
        return RequirementId.parse(ref.value()).flatMap(id -> switch (id) {
            case SystemId system -> Optional.of(system.foundationalRequirement());
            case ComponentId component -> Optional.of(component.foundationalRequirement());
            default -> Optional.empty();
        });
    }
}
