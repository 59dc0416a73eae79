/// Telnet (RFC 854).
///
/// Covered: recognition on any port by its negotiation, the first text a server shows (`description`), the account
/// where
/// it is typed as one line behind a prompt for it. Not covered, on purpose: everything else that is typed or shown,
/// passwords among it; text of connections that were joined late.
@NullMarked
package org.zonewright.traffic.telnet;

import org.jspecify.annotations.NullMarked;
