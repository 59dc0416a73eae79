package org.zonewright.plant;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.zonewright.plant.assurance.Method;

/// The site's own rules for its assessment; what is empty leaves the product's default.
///
/// `requireDmz`: no direct conduit between business and control. `unusedRuleAfter`: when a rule without a hit is
/// reported. `evidenceValidity`: how long evidence of a method holds. `currency`: ISO 4217, for every cost.
public record Policy(
        Optional<Boolean> requireDmz,
        Optional<Duration> unusedRuleAfter,
        Map<Method, Duration> evidenceValidity,
        Optional<String> currency) {

    /// No rule of its own.
    public static final Policy NONE = new Policy(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

    public Policy {
        EnumMap<Method, Duration> ordered = new EnumMap<>(Method.class);
        ordered.putAll(evidenceValidity);
        evidenceValidity = Collections.unmodifiableMap(ordered);
        if (currency.filter(code -> !code.matches("[A-Z]{3}")).isPresent()) {
            throw new IllegalArgumentException("a currency is three capital letters (ISO 4217), such as EUR");
        }
    }
}
