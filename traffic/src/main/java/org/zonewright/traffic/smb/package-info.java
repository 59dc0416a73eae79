/// Server Message Block, version 1 (MS-CIFS, MS-SMB) and 2 to 3 (MS-SMB2), directly over TCP or in NetBIOS sessions
/// (RFC 1002).
///
/// Covered: commands of both versions as functions, the dialect that the server chose (`smb.dialect`, 1.0 to 3.1.1)
/// and whether it signs (`smb.signing`), names of both ends from the session request and from NTLM, native operating
/// systems of version 1. Not covered: names of files and shares, commands that are chained beyond what one segment
/// holds, encrypted and compressed messages (named only).
///
/// Start with `SmbDissector`.
@NullMarked
package org.zonewright.traffic.smb;

import org.jspecify.annotations.NullMarked;
