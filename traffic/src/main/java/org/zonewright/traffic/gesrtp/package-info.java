/// GE-SRTP, the protocol of Series 90, VersaMax and PACSystems controllers and of FANUC robots, over TCP. Its maker
/// does not publish it: services and layouts are those of public descriptions and drivers, in which captures agree;
/// nothing is verified against a specification.
///
/// Covered: service requests by name, also those with a text buffer, refusals, id and type numbers of a controller
/// from the answer to Return Controller Type and Id (its layout is that of the serial protocol, and was not seen on a
/// network). Not covered: values, programs, the status that comes with each answer.
///
/// Start with `GeSrtpDissector`.
@NullMarked
package org.zonewright.traffic.gesrtp;

import org.jspecify.annotations.NullMarked;
