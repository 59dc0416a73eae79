/// Transport Layer Security 1.0 to 1.3 and SSL 3.0 (RFC 8446, 5246, 6101), and its form over UDP, DTLS (RFC 6347).
///
/// Covered: recognition on any port; the version and cipher suite agreed on (`tls.version`, `tls.cipher`); the
/// server's name as the client asks for it; before version 1.3, where certificates are in the clear, of the server's
/// and the client's certificate the subject, issuer, last day, names and signature algorithm (`tls.certificate-…`,
/// `tls.client-certificate-…`, RFC 5280), tools for remote access by the servers they ask for (`remote-access`), and
/// whether the server asks for a client's. Not covered: verification of
/// certificates, a handshake message that goes on in another record, SSL 2.0, what is inside.
///
/// Start with `TlsDissector`.
@NullMarked
package org.zonewright.traffic.tls;

import org.jspecify.annotations.NullMarked;
