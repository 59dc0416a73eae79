package org.zonewright.plant;

import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.id.Id;

/// Where the parts of a document stand, so that a finding can open its line.
public interface SourceMap {
    /// Where the item with an id is written.
    Optional<SourceRef> of(Id id);

    /// Where the value at a path such as `zones[2].owner` or `zones[bay-1].owner` is written. Rows of side files have
    /// no path; ask for them by id.
    Optional<SourceRef> at(String path);

    /// A map that knows no place, for a plant that was not read.
    static SourceMap nowhere() {
        return new SourceMap() {
            @Override
            public Optional<SourceRef> of(Id id) {
                return Optional.empty();
            }

            @Override
            public Optional<SourceRef> at(String path) {
                return Optional.empty();
            }
        };
    }
}
