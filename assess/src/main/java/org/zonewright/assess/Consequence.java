package org.zonewright.assess;

import java.util.List;
import org.zonewright.base.Text;

/// How bad what was found could get, for ordering findings and for nothing else: no risk, no level, no likelihood.
///
/// `rank` is the sum of the points that `because` names, 0 to 100; `docs/checks/ranking.md` has the table.
public record Consequence(int rank, List<Text> because) {
    /// Nothing is known that would speak for one.
    public static final Consequence NONE = new Consequence(0, List.of());

    public Consequence {
        because = List.copyOf(because);
    }
}
