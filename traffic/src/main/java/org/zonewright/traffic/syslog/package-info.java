/// Syslog (RFC 5424, RFC 3164) over UDP and TCP.
///
/// Covered: the host's name in the header. Not covered: the messages themselves.
@NullMarked
package org.zonewright.traffic.syslog;

import org.jspecify.annotations.NullMarked;
