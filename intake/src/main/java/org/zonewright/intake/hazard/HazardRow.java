package org.zonewright.intake.hazard;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.base.SourceRef;

/// One hazard of a study, which may run over several rows of its table. `impacts` are words or numbers of the study's
/// own scale by dimension. Texts are as they stand in the cells.
public record HazardRow(
        String id,
        Optional<String> node,
        Optional<String> deviation,
        String consequence,
        Optional<String> likelihood,
        Map<String, String> impacts,
        List<Element> causes,
        List<Element> safeguards,
        SourceRef where) {
    public HazardRow {
        impacts = Collections.unmodifiableMap(new TreeMap<>(impacts));
        causes = List.copyOf(causes);
        safeguards = List.copyOf(safeguards);
    }

    /// A cause or a safeguard; `hackable` empty is not yet answered.
    public record Element(String text, Optional<Boolean> hackable) {}
}
