/// Sources other than captures and asset lists: logs of other sensors, scans, exports, engineering files.
///
/// Start with `OtherSources`.
@NullMarked
package org.zonewright.intake.other;

import org.jspecify.annotations.NullMarked;
