/// Transport Layer Security 1.0 to 1.3 and SSL 3.0 (RFC 8446, 5246, 6101), and its form over UDP, DTLS (RFC 6347).
///
/// Covered: recognition on any port, the version agreed on, the server's name as the client asks for it and as its
/// certificate says it (before version 1.3, where certificates are in the clear). Not covered: everything else of the
/// certificate; what is inside.
///
/// Start with `TlsDissector`.
@NullMarked
package org.zonewright.traffic.tls;

import org.jspecify.annotations.NullMarked;
