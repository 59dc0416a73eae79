/// Watching a network: captures are followed while they are written, and what is new is told at each look.
///
/// A *place* is what is followed: an interface, a growing file, a ring of files, a stream. A *part* is one capture of
/// a place: a file of a ring, one run of a recorder. What was read of parts that are over is put away, united and
/// bounded, so that watching goes on for as long as one likes.
///
/// Start with `SiteWatch`.
@NullMarked
package org.zonewright.app.watch;

import org.jspecify.annotations.NullMarked;
