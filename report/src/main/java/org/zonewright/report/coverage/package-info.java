/// What evidence is good for, for a terminal and as JSON. Start with
/// [org.zonewright.report.coverage.CoverageText] and [org.zonewright.report.coverage.CoverageJson].
@NullMarked
package org.zonewright.report.coverage;

import org.jspecify.annotations.NullMarked;
