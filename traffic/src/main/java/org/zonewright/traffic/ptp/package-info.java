/// Precision Time Protocol, versions 1 and 2 (IEEE 1588-2002, 1588-2019), over Ethernet and UDP.
///
/// Covered: the name, and who offers time. Not covered: clock qualities and offsets; profiles (gPTP, power) are not
/// told
/// apart.
@NullMarked
package org.zonewright.traffic.ptp;

import org.jspecify.annotations.NullMarked;
