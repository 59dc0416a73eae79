/// Syslog (RFC 5424, RFC 3164) over UDP and TCP.
///
/// Covered: the names of host and application in the header (`syslog.application`). Not covered: the messages
/// themselves.
@NullMarked
package org.zonewright.traffic.syslog;

import org.jspecify.annotations.NullMarked;
