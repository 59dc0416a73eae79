/// Remote Desktop Protocol (MS-RDPBCGR): the connection's beginning.
///
/// Covered: recognition on any port, the account in the cookie, the security that the server chose (`rdp.security`),
/// the
/// beginning of TLS where it is inside, the client's name and build where the connection is not inside TLS. Not
/// covered:
/// everything after that, and RDP over UDP.
@NullMarked
package org.zonewright.traffic.rdp;

import org.jspecify.annotations.NullMarked;
