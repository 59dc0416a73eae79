/// ROC and ROC Plus (Emerson Remote Automation Solutions; ROC Plus Protocol Specifications Manual, A6127) over TCP and
/// UDP, port 4000 as a rule.
///
/// Covered: opcodes of requests as functions, those sent on in opcode 24 as well, errors, addresses of hosts and units,
/// the operator's name in a log-in. The check of a message is computed, so the port does not matter.
/// Not covered: parameters and values. Opcodes of the older ROC protocol are named where both protocols share them.
@NullMarked
package org.zonewright.traffic.roc;

import org.jspecify.annotations.NullMarked;
