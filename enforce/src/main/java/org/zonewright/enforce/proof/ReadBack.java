package org.zonewright.enforce.proof;

import java.util.Optional;
import org.zonewright.facts.policy.Family;
import org.zonewright.facts.policy.Ruleset;

/// A written file as a reader of configurations understands it. `family` is the only one it judges. `deniesRest`
/// where a device stops whatever the text does not name.
public record ReadBack(String file, Optional<Family> family, boolean deniesRest, Ruleset rules) {}
