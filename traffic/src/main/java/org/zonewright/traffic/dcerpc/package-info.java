/// DCE/RPC over TCP (C706, MS-RPCE). What is asked of interfaces of OPC Classic has its own package,
/// `org.zonewright.traffic.opcda`.
///
/// Covered: the name, `opc-da` where an OPC interface is bound, names of both ends from NTLM. Not covered:
/// operations of other interfaces, object ids; DCE/RPC over UDP (PROFINET has its own package) and in named pipes.
@NullMarked
package org.zonewright.traffic.dcerpc;

import org.jspecify.annotations.NullMarked;
