/// MELSEC communication (MC protocol, SLMP) with frames 3E and 4E over TCP and UDP, in binary and ASCII, and frames
/// 1E (Mitsubishi SH-080008, SH-080956); also the dialogue of the engineering tool, which is not published.
///
/// Covered: commands as functions, refused answers, the model from Read CPU Model; frames 1E on ports 5000 to 5012;
/// the model in the answer to the engineering tool's search (from captures, not verified against a specification).
/// Not covered: values, file names, the type code in frames 1E, several frames 1E in one segment, all else that the
/// engineering tool says. Passwords are not looked at.
///
/// Start with `MelsecDissector`.
@NullMarked
package org.zonewright.traffic.melsec;

import org.jspecify.annotations.NullMarked;
