/// Spanning tree (IEEE 802.1D-2004 clause 9, 802.1Q-2018 clause 14), also as Cisco sends it per VLAN.
///
/// Covered: who is a bridge, its bridge address and the root it believes in, changes of the topology as alarms. Not
/// covered: the regions of multiple spanning tree. Other protocols on the same service access point (GARP) are told
/// apart
/// by name.
@NullMarked
package org.zonewright.traffic.stp;

import org.jspecify.annotations.NullMarked;
