/// DNP3 (IEEE 1815-2012) over TCP and UDP.
///
/// Covered: data link frames with their checks and addresses, the first segment of each application fragment with its
/// function, responses to the request before (refused by internal indications or by the status of the first command),
/// secure authentication by its function codes and objects (the attribute `dnp3.secure-authentication` of who takes
/// part; without it none was seen), device attributes (group 0).
/// Not covered: other object values, later segments of a fragment (they hold no function, but may hold
/// attributes), responses to one of several
/// requests under way at once in one flow; whether an authentication succeeded.
///
/// Start with `Dnp3Dissector`.
@NullMarked
package org.zonewright.traffic.dnp3;

import org.jspecify.annotations.NullMarked;
