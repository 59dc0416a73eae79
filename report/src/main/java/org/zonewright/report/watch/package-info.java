/// What is new on a network that is being watched, a line each.
///
/// Start with `WatchEvent`.
@NullMarked
package org.zonewright.report.watch;

import org.jspecify.annotations.NullMarked;
