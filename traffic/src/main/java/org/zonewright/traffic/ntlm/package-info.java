/// NTLM authentication (MS-NLMP), as it stands inside SMB, HTTP, DCE/RPC and others.
///
/// Covered: the client's workstation, domain and account, the server's names, the versions both tell. Not covered, on
/// purpose: challenges and responses, which are secrets.
@NullMarked
package org.zonewright.traffic.ntlm;

import org.jspecify.annotations.NullMarked;
