/// ARP for IPv4 over Ethernet (RFC 826, RFC 5227).
///
/// Covered: which MAC address claims which IPv4 address, from requests, answers and announcements alike. Probes (sender
/// 0.0.0.0) claim nothing. Not covered: other hardware or protocol types, reverse and inverse ARP, which are only
/// named.
@NullMarked
package org.zonewright.traffic.arp;

import org.jspecify.annotations.NullMarked;
