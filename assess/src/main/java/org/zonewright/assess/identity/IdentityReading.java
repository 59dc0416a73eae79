package org.zonewright.assess.identity;

import java.util.List;
import org.zonewright.base.Problem;
import org.zonewright.facts.inventory.IdentityRules;

/// The rules that the document gives, and what of it could not become one.
public record IdentityReading(IdentityRules rules, List<Problem> problems) {
    public IdentityReading {
        problems = List.copyOf(problems);
    }
}
