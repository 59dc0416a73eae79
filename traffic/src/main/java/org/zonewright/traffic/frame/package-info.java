/// Frames to packets: link layers, VLAN tags, IP with options and extension headers, fragments, TCP, UDP and the
/// rest.
///
/// [org.zonewright.traffic.frame.FrameDecoder] fills one [org.zonewright.traffic.flow.Packet] and hands it to the
/// engine. Labels (MPLS, PPPoE) are passed over. The outermost IP header names one conversation; what a tunnel (GRE,
/// ERSPAN, VXLAN, IP in IP) carries is another one, seen from a vantage point of its own. Not looked into: Geneve,
/// CAPWAP, GTP, L2TP, PPTP.
///
/// Start with `FrameDecoder`.
@NullMarked
package org.zonewright.traffic.frame;

import org.jspecify.annotations.NullMarked;
