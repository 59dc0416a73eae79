/// From risk to SL-T (ZCR 5.6): the seven named methods, and the targets of zones and conduits that follow.
///
/// None of the methods is the standard's own formula; each prints its formula, its inputs and who estimated. Start
/// with [org.zonewright.assess.risk.target.TargetFinder].
@NullMarked
package org.zonewright.assess.risk.target;

import org.jspecify.annotations.NullMarked;
