/// Exports of MikroTik RouterOS (`/export`): filter rules and their chains, address lists, interface lists,
/// translations.
///
/// Read from the vendor's public documentation (help.mikrotik.com: Filter, NAT, Address-lists, Interface lists,
/// Configuration Management).
@NullMarked
package org.zonewright.intake.config.routeros;

import org.jspecify.annotations.NullMarked;
