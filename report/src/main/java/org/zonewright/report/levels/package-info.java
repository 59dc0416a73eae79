/// Security levels and gaps as text for a terminal and as JSON.
@NullMarked
package org.zonewright.report.levels;

import org.jspecify.annotations.NullMarked;
