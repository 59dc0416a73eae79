/// Configurations of FortiGate: policies, addresses, services, virtual addresses, interfaces and zones, of one
/// virtual domain or several.
///
/// Read from the vendor's public FortiOS CLI Reference and Administration Guide (firewall policy, address, addrgrp,
/// service custom and group, vip, ippool, local-in-policy; system interface and zone; virtual domains).
@NullMarked
package org.zonewright.intake.config.fortinet;

import org.jspecify.annotations.NullMarked;
