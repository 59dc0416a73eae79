package org.zonewright.assess.reach;

import java.util.List;
import java.util.function.Function;
import org.zonewright.assess.Outlook;
import org.zonewright.plant.Plant;

/// What a change of the document would bring: reach before and after it, the observed traffic that it would stop, and
/// the outlook (risk, levels, gaps) before and after.
public record WhatIf(Reach before, Reach after, List<Broken> broken, Outlook was, Outlook becomes) {
    public WhatIf {
        broken = List.copyOf(broken);
    }

    /// Applies a change: `changed` is the whole document after it, `outlook` judges a document.
    public static WhatIf of(Reach before, Plant changed, Function<Plant, Outlook> outlook) {
        Reach after = before.with(changed);
        return new WhatIf(
                before,
                after,
                after.broken(before),
                outlook.apply(before.input().plant()),
                outlook.apply(changed));
    }
}
