/// Network Time Protocol (RFC 5905) and its simple form.
///
/// Covered: who asks for time and who gives it, its stratum and where it has the time from. Not covered: control and
/// private
/// modes (named only), authentication.
@NullMarked
package org.zonewright.traffic.ntp;

import org.jspecify.annotations.NullMarked;
