/// Tables that switches and routers print: MAC addresses with the port they were learned on, and ARP.
///
/// Read are `show mac address-table` and `show ip arp` of Cisco IOS, IOS XE and NX-OS, `show mac-addr-table` of
/// Hirschmann
/// (HiOS and Classic), `show mac-address-table` and `show ip arp` of Siemens SCALANCE, and tables of others that are
/// laid
/// out alike: a head that names the columns, then a line an entry. A log of a session may hold several, with prompts
/// between; the prompt names the switch. Layouts of Hirschmann and SCALANCE were not verified on each firmware: a
/// line is understood by its words, not by its columns' width.
///
/// Start with `SwitchTables`.
@NullMarked
package org.zonewright.intake.switches;

import org.jspecify.annotations.NullMarked;
