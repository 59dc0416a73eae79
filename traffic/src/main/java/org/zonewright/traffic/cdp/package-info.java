/// Cisco Discovery Protocol, versions 1 and 2 (as Cisco's documents and the field describe it; there is no public
/// standard).
///
/// Covered: device id, addresses and management addresses, port, capabilities, software version, platform, system name,
/// location. Not covered: VLAN, power and cluster fields, which say nothing of who the device is. The checksum is not
/// tested.
@NullMarked
package org.zonewright.traffic.cdp;

import org.jspecify.annotations.NullMarked;
