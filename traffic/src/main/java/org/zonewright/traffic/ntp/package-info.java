/// Network Time Protocol (RFC 5905) and its simple form.
///
/// Covered: who asks for time and who gives it. Not covered: control and private modes (named only), authentication.
@NullMarked
package org.zonewright.traffic.ntp;

import org.jspecify.annotations.NullMarked;
