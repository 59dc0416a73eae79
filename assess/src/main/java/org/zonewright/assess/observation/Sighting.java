package org.zonewright.assess.observation;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.base.SourceRef;

/// What made a rule apply at one station or place, once. `exchanges` are the pairs of stations and services, each by
/// a key of its own; `details` what was read. `firm`: an exchange that was answered and whose content was recognised,
/// or what a station itself said in one.
record Sighting(
        Standing at,
        Instant first,
        Instant last,
        SortedSet<String> exchanges,
        List<SourceRef> sources,
        SortedSet<String> details,
        boolean firm) {
    Sighting {
        exchanges = Collections.unmodifiableSortedSet(new TreeSet<>(exchanges));
        sources = List.copyOf(sources);
        details = Collections.unmodifiableSortedSet(new TreeSet<>(details));
    }
}
