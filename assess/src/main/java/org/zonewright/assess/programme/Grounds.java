package org.zonewright.assess.programme;

import org.zonewright.base.Reason;

/// Why a requirement stands as it does. Equal grounds give equal reasons.
public interface Grounds {
    /// The tree of reasons, built anew each time.
    Reason reason();
}
