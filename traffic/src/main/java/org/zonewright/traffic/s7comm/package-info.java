/// S7comm, the protocol of SIMATIC S7-300, S7-400 and of older services of S7-1200 and S7-1500, inside ISO transport
/// (`org.zonewright.traffic.tpkt`). Its maker does not publish it; what is read here is what its public descriptions
/// agree on and captures show. Also S7comm-plus, the protocol of S7-1200 and S7-1500.
///
/// Covered: jobs and acknowledgements with their function, user data requests and responses by group and subfunction,
/// errors as refusals, rack and slot from the transport selector, identity from the system status lists 0x0011 and
/// 0x001c, also where a list spans several answers. S7comm-plus: the function codes of requests in versions 1 to 3,
/// with the change of the operating state, of program objects and of a subscription's credit told apart; refusals;
/// order number and firmware in the answer that opens a session, station, application and account in the request;
/// versions spoken, and whether requests are bare, carry a digest, or are inside TLS.
/// Not covered: values, block contents, indications other than by being there, requests of numeric controls (user
/// data type 7), the name within a PI service; the record that the end of a PDU cuts, if its text is cut too; what is
/// inside TLS. Ids of objects and attributes of S7comm-plus are from public descriptions and captures, not verified
/// against a specification.
///
/// Start with `S7Messages`.
@NullMarked
package org.zonewright.traffic.s7comm;

import org.jspecify.annotations.NullMarked;
