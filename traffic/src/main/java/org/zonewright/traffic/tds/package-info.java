/// Tabular Data Stream of SQL Server (MS-TDS): the log-in.
///
/// Covered: the client's host, program and account, the name of the server it means, where the log-in is not inside
/// TLS. Not covered: queries and results; passwords are never read.
@NullMarked
package org.zonewright.traffic.tds;

import org.jspecify.annotations.NullMarked;
