/// Omron FINS over UDP and TCP (Omron W342, Communications Commands Reference Manual; W421 for FINS/TCP).
///
/// Covered: commands as functions, refused answers, the controller's model and version from Controller Data Read. Not
/// covered: the data of other commands; FINS over serial lines and Controller Link.
@NullMarked
package org.zonewright.traffic.fins;

import org.jspecify.annotations.NullMarked;
