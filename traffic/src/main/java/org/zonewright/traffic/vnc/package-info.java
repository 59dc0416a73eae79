/// Virtual Network Computing: the Remote Framebuffer protocol 3.3 to 3.8 (RFC 6143).
///
/// Covered: recognition on any port, the server's version (`vnc.version`), the security types it offers
/// (`vnc.security`:
/// `none` lets everybody in), the desktop's name where the connection is open or secured by a password alone. Not
/// covered, on purpose: challenges and responses. Not covered: everything that is shown; versions beyond 3.8 are
/// taken to begin as 3.8 does (not verified against a specification).
@NullMarked
package org.zonewright.traffic.vnc;

import org.jspecify.annotations.NullMarked;
