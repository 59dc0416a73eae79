package org.zonewright.assess.observation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.assess.observation.Observation.Force;
import org.zonewright.base.Text;
import org.zonewright.facts.Confidence;
import org.zonewright.standard.RequirementId.SystemId;

/// One rule, as its file `rules/<id>.rule` gives it.
///
/// `version` is that of the rule (three numbers). `force` is the most that it can say: an observation that lacks what
/// a contradiction needs indicates. `confidence` is in what was seen meaning what the rule says.
/// `parameters` are the lines that make up the condition, as they are written. `reads`, `why` and
/// `falsePositives` are the prose of its page.
public record ObservationRule(
        String id,
        String version,
        Force force,
        Confidence confidence,
        List<SystemId> requirements,
        Condition condition,
        SortedMap<String, String> parameters,
        String reads,
        String why,
        String falsePositives) {

    public ObservationRule {
        requirements = List.copyOf(requirements);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException("a rule touches at least one requirement");
        }
    }

    /// What it is about, in a few words.
    public Text title() {
        return Text.of("rule." + id);
    }

    /// What it cannot see; stands beside everything it says.
    public Text blind() {
        return Text.of("rule." + id + ".blind");
    }

    /// What was seen, as a sentence. `names` are stations, of which there are `stations`; `exchanges` pairs of
    /// stations and services; `details` what was read; `place` the zone or conduit.
    public Text saw(String names, int stations, long exchanges, String details, String place) {
        return Text.of("rule." + id + ".saw", names, stations, exchanges, details, place);
    }
}
