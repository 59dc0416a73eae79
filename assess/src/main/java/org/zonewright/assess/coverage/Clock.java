package org.zonewright.assess.coverage;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/// One report that a law asks for, and when it is due.
///
/// `source` is the law's catalogue or an overlay's key, `duty` the published id or the overlay's. `trigger` is empty
/// where the law names one that this program does not know; `from` has its words. `within` is empty where the law sets
/// no time. `due` is empty where it sets none or where the trigger has not happened.
public record Clock(
        String source,
        String duty,
        String title,
        String from,
        Optional<Trigger> trigger,
        Optional<TemporalAmount> within,
        Optional<Instant> started,
        Optional<Instant> due) {}
