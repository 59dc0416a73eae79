/// Messages with lines of headers: HTTP/1.x (RFC 9112) on any port, SSDP (UPnP Device Architecture 1.1) and SIP (RFC
/// 3261).
///
/// Covered: HTTP methods as functions, what servers and clients call themselves, the host that was asked for, names
/// in NTLM authentication, how a server authenticates (`http.authentication`, `http.realm`) and whether Basic
/// credentials were sent in clear, with the account. Not covered: contents, paths, cookies, passwords and other
/// credentials, which are never read; HTTP/2 without TLS (named only). Bodies without a length are stepped over
/// segment by segment.
///
/// Start with `HttpDissector`; `HeaderLines` finds a header.
@NullMarked
package org.zonewright.traffic.http;

import org.jspecify.annotations.NullMarked;
