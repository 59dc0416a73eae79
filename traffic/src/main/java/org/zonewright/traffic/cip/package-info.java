/// CIP, the Common Industrial Protocol (ODVA, The CIP Networks Library, volume 1), as EtherNet/IP carries it
/// (`org.zonewright.traffic.enip`).
///
/// Covered: services of requests, also inside Multiple Service Packet and Unconnected Send; general status as
/// refusal; classes of objects that are asked (`cip.asked-class`: 0x5d to 0x5f are those of CIP Security), services of
/// the File object; the Identity object by Get Attributes All and Get Attribute Single. What answers through a route of
/// an Unconnected Send or of a connection opened in sight is a child of the station (`cip.route`, port and link address
/// of each hop); where answers to different routes are under way at once, or the opening was not seen, it is not told
/// apart whether the station itself or a module behind it answered (so confidence is medium). Routes of more than two
/// hops or with a link address of more than a byte are told when asked, and who answers is told of the station.
/// Not covered: values, Get Attribute List, CIP Safety, PCCC commands, the objects of a controller's program. The
/// numbers
/// of services are right for every object; their names from 0x4b on are those of tags and of the objects named above.
///
/// Start with `CipMessages`.
@NullMarked
package org.zonewright.traffic.cip;

import org.jspecify.annotations.NullMarked;
