/// CIP, the Common Industrial Protocol (ODVA, The CIP Networks Library, volume 1), as EtherNet/IP carries it
/// (`org.zonewright.traffic.enip`).
///
/// Covered: services of requests, also inside Multiple Service Packet and Unconnected Send; general status as
/// refusal; the Identity object by Get Attributes All and Get Attribute Single, of which it is not told apart whether
/// the station itself or a module behind it answered (so confidence is medium). Not covered: values, Get Attribute
/// List, CIP Safety and CIP Security, PCCC commands, the objects of a controller's program. The numbers of services
/// are right for every object; their names from 0x4b on are those of tags and of the Connection Manager.
///
/// Start with `CipMessages`.
@NullMarked
package org.zonewright.traffic.cip;

import org.jspecify.annotations.NullMarked;
