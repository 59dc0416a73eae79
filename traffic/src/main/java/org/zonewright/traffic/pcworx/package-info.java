/// The protocol of PC Worx, the engineering tool of Phoenix Contact's ILC controllers, TCP port 1962. There is no
/// public specification: lengths, the three requests and the places of the identification are as captures and the
/// public scanners show them; other requests are data.
@NullMarked
package org.zonewright.traffic.pcworx;

import org.jspecify.annotations.NullMarked;
