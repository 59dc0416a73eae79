package org.zonewright.assess.risk.hazard;

import java.util.Locale;
import java.util.Optional;

/// Whether an attacker can bring something about; what nobody answered is not known, and neither yes nor no.
public enum Hackable {
    YES,
    NO,
    UNKNOWN;

    static Hackable of(Optional<Boolean> answer) {
        return answer.map(yes -> yes ? YES : NO).orElse(UNKNOWN);
    }

    /// The word in JSON and reports.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
