/// What the plant document approves, compiled to what a firewall can hold against a packet.
///
/// [org.zonewright.enforce.PolicyCompiler] turns the approved flows of conduits into a
/// [org.zonewright.enforce.ConduitPolicy]: who (addresses as the enforcing device sees them), whom, over which
/// service, with which functions. What cannot be compiled is listed with the reason. `target` writes a policy as text
/// of one product; `proof` holds such text, once it was read back, against what was observed;
/// [org.zonewright.enforce.DropGate] says whether a conduit's rules may drop at all.
@NullMarked
package org.zonewright.enforce;

import org.jspecify.annotations.NullMarked;
