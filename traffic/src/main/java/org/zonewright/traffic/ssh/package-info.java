/// Secure Shell (RFC 4253): recognition on any port and the software both ends name. Everything after is encrypted.
@NullMarked
package org.zonewright.traffic.ssh;

import org.jspecify.annotations.NullMarked;
