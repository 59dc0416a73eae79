package org.zonewright.assess.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.standard.catalogue.LawCatalogue;
import org.zonewright.standard.catalogue.LegalRequirement.Deadline;
import org.zonewright.standard.catalogue.NationalOverlay;

/// When reports are due. A pure function of the times at which something happened and the law as data.
///
/// Hours run through: 24 hours are 24 hours, whatever the clocks on the wall do. Days and months are those of the
/// calendar of a time zone, at the same time of day; where a month has no such day its last day counts (31 January and
/// one month is 28 February). Holidays and weekends, and rules by which a period ends with its last day, can only make
/// a report due later and are left aside.
public final class Clocks {
    private Clocks() {}

    /// The reports of a law, in its order. `times` are the times that are known; `zone` is where the days are counted.
    public static List<Clock> of(LawCatalogue law, Map<Trigger, Instant> times, ZoneId zone) {
        String source = law.info().key().id();
        return law.requirements().stream()
                .flatMap(duty -> duty.deadline().stream()
                        .map(deadline -> clock(source, duty.id().toString(), duty.title(), deadline, times, zone)))
                .toList();
    }

    /// The reports that a country adds.
    public static List<Clock> of(NationalOverlay overlay, Map<Trigger, Instant> times, ZoneId zone) {
        Stream<NationalOverlay.Ask> asks = overlay.rules().stream().flatMap(rule -> rule.asks().stream());
        return asks.flatMap(ask -> ask.deadline().stream()
                        .map(deadline -> clock(overlay.key(), ask.id(), ask.title(), deadline, times, zone)))
                .toList();
    }

    private static Clock clock(
            String source, String duty, String title, Deadline deadline, Map<Trigger, Instant> times, ZoneId zone) {
        Optional<Trigger> trigger = Trigger.of(deadline.from());
        Optional<Instant> started = trigger.flatMap(known -> Optional.ofNullable(times.get(known)));
        return new Clock(
                source,
                duty,
                title,
                deadline.from(),
                trigger,
                deadline.within(),
                started,
                started.flatMap(start -> deadline.within().map(within -> due(start, within, zone))));
    }

    private static Instant due(Instant start, TemporalAmount within, ZoneId zone) {
        return within instanceof Duration hours
                ? start.plus(hours)
                : start.atZone(zone).plus(within).toInstant();
    }
}
