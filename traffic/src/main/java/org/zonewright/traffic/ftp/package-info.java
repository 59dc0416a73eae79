/// File Transfer Protocol (RFC 959): the control connection.
///
/// Covered: commands that move or change files as transfers, the server's greeting, the account. Not covered:
/// passwords,
/// which are stepped over; names of files; connections for data.
@NullMarked
package org.zonewright.traffic.ftp;

import org.jspecify.annotations.NullMarked;
