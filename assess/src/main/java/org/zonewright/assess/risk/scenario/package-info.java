/// Scenarios rated with a matrix: before countermeasures and after them, and whether what is left is tolerable or
/// accepted (ZCR 5.1 to 5.12); the threat list's proposals; and the security review of hazard studies.
///
/// Start with [org.zonewright.assess.risk.scenario.ScenarioRater].
@NullMarked
package org.zonewright.assess.risk.scenario;

import org.jspecify.annotations.NullMarked;
