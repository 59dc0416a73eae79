/// IEEE C37.118.2-2011 synchrophasors (and the frames of C37.118-2005) over TCP and UDP.
///
/// Covered: all frame types and commands as functions, stream and station ids, station names of configuration frames
/// 1, 2 and 3, the text of header frames, answers to commands. Both sides send of their own accord, so every frame
/// counts as its sender's.
/// Not covered: phasors and other measured values, configuration frame 3 in fragments (only its first part is read),
/// the check sum. Configuration frame 3 is read as the standard draws it; no capture of one was at hand.
///
/// Start with `PhasorDissector`.
@NullMarked
package org.zonewright.traffic.c37118;

import org.jspecify.annotations.NullMarked;
