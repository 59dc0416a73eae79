/// DNP3 (IEEE 1815-2012) over TCP and UDP.
///
/// Covered: data link frames with their checks and addresses, the first segment of each application fragment with its
/// function, responses to the request before (refused by internal indications or by the status of the first command),
/// secure authentication by its function codes.
/// Not covered: object values, later segments of a fragment (they hold no function), responses to one of several
/// requests under way at once in one flow; whether an authentication succeeded.
///
/// Start with `Dnp3Dissector`.
@NullMarked
package org.zonewright.traffic.dnp3;

import org.jspecify.annotations.NullMarked;
