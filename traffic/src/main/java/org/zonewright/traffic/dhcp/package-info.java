/// DHCP for IPv4 (RFC 2131, options RFC 2132, client FQDN RFC 4702, relays RFC 3046) and IPv6 (RFC 8415, client FQDN
/// RFC 4704).
///
/// Covered: host names, vendor classes, the options a client asks for (`dhcp.fingerprint`), which MAC address was given
/// which address, its network and router, the switch port it hangs on where a relay names it (`neighbour`), who is the
/// server; message types as functions. Not covered: relayed messages of DHCPv6 (named only), authentication.
///
/// Start with `DhcpDissector`.
@NullMarked
package org.zonewright.traffic.dhcp;

import org.jspecify.annotations.NullMarked;
