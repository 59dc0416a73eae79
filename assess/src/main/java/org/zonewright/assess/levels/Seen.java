package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.id.AssetId;

/// The observations that contradict, by asset and by place. One about an asset that no line of the document names, or
/// that was seen after the time of the assessment, is left out. Immutable.
final class Seen {
    private final SiteIndex site;
    private final int today;
    private final Map<Integer, List<Observation>> byAsset = new HashMap<>();
    private final Map<Integer, List<Observation>> byPlace = new HashMap<>();
    private final List<Observation> all;

    Seen(SiteIndex site, int today, List<Observation> observations) {
        this.site = site;
        this.today = today;
        all = observations;
        for (Observation one : observations) {
            if (one.force() == Observation.Force.CONTRADICTS && CellJudge.day(one.last()) <= today) {
                int asset = assetOf(one);
                int place = site.placeNumber(one.at());
                if (asset >= 0) {
                    byAsset.computeIfAbsent(asset, _ -> new ArrayList<>()).add(one);
                } else if (place >= 0) {
                    byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(one);
                }
            }
        }
    }

    private int assetOf(Observation observation) {
        return observation.at().kind() == Subject.Kind.ASSET
                ? site.assetNumber(new AssetId(observation.at().id()))
                : -1;
    }

    List<Observation> atAsset(int asset) {
        return byAsset.getOrDefault(asset, List.of());
    }

    List<Observation> atPlace(int place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /// The place that an observation bears on; -1 for none.
    int placeOf(Observation observation) {
        int asset = assetOf(observation);
        return asset >= 0 ? site.placeOf(asset) : site.placeNumber(observation.at());
    }

    /// The asset that an observation is about; -1 for none.
    int assetNumber(Observation observation) {
        return assetOf(observation);
    }

    Seen with(Optional<Observation> before, Optional<Observation> after) {
        List<Observation> changed = new ArrayList<>(all);
        before.ifPresent(changed::remove);
        after.ifPresent(changed::add);
        return new Seen(site, today, changed);
    }
}
