/// Names of the domain name system (RFC 1035, 3596), also asked of everyone on the link: multicast DNS (RFC 6762) and
/// LLMNR
/// (RFC 4795).
///
/// Covered: names that answers give to addresses, in both directions; the kinds of queries as functions; services that
/// a
/// station offers by multicast DNS. Not covered: service records, texts, signatures, updates' content, DNS over TLS or
/// HTTPS.
///
/// Start with `DnsDissector`; `DnsMessage` walks through one message.
@NullMarked
package org.zonewright.traffic.dns;

import org.jspecify.annotations.NullMarked;
