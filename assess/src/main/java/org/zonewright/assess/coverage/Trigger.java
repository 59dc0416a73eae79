package org.zonewright.assess.coverage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What starts the clock of a report.
public enum Trigger {
    /// Somebody learned of the incident or of the weakness that is exploited.
    AWARENESS("awareness"),
    /// The incident was notified.
    NOTIFICATION("incident notification"),
    /// A remedy for the weakness is there.
    REMEDY("corrective or mitigating measure available"),
    /// The authority asked.
    REQUEST("request of the authority"),
    /// The incident still ran when its final report fell due, and was now dealt with.
    HANDLED("incident still running");

    private final String from;

    Trigger(String from) {
        this.from = from;
    }

    /// The word on the command line, in JSON and text keys.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The trigger that a catalogue or an overlay names in words.
    static Optional<Trigger> of(String from) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.from.equals(from))
                .findFirst();
    }
}
