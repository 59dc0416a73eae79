/// Redundant industrial networks: the Media Redundancy Protocol for rings (MRP, IEC 62439-2), and the supervision
/// frames
/// of the Parallel Redundancy Protocol and of seamless rings (PRP, HSR, IEC 62439-3).
///
/// Covered of MRP: the ring's manager and clients (`mrp.role`), its domain, whether it is closed, link changes as
/// alarms.
/// Covered of PRP and HSR: which stations are doubly attached, by which mode, and their redundancy boxes. What a
/// frame with an HSR tag carries is read as without the tag (`traffic.frame`). Not covered: interconnected rings, PRP
/// trailers; copies of a frame that come by both ways are counted twice. Not verified against the specification text.
@NullMarked
package org.zonewright.traffic.redundancy;

import org.jspecify.annotations.NullMarked;
