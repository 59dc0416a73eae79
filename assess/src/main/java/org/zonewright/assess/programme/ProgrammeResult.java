package org.zonewright.assess.programme;

import java.time.LocalDate;
import java.util.List;

/// How the organisations around a site work, on one day: the owner first, then service providers in the document's
/// order, then makers by name.
///
/// `standings` are those of every requirement of any standard of which the document's evidence speaks; `unplaced` is
/// what could not be counted.
public record ProgrammeResult(
        LocalDate on, List<Programme> programmes, StandingTable standings, List<Unplaced> unplaced) {
    public ProgrammeResult {
        programmes = List.copyOf(programmes);
        unplaced = List.copyOf(unplaced);
    }
}
