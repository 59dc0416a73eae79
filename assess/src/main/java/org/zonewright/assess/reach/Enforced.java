package org.zonewright.assess.reach;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.plant.id.ConduitId;

/// All that is known of what is enforced. `known` are the conduits whose configuration was read whole: there the
/// document opens nothing that `edges` do not.
public record Enforced(List<EnforcedEdge> edges, Set<ConduitId> known) {
    /// No configuration is known.
    public static final Enforced UNKNOWN = new Enforced(List.of(), Set.of());

    public Enforced {
        edges = List.copyOf(edges);
        known = Collections.unmodifiableSortedSet(new TreeSet<>(known));
    }
}
