/// How far a breach gets, for a terminal and as JSON. Start with [org.zonewright.report.reach.ReachText].
@NullMarked
package org.zonewright.report.reach;

import org.jspecify.annotations.NullMarked;
