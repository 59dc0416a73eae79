/// The steps ZCR 1.1 to 7.1 of IEC 62443-3-2: how far each is, what is missing, and what a change after the approval
/// invalidates.
///
/// Start with [org.zonewright.assess.risk.process.ZcrAssessor] and [org.zonewright.assess.risk.process.RevisionDiff].
@NullMarked
package org.zonewright.assess.risk.process;

import org.jspecify.annotations.NullMarked;
