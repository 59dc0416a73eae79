/// What people put into the risk assessment of ZCR 2 and ZCR 5: matrices, scenarios and hazard studies. Results are
/// computed elsewhere and never stored here.
///
/// Start with [org.zonewright.plant.risk.Risk].
@NullMarked
package org.zonewright.plant.risk;

import org.jspecify.annotations.NullMarked;
