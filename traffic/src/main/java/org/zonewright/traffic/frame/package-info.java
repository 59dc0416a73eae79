/// Frames to packets: link layers, VLAN tags, IP with options and extension headers, fragments, TCP, UDP and the
/// rest.
///
/// [org.zonewright.traffic.frame.FrameDecoder] fills one [org.zonewright.traffic.flow.Packet] and hands it to the
/// engine. The outermost IP header names the conversation; labels (MPLS, PPPoE) are passed over, tunnels are not
/// looked into.
///
/// Start with `FrameDecoder`.
@NullMarked
package org.zonewright.traffic.frame;

import org.jspecify.annotations.NullMarked;
