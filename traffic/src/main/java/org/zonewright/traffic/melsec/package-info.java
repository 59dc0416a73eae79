/// MELSEC communication (MC protocol, SLMP) with binary frames 3E and 4E over TCP and UDP (Mitsubishi SH-080008,
/// SH-080956).
///
/// Covered: commands as functions, refused answers, the model from Read CPU Model. Not covered: frames in ASCII,
/// frames 1E; the dialogue of the engineering tool is only named.
@NullMarked
package org.zonewright.traffic.melsec;

import org.jspecify.annotations.NullMarked;
