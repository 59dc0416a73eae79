/// Routers that announce themselves: OSPF versions 2 and 3 (RFC 2328, RFC 5340), VRRP versions 2 and 3 (RFC 3768, RFC
/// 9568), HSRP (RFC 2281 and version 2), EIGRP (RFC 7868), PIM (RFC 7761), RIP (RFC 2453).
///
/// Covered: who is a router; of OSPF hellos the router's id, area, network and kind of authentication; of redundant
/// routers the group with the sender's priority and the address that they share. Not covered: the routes themselves;
/// passwords in the clear of OSPF, VRRP, HSRP and RIP are never read.
@NullMarked
package org.zonewright.traffic.routing;

import org.jspecify.annotations.NullMarked;
