package org.zonewright.enforce.target;

import java.util.Optional;
import org.zonewright.facts.policy.Family;

/// One file of rules. `family` is the only family of addresses that it speaks of; empty for one that judges both.
public record RuleFile(String name, String text, Optional<Family> family) {
    /// A file that judges both families.
    static RuleFile of(String name, String text) {
        return new RuleFile(name, text, Optional.empty());
    }
}
