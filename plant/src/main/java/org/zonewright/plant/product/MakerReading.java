package org.zonewright.plant.product;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.plant.SourceMap;

/// What reading a maker's file gave: all that could be read, and everything that was wrong with it. `file` is empty
/// only
/// where the text is no document of this kind or its product could not be read.
public record MakerReading(Optional<MakerFile> file, List<Problem> problems, SourceMap positions) {
    public MakerReading {
        problems = List.copyOf(problems);
    }
}
