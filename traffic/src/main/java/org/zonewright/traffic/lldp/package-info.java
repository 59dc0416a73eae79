/// LLDP (IEEE 802.1AB-2016), with the organisation TLVs of LLDP-MED (ANSI/TIA-1057, inventory) and PROFINET (IEC
/// 61158-6-10).
///
/// Covered: chassis and port, system name and description, enabled capabilities, management addresses, inventory, the
/// PROFINET station identification in the chassis id and the chassis MAC address. Not covered: VLAN, power, link
/// aggregation and other organisations' TLVs, which say nothing of who the station is.
///
/// Statements are about the device: the chassis MAC address where it is told, else the address the frame came from,
/// which
/// may be that of one port only.
///
/// Start with `LldpDissector`.
@NullMarked
package org.zonewright.traffic.lldp;

import org.jspecify.annotations.NullMarked;
