package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;

/// What reading a document gave: all that could be read, and everything that was wrong with it.
///
/// `plant` is empty only where the text is no document of this format at all. An item with a fault in an optional key
/// is there without that key; an item that lacks a required one is left out and reported. References may dangle.
/// `problems` are in the document's order as far as it was walked, at most fifty of a kind; `dropped` counts the
/// rest.
public record PlantReading(
        Optional<Plant> plant, List<Problem> problems, int dropped, SourceMap positions, List<SideFile> sideFiles) {
    public PlantReading {
        problems = List.copyOf(problems);
        sideFiles = List.copyOf(sideFiles);
    }

    /// True if nothing was left out: there is a plant and no problem is an error.
    public boolean isWhole() {
        return plant.isPresent() && problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
