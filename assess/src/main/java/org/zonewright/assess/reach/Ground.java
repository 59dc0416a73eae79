package org.zonewright.assess.reach;

import java.util.List;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.ConduitId;

/// What reach rests on, and what is not known.
///
/// `enforced` are the conduits whose configuration is known, `seen` those of the others in which traffic was seen,
/// `drawn` those of which only the drawing is known, `silent` those of which not even a flow is documented: they are
/// counted as no way, which nothing proves. `unsaid` are assets of several zones of which nobody says whether they
/// forward: they are taken not to. All in the document's order.
public record Ground(
        List<ConduitId> enforced,
        List<ConduitId> seen,
        List<ConduitId> drawn,
        List<ConduitId> silent,
        List<Subject> unsaid) {
    public Ground {
        enforced = List.copyOf(enforced);
        seen = List.copyOf(seen);
        drawn = List.copyOf(drawn);
        silent = List.copyOf(silent);
        unsaid = List.copyOf(unsaid);
    }

    /// True if no configuration is known: reach rests on observed and declared flows alone.
    public boolean withoutConfiguration() {
        return enforced.isEmpty();
    }
}
