/// Precision Time Protocol, versions 1 and 2 (IEEE 1588-2002, 1588-2019), over Ethernet and UDP.
///
/// Covered of version 2: clock and domain of every sender (`ptp.clock`, `ptp.domain`), who offers time, the
/// grandmaster with its class and source, the profiles IEEE 802.1AS and C37.238 where the messages name them. Not
/// covered: offsets, management, other profiles; version 1 is named only.
@NullMarked
package org.zonewright.traffic.ptp;

import org.jspecify.annotations.NullMarked;
