/// The firewall of OpenWrt (`/etc/config/firewall`, or `uci export`): zones, forwardings, rules, redirects.
///
/// Read from the project's public documentation (openwrt.org: Firewall configuration, Firewall overview, The UCI
/// system) and the public source of its firewall 4. Interfaces are named by their logical networks, as the file names
/// them.
@NullMarked
package org.zonewright.intake.config.uci;

import org.jspecify.annotations.NullMarked;
