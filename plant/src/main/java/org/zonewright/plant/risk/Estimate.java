package org.zonewright.plant.risk;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A likelihood and the impacts by dimension, each the label or number (from 1) of a step of the matrix. The impact
/// of a scenario is the worst of the dimensions given, never their sum or mean.
public record Estimate(Optional<String> likelihood, Map<String, String> impacts, Optional<String> because) {
    /// Nothing is estimated.
    public static final Estimate NONE = new Estimate(Optional.empty(), Map.of(), Optional.empty());

    public Estimate {
        impacts = Collections.unmodifiableMap(new TreeMap<>(impacts));
    }
}
