/// Hazard studies (HAZOP, LOPA) as tables in CSV and XLSX, with the question of a security review beside each cause
/// and safeguard: can it be hacked?
///
/// Start with [org.zonewright.intake.hazard.HazardTables].
@NullMarked
package org.zonewright.intake.hazard;

import org.jspecify.annotations.NullMarked;
