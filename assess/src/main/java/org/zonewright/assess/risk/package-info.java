/// The risk assessment of IEC 62443-3-2 from ZCR 1 to ZCR 7: matrices, scenarios before and after countermeasures,
/// SL-T with what drives it, and how far each step is.
///
/// Start with [org.zonewright.assess.risk.RiskEngine]. Parts: `matrix` checks matrices, `scenario` rates scenarios,
/// `target` goes from risk to SL-T, `hazard` reviews hazard studies, `process` tells the steps and what a change
/// after the approval invalidates.
@NullMarked
package org.zonewright.assess.risk;

import org.jspecify.annotations.NullMarked;
