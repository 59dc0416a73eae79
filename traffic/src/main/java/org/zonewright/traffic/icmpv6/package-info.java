/// ICMPv6 (RFC 4443) with neighbour discovery (RFC 4861).
///
/// Covered: which MAC address owns an IPv6 address, who is a router, which prefixes it announces. Not covered:
/// multicast
/// listeners, redirects, errors (the engine reads those about refused packets itself).
@NullMarked
package org.zonewright.traffic.icmpv6;

import org.jspecify.annotations.NullMarked;
