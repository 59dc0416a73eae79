/// FINS, the protocol of Omron's controllers (Omron W342, W421), over UDP and TCP.
///
/// Covered: commands, end codes as refusals, model and version from Controller Data Read, the node that answers. A
/// frame is a command or a response by its control byte, whichever side sends it. Not covered: values, other networks
/// and units than the own ones, the exchange of node addresses that opens a TCP connection (it has no command of its
/// own).
@NullMarked
package org.zonewright.traffic.fins;

import org.jspecify.annotations.NullMarked;
