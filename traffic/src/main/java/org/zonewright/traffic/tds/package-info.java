/// Tabular Data Stream of SQL Server (MS-TDS): the beginning of a connection.
///
/// Covered: the server's version (`tds.server-version`), whether it encrypts (`tds.encryption`: `log-in only` leaves
/// queries and results in clear), the instance that is meant; the client's host, program and account, the name of the
/// server it means, where the log-in is not inside TLS. Not covered: queries and results; passwords are never read.
@NullMarked
package org.zonewright.traffic.tds;

import org.jspecify.annotations.NullMarked;
