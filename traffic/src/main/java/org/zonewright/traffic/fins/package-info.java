<<<<<<< HEAD
/// Omron FINS over UDP and TCP (Omron W342, Communications Commands Reference Manual; W421 for FINS/TCP).
///
/// Covered: commands as functions, refused answers, the controller's model and version from Controller Data Read. Not
/// covered: the data of other commands; FINS over serial lines and Controller Link.
=======
/// FINS, the protocol of Omron's controllers (Omron W342, W421), over UDP and TCP.
///
/// Covered: commands, end codes as refusals, model and version from Controller Data Read. Not covered: values, node
/// addresses, the exchange of node addresses that opens a TCP connection (it has no command of its own).
>>>>>>> industrial
@NullMarked
package org.zonewright.traffic.fins;

import org.jspecify.annotations.NullMarked;
