/// ISO transport over TCP: TPKT (RFC 1006) and the connection-oriented transport protocol, class 0 (ISO 8073, ITU-T
/// X.224).
///
/// Covered: connection requests with their transport selectors, data, and which protocol the data carries: S7comm and
/// S7comm-plus (`org.zonewright.traffic.s7comm`), MMS (`org.zonewright.traffic.mms`).
/// Not covered: a unit that spans several packets is read as far as its first packet goes; the rest is passed over,
/// so identity or a further function that stands there is not seen. TPDU numbers of classes 1 to 4 are not checked.
///
/// Start with `TpktDissector`.
@NullMarked
package org.zonewright.traffic.tpkt;

import org.jspecify.annotations.NullMarked;
