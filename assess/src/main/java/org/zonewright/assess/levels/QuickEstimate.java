package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// A first look at what a zone or conduit may be able to do, from vectors alone: for each FR the lower of its
/// components' claimed levels, or what a countermeasure in place gives if that is more.
///
/// An estimate and never a reported level: it knows no requirement, and a countermeasure against one raises the whole
/// FR. An FR that a component's claim calls not relevant is skipped for that component; a component without a claimed
/// vector makes the FR unknown.
public record QuickEstimate(Subject place, List<Entry> entries) {
    public QuickEstimate {
        entries = List.copyOf(entries);
    }

    /// One FR. `level` is missing where nothing is known; `limiting` are the components with the lowest level.
    public record Entry(
            FoundationalRequirement requirement,
            Optional<SecurityLevel> level,
            Optional<SecurityLevel> target,
            List<AssetId> limiting) {
        public Entry {
            limiting = List.copyOf(limiting);
        }

        /// True if a target is there and the estimate does not reach it.
        public boolean isShort() {
            return target.isPresent()
                    && level.filter(known -> known.isAtLeast(target.get())).isEmpty();
        }

        /// How many levels are lacking; 0 where none is or nothing is known.
        public int gap() {
            return level.flatMap(known -> target.map(asked -> Math.max(0, asked.number() - known.number())))
                    .orElse(0);
        }
    }

    public Entry at(FoundationalRequirement requirement) {
        return entries.get(requirement.number() - 1);
    }

    /// The estimated levels; empty where one of the seven is not known.
    public Optional<LevelVector> vector() {
        EnumMap<FoundationalRequirement, SecurityLevel> known = new EnumMap<>(FoundationalRequirement.class);
        entries.forEach(entry -> entry.level().ifPresent(level -> known.put(entry.requirement(), level)));
        return known.size() == entries.size() ? Optional.of(LevelVector.of(known)) : Optional.empty();
    }

    /// The estimate for a zone or conduit with components; empty for one without, which is not estimated, and for
    /// what is none of the SUC.
    public static Optional<QuickEstimate> of(Levels levels, Subject place) {
        Judged judged = levels.judged();
        int number = judged.site().placeNumber(place);
        if (number < 0 || judged.site().assetsOf(number).length == 0) {
            return Optional.empty();
        }
        List<AssetView> assets = judged.views(number);
        List<Measure> active = measuresAt(judged, number).stream()
                .filter(measure -> measure.state() == Measure.State.IN_PLACE)
                .toList();
        Optional<LevelVector> target =
                Optional.ofNullable(judged.input().targets().get(place));
        List<Entry> entries = Arrays.stream(FoundationalRequirement.values())
                .map(requirement -> entry(requirement, assets, active, target))
                .toList();
        return Optional.of(new QuickEstimate(place, entries));
    }

    private static Entry entry(
            FoundationalRequirement requirement,
            List<AssetView> assets,
            List<Measure> active,
            Optional<LevelVector> target) {
        Optional<SecurityLevel> lowest = Optional.empty();
        List<AssetId> limiting = new ArrayList<>();
        boolean unknown = false;
        for (AssetView asset : assets) {
            SecurityLevel level = asset.capability().quick().get(requirement);
            if (level == null) {
                boolean skipped = asset.capability().notRelevant().contains(requirement);
                unknown |= !skipped;
            } else if (lowest.isEmpty() || !level.isAtLeast(lowest.get())) {
                lowest = Optional.of(level);
                limiting = new ArrayList<>(List.of(asset.asset().id()));
            } else if (level == lowest.get()) {
                limiting.add(asset.asset().id());
            }
        }
        Optional<SecurityLevel> fromComponents = unknown ? Optional.empty() : lowest;
        Optional<SecurityLevel> level = active.stream()
                .flatMap(measure -> measure.capability().stream())
                .map(vector -> vector.at(requirement))
                .filter(given -> given != SecurityLevel.SL0)
                .reduce(SecurityLevel::max)
                .map(given ->
                        fromComponents.map(own -> SecurityLevel.max(own, given)).orElse(given))
                .or(() -> fromComponents);
        return new Entry(requirement, level, target.map(vector -> vector.at(requirement)), limiting);
    }

    /// The measures that are about a place, by their closures, in the document's order.
    private static List<Measure> measuresAt(Judged judged, int place) {
        return judged.input().plant().measures().stream()
                .filter(measure -> measure.closes().stream()
                        .anyMatch(closure -> judged.site().placeNumber(closure.at()) == place))
                .toList();
    }

    /// The cheapest measures not yet in place whose vectors reach the target in every FR that is short; empty where
    /// nothing is short or no measures reach it.
    public Optional<CheapestCover.Choice> cheapestClosure(Levels levels) {
        List<FoundationalRequirement> shortOf =
                entries.stream().filter(Entry::isShort).map(Entry::requirement).toList();
        Judged judged = levels.judged();
        List<Measure> open = measuresAt(judged, judged.site().placeNumber(place)).stream()
                .filter(measure ->
                        measure.state() == Measure.State.PROPOSED || measure.state() == Measure.State.APPROVED)
                .toList();
        Map<MeasureId, List<Integer>> covers = new LinkedHashMap<>();
        for (Measure measure : open) {
            covers.put(measure.id(), reached(measure, shortOf));
        }
        return CheapestCover.find(shortOf.size(), open, measure -> covers.getOrDefault(measure.id(), List.of()));
    }

    private List<Integer> reached(Measure measure, List<FoundationalRequirement> shortOf) {
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < shortOf.size(); i++) {
            SecurityLevel asked = at(shortOf.get(i)).target().orElse(SecurityLevel.SL4);
            FoundationalRequirement requirement = shortOf.get(i);
            if (measure.capability()
                    .filter(vector -> vector.at(requirement).isAtLeast(asked))
                    .isPresent()) {
                reached.add(i);
            }
        }
        return reached;
    }
}
