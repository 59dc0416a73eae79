/// The slow protocols of Ethernet: link aggregation (LACP, IEEE 802.1AX-2014, 6.4.2.3), markers, operations and
/// maintenance (IEEE 802.3-2018, clause 57).
///
/// Covered of LACP: the sender's system, and with whom it aggregates on which port (`neighbour`). Not covered: states
/// of
/// ports; the others are named only.
@NullMarked
package org.zonewright.traffic.lacp;

import org.jspecify.annotations.NullMarked;
