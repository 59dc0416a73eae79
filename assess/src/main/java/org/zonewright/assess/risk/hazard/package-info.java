/// The security review of hazard studies (HAZOP, LOPA): which rows could be brought about by an attacker alone, and
/// what to do about those.
///
/// Start with [org.zonewright.assess.risk.hazard.HazardReview].
@NullMarked
package org.zonewright.assess.risk.hazard;

import org.jspecify.annotations.NullMarked;
